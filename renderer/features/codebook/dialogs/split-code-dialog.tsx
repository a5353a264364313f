import { useId, useState } from 'react';
import type { CodeCoding } from '../../../../shared/contract/methods/codebook.ts';
import type { CodeId, CodingId } from '../../../../shared/domain/ids.ts';
import { useCommand, useQuery } from '../../../api/hooks.ts';
import { useWords } from '../../../i18n/text.ts';
import { Choice } from '../../../ui/choice.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { Tick } from '../../../ui/tick.tsx';
import { passagePlace } from '../../results/passage-place.tsx';
import type { NamedCode } from '../code-names.ts';
import { selectCode } from '../codebook-state.ts';
import styles from './split-code-dialog.module.css';
import { showUndoToast } from '../../../app/undo-toast.ts';

type DialogProps = {
  readonly code: NamedCode;
  readonly codes: ReadonlyMap<CodeId, NamedCode>;
  readonly onClose: () => void;
};

/** Chooses which of a code's codings go to a new code. */
export function SplitCodeDialog({ code: named, onClose }: DialogProps) {
  const { t, language } = useWords();
  const { code } = named;
  const { data: codings } = useQuery('codes.codings', { code: code.id });
  const [name, setName] = useState('');
  const [place, setPlace] = useState<'beside' | 'under'>('beside');
  const [chosen, setChosen] = useState<ReadonlySet<CodingId>>(new Set());
  const split = useCommand('codes.split', { ownErrors: true });
  const all = codings ?? [];

  const toggle = (coding: CodingId): void => {
    const next = new Set(chosen);
    if (!next.delete(coding)) next.add(coding);
    setChosen(next);
  };
  const confirm = (): void =>
    split.mutate(
      {
        code: code.id,
        name: name.trim(),
        language,
        parent: place === 'under' ? code.id : code.parent,
        codings: all.map(({ coding }) => coding).filter((coding) => chosen.has(coding)),
      },
      {
        onSuccess: (made) => {
          selectCode(made.id);
          onClose();
          showUndoToast(t, t('codebook.split.done', { name: name.trim() }));
        },
      },
    );

  return (
    <Dialog
      title={t('codebook.split.title', { name: named.name })}
      width="wide"
      onClose={onClose}
      confirm={{
        label: t('codebook.split.button', { codings: chosen.size }),
        run: confirm,
        isDisabled: name.trim() === '' || chosen.size === 0 || split.isPending,
      }}
      error={split.error}
    >
      {codings && all.length === 0 ? (
        <p>{t('codebook.split.none')}</p>
      ) : (
        <>
          <Field label={t('codebook.split.name')} value={name} onChange={setName} lang={language} autoFocus />
          <Choice
            label={t('codebook.split.place')}
            value={place}
            options={[
              { id: 'beside', label: t('codebook.split.beside', { name: named.name }) },
              { id: 'under', label: t('codebook.split.under', { name: named.name }) },
            ]}
            onChange={setPlace}
          />
          <Tick
            label={t('codebook.split.all', { count: all.length })}
            isTicked={all.length > 0 && chosen.size === all.length}
            onChange={(isAll) => setChosen(new Set(isAll ? all.map(({ coding }) => coding) : []))}
          />
          <ul className={styles.list} aria-label={t('codebook.split.codings', { name: named.name })}>
            {all.map((one) => (
              <li key={one.coding}>
                <ChosenCoding coding={one} isChosen={chosen.has(one.coding)} onToggle={() => toggle(one.coding)} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}

type ChosenProps = { readonly coding: CodeCoding; readonly isChosen: boolean; readonly onToggle: () => void };

function ChosenCoding({ coding: { passage }, isChosen, onToggle }: ChosenProps) {
  const { t } = useWords();
  const id = useId();
  return (
    <div className={styles.coding}>
      <input type="checkbox" aria-labelledby={id} checked={isChosen} onChange={onToggle} />
      {/* The words are as good as the box. */}
      <span id={id} role="presentation" className={styles.words} onClick={onToggle}>
        <span className={styles.quote} lang={passage.language} dir="auto">
          {passage.quote}
        </span>
        <span className={styles.place}>
          {passage.documentName} · {passagePlace(t, passage)} · {passage.coders.join(', ')}
        </span>
      </span>
    </div>
  );
}
