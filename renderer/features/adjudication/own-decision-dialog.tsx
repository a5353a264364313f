import { useEffect, useRef, useState } from 'react';
import type { QueuedDifference } from '../../../shared/contract/methods/adjudication.ts';
import { asId, type CodeId } from '../../../shared/domain/ids.ts';
import type { Span } from '../../../shared/domain/span.ts';
import { useQuery } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { Choice } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { comparedPlaces } from '../agreement/compared-places.ts';
import type { NamedCode } from '../results/code-names.ts';
import styles from './own-decision-dialog.module.css';

type OwnDecisionDialogProps = {
  readonly difference: QueuedDifference;
  readonly names: ReadonlyMap<CodeId, NamedCode>;
  readonly onDecide: (own: Span & { readonly code: CodeId }) => void;
  readonly onClose: () => void;
};

/** One's own passage instead of the coders': the words are selected as in any text, by keyboard or mouse. */
export function OwnDecisionDialog({ difference, names, onDecide, onClose }: OwnDecisionDialogProps) {
  const { t } = useWords();
  const { data: document } = useQuery('documents.get', { document: difference.document });
  const [code, setCode] = useState<string>(difference.code);
  const field = useRef<HTMLTextAreaElement>(null);
  const places = document ? comparedPlaces(document.turns, [difference]) : [];
  const from = places[0]?.shown.start ?? difference.start;
  const text = document?.text.slice(from, places.at(-1)?.shown.end ?? difference.end) ?? '';
  useEffect(() => {
    if (text === '') return;
    field.current?.focus();
    field.current?.setSelectionRange(difference.start - from, difference.end - from);
  }, [text, from, difference]);
  const decide = (): void => {
    const { selectionStart = 0, selectionEnd = 0 } = field.current ?? {};
    if (selectionEnd <= selectionStart) return;
    onDecide({ start: from + selectionStart, end: from + selectionEnd, code: asId<'code'>(code) });
  };
  return (
    <Dialog
      title={t('adjudication.own.title')}
      width="wide"
      onClose={onClose}
      confirm={{ label: t('adjudication.own.take'), run: decide }}
    >
      <Choice
        label={t('agreement.column.code')}
        value={code}
        options={[...names].map(([id, { name }]) => ({ id: String(id), label: name }))}
        onChange={setCode}
      />
      <p className={styles.hint}>{t('adjudication.own.hint')}</p>
      <textarea
        ref={field}
        readOnly
        aria-label={t('adjudication.own.words')}
        className={styles.words}
        value={text}
        lang={difference.language}
        translate="no"
        spellCheck={false}
        rows={8}
      />
    </Dialog>
  );
}
