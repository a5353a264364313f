import { useState } from 'react';
import { codeMarks, type CodeMark } from '../../../shared/domain/codebook.ts';
import type { CodeId } from '../../../shared/domain/ids.ts';
import { useCommand } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import type { NamedCode } from './code-names.ts';
import { selectCode } from './codebook-state.ts';
import styles from './code-dialog.module.css';
import { ColorPick } from './color-pick.tsx';

export type CodeDialogTarget =
  | { readonly kind: 'new'; readonly parent: CodeId | null }
  | { readonly kind: 'edit'; readonly code: NamedCode };

type DialogProps = {
  readonly target: CodeDialogTarget;
  readonly codes: ReadonlyMap<CodeId, NamedCode>;
  readonly onClose: () => void;
};

const topLevel = 'top';

/** Creates a code, or changes what it is called, how it looks and when it is to be used. Colour and mark are dealt unless chosen. */
export function CodeDialog({ target, codes, onClose }: DialogProps) {
  const { t, language } = useWords();
  const edited = target.kind === 'edit' ? target.code : null;
  const lang = edited?.lang ?? language;
  const texts = edited?.code.texts[lang];
  const [name, setName] = useState(edited?.name ?? '');
  const [parent, setParent] = useState<string>(
    (target.kind === 'new' ? target.parent : target.code.code.parent) ?? topLevel,
  );
  const [look, setLook] = useState<{ color: string; mark: CodeMark } | null>(
    edited ? { color: edited.code.color, mark: edited.code.mark } : null,
  );
  const [definition, setDefinition] = useState(texts?.definition ?? '');
  const [whenToUse, setWhenToUse] = useState(texts?.whenToUse ?? '');
  const [whenNotToUse, setWhenNotToUse] = useState(texts?.whenNotToUse ?? '');
  const [aliases, setAliases] = useState(edited?.code.aliases.map(({ text }) => text).join(', ') ?? '');
  const create = useCommand('codes.create', { ownErrors: true });
  const update = useCommand('codes.update', { ownErrors: true });
  const move = useCommand('codes.move', { ownErrors: true });
  const error = create.error ?? update.error ?? move.error;

  const save = async (): Promise<void> => {
    const under = parent === topLevel ? null : (parent as CodeId);
    try {
      const code =
        edited?.code ?? (await create.mutateAsync({ name: name.trim(), language: lang, parent: under, ...look }));
      const kinds = new Map(edited?.code.aliases.map(({ text, kind }) => [text, kind]));
      const typed = aliases.split(/[,，、;；]/).map((text) => text.trim());
      const rules = { definition, whenToUse, whenNotToUse };
      const hasRules = Object.values(rules).some((text) => text !== '') || typed.some(Boolean);
      if (edited || hasRules)
        await update.mutateAsync({
          code: code.id,
          texts: { [lang]: edited ? { name: name.trim(), ...rules } : rules },
          aliases: typed.filter(Boolean).map((text) => ({ text, kind: kinds.get(text) ?? 'alias' })),
          ...(edited && look ? look : {}),
        });
      if (edited && edited.code.parent !== under)
        await move.mutateAsync({ code: code.id, parent: under, before: null });
      selectCode(code.id);
      onClose();
    } catch {
      // Said in the dialog, below the fields.
    }
  };

  const places = [
    { id: topLevel, label: t('coding.code.top') },
    ...[...codes.values()]
      .filter(({ code }) => code.id !== edited?.code.id)
      .map((code) => ({ id: code.code.id as string, label: [code.path, code.name].filter(Boolean).join(' › ') })),
  ];

  return (
    <Dialog
      title={edited ? t('coding.code.editTitle', { name: edited.name }) : t('coding.code.newTitle')}
      width="wide"
      onClose={onClose}
      buttons={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button look="main" isDisabled={name.trim() === ''} onPress={() => void save()}>
            {edited ? t('app.save') : t('coding.code.create')}
          </Button>
        </>
      }
    >
      <Field
        label={t('coding.code.name')}
        value={name}
        onChange={setName}
        lang={lang}
        autoFocus
        onEnter={() => void save()}
      />
      <div className={styles.pair}>
        <Choice label={t('coding.code.parent')} value={parent} options={places} onChange={setParent} />
        <Choice<CodeMark>
          label={t('coding.code.mark')}
          value={look?.mark ?? 'solid'}
          options={codeMarks.map((mark) => ({ id: mark, label: t(`coding.code.mark.${mark}`) }))}
          onChange={(mark) => setLook({ color: look?.color ?? '#008ec9', mark })}
        />
      </div>
      <ColorPick
        color={look?.color ?? null}
        mark={look?.mark ?? 'solid'}
        sample={name}
        onChange={(color, mark) => setLook({ color, mark: look?.mark ?? mark })}
      />
      <Field label={t('coding.code.definition')} value={definition} onChange={setDefinition} lang={lang} lines={2} />
      <Field label={t('coding.code.whenToUse')} value={whenToUse} onChange={setWhenToUse} lang={lang} lines={2} />
      <Field
        label={t('coding.code.whenNotToUse')}
        value={whenNotToUse}
        onChange={setWhenNotToUse}
        lang={lang}
        lines={2}
      />
      <Field
        label={t('coding.code.aliases')}
        hint={t('coding.code.aliasesHint')}
        value={aliases}
        onChange={setAliases}
        lang={lang}
      />
      {error ? <ErrorNote error={error} /> : null}
    </Dialog>
  );
}
