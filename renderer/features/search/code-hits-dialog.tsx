import { useMemo, useState } from 'react';
import { type HitUnit, hitUnits, type SearchHit } from '../../../shared/contract/methods/search.ts';
import type { CodeId } from '../../../shared/domain/ids.ts';
import { useCommand } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { Choice } from '../../ui/choice.tsx';
import { CodeChip } from '../../ui/code-chip.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { CodePick } from '../codebook/pick/code-pick.tsx';
import { showUndoToast } from '../../app/undo-toast.ts';
import { useNamedCodes } from '../codebook/use-named-codes.ts';
import { useKept } from '../results/kept-state.ts';
import styles from './code-hits-dialog.module.css';

type DialogProps = {
  readonly hits: readonly SearchHit[];
  /** What of the transcript is coded at first: the words found, or the sentence around them. */
  readonly firstUnit?: HitUnit;
  readonly onDone: () => void;
  readonly onClose: () => void;
};

/** Gives a code to the hits that were chosen: to the words found, or to the sentences, turns or exchanges they are in. */
export function CodeHitsDialog({ hits, firstUnit = 'sentence', onDone, onClose }: DialogProps) {
  const { t } = useWords();
  const codes = useNamedCodes();
  const [chosen, setChosen] = useState<CodeId | null>(null);
  const [unit, setUnit] = useKept<HitUnit>(`search.unit.${firstUnit}`, firstUnit);
  const add = useCommand('search.code', { ownErrors: true });
  const codable = useMemo(
    () => [...(codes?.values() ?? [])].filter(({ code }) => code.codable && !code.retired),
    [codes],
  );
  const target = chosen === null ? undefined : codes?.get(chosen);

  const confirm = (): void => {
    if (!target) return;
    add.mutate(
      {
        hits: hits.map(({ document, start, end }) => ({ document, start, end })),
        unit,
        codes: [target.code.id],
      },
      {
        onSuccess: ({ codings, present }) => {
          onDone();
          const text = t('search.code.done', { code: target.name, codings, present });
          showUndoToast(t, text, codings === 0 ? null : undefined);
        },
      },
    );
  };

  return (
    <Dialog
      title={t('search.code.title', { count: hits.length })}
      width="wide"
      onClose={onClose}
      confirm={{
        label: t('search.code.button', { count: hits.length }),
        run: confirm,
        isDisabled: !target || add.isPending,
      }}
      error={add.error}
    >
      <div className={styles.line}>
        <Choice
          label={t('search.code.unit')}
          value={unit}
          options={hitUnits.map((one) => ({ id: one, label: t(`search.code.unit.${one}`) }))}
          onChange={setUnit}
        />
        {target ? (
          <span className={styles.target}>
            {t('search.code.with')}
            <CodeChip name={target.name} lang={target.lang} color={target.code.color} mark={target.code.mark} />
          </span>
        ) : null}
      </div>
      <CodePick label={t('search.code.find')} codes={codable} onPick={setChosen} />
      <p className={styles.note}>{t('search.code.note')}</p>
    </Dialog>
  );
}
