import { useState } from 'react';
import { codeMarks, type CodeMark } from '../../../../shared/domain/codebook.ts';
import type { CodeTexts } from '../../../../shared/contract/schema/entities.ts';
import type { CodeId } from '../../../../shared/domain/ids.ts';
import { useCommand } from '../../../api/hooks.ts';
import { useWords } from '../../../i18n/text.ts';
import { Choice } from '../../../ui/choice.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { Tick } from '../../../ui/tick.tsx';
import { ownLanguageName } from '../../imports/choices.ts';
import { type CodeDraft, detailsOf, draftOf, noTexts } from './code-draft.ts';
import styles from './code-dialog.module.css';
import type { NamedCode } from '../code-names.ts';
import { selectCode } from '../codebook-state.ts';
import { ColorPick } from './color-pick.tsx';
import { ExamplesField } from './examples-field.tsx';
import { nearbyCodes } from './nearby-codes.ts';

type DialogProps = {
  /** Null: a new code. */
  readonly edited: NamedCode | null;
  readonly under: CodeId | null;
  readonly codes: ReadonlyMap<CodeId, NamedCode>;
  readonly onClose: () => void;
};

const topLevel = 'top';
const offered = ['en', 'zh-Hans', 'ja'];
const firstColor = '#008ec9';

/** Creates a code, or changes all that is said of it in any language, in one step. Colour and mark are dealt unless chosen. */
export function CodeDialog({ edited, under, codes, onClose }: DialogProps) {
  const { t, language } = useWords();
  const [draft, setDraft] = useState<CodeDraft>(() => draftOf(edited?.code ?? null, under));
  const [shown, setShown] = useState(edited?.lang ?? language);
  const create = useCommand('codes.create', { ownErrors: true });
  const update = useCommand('codes.update', { ownErrors: true });
  const error = create.error ?? update.error;
  const written = edited?.code.language ?? language;
  const name = draft.texts[written]?.name.trim() ?? '';
  const texts = draft.texts[shown] ?? noTexts;
  const set = (patch: Partial<CodeDraft>): void => setDraft((before) => ({ ...before, ...patch }));
  const write = (patch: Partial<CodeTexts>): void =>
    set({ texts: { ...draft.texts, [shown]: { ...texts, ...patch } } });

  const save = (): void => {
    const onSuccess = ({ id }: { id: CodeId }): void => {
      selectCode(id);
      onClose();
    };
    const details = detailsOf(draft, edited?.code ?? null);
    if (edited) update.mutate({ code: edited.code.id, ...details }, { onSuccess });
    else create.mutate({ name, language: written, ...details }, { onSuccess });
  };

  const languages = [...new Set([...offered, ...Object.keys(draft.texts), written])];
  const places = [
    { id: topLevel, label: t('coding.code.top') },
    ...[...codes.values()]
      .filter(({ code }) => code.id !== edited?.code.id && (!code.retired || code.id === draft.parent))
      .map((code) => ({ id: code.code.id as string, label: [code.path, code.name].filter(Boolean).join(' › ') })),
  ];
  const rules = [
    ['definition', t('coding.code.definition')],
    ['whenToUse', t('coding.code.whenToUse')],
    ['whenNotToUse', t('coding.code.whenNotToUse')],
  ] as const;

  return (
    <Dialog
      title={edited ? t('coding.code.editTitle', { name: edited.name }) : t('coding.code.newTitle')}
      width="wide"
      onClose={onClose}
      confirm={{
        label: edited ? t('app.save') : t('coding.code.create'),
        run: save,
        isDisabled: name === '' || create.isPending || update.isPending,
      }}
      error={error}
    >
      <Choice
        label={t('codebook.language')}
        value={shown}
        options={languages.map((tag) => ({
          id: tag,
          label:
            tag === written ? t('codebook.language.written', { language: ownLanguageName(tag) }) : ownLanguageName(tag),
        }))}
        onChange={setShown}
      />
      <Field
        key={`name ${shown}`}
        label={t('coding.code.name')}
        value={texts.name}
        onChange={(text) => write({ name: text })}
        lang={shown}
        autoFocus
        {...(shown === written ? {} : { hint: t('codebook.language.missing', { language: ownLanguageName(written) }) })}
      />
      {rules.map(([key, label]) => (
        <Field
          key={key}
          label={label}
          value={texts[key]}
          onChange={(text) => write({ [key]: text })}
          lang={shown}
          lines={2}
        />
      ))}
      <div className={styles.pair}>
        <Choice
          label={t('coding.code.parent')}
          value={draft.parent ?? topLevel}
          options={places}
          onChange={(id) => set({ parent: id === topLevel ? null : (id as CodeId) })}
        />
        <Choice<CodeMark>
          label={t('coding.code.mark')}
          value={draft.look?.mark ?? 'solid'}
          options={codeMarks.map((mark) => ({ id: mark, label: t(`coding.code.mark.${mark}`) }))}
          onChange={(mark) => set({ look: { color: draft.look?.color ?? firstColor, mark } })}
        />
      </div>
      <ColorPick
        color={draft.look?.color ?? null}
        mark={draft.look?.mark ?? 'solid'}
        sample={texts.name || name}
        nearby={nearbyCodes([...codes.values()], edited?.code.id ?? null, draft.parent)}
        onChange={(color, mark) => set({ look: { color, mark: draft.look?.mark ?? mark } })}
      />
      <ExamplesField examples={draft.examples} lang={written} onChange={(examples) => set({ examples })} />
      <Field
        label={t('coding.code.aliases')}
        hint={t('codebook.aliases.hint')}
        value={draft.aliases}
        onChange={(aliases) => set({ aliases })}
        lang={shown}
      />
      <Field
        label={t('codebook.readings')}
        hint={t('codebook.readings.hint')}
        value={draft.readings}
        onChange={(readings) => set({ readings })}
        lang="ja"
      />
      <Tick label={t('codebook.asksMemo')} isTicked={draft.asksMemo} onChange={(asksMemo) => set({ asksMemo })} />
    </Dialog>
  );
}
