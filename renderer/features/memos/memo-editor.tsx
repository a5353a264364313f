import { ListItemNode, ListNode } from '@lexical/list';
import { LexicalComposer } from '@lexical/react/LexicalComposer';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary';
import { HistoryPlugin } from '@lexical/react/LexicalHistoryPlugin';
import { ListPlugin } from '@lexical/react/LexicalListPlugin';
import { OnChangePlugin } from '@lexical/react/LexicalOnChangePlugin';
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin';
import { HeadingNode } from '@lexical/rich-text';
import { $getRoot, type EditorState } from 'lexical';
import { useCallback, useEffect, useRef, useState } from 'react';
import { VerbatimError } from '../../../shared/contract/errors.ts';
import { messageLimit } from '../../../shared/contract/message.ts';
import type { Memo, MemoTarget } from '../../../shared/contract/schema/entities.ts';
import { isPlain, memoText, plainBlocks } from '../../../shared/domain/memo-body.ts';
import { useCommand } from '../../api/hooks.ts';
import { reportError } from '../../api/error-report.ts';
import { useWords } from '../../i18n/text.ts';
import { focusReader } from '../transcript/place/dom-position.ts';
import { type ComingCoding, writeMemo } from '../transcript/transcript-state.ts';
import styles from './memo-editor.module.css';
import { MemoToolbar } from './memo-toolbar.tsx';
import { takeCaretBeforeKeys } from '../../ui/caret-before-keys.ts';
import { isComposing } from '../../ui/composing.ts';
import { onLeavingPage } from '../../ui/leaving-page.ts';
import { keepPasteLight } from './plain-paste.ts';
import { $blocksOfEditor, $fillWith } from './rich-memo.ts';
import { latestWords, type MemoPlace, type MemoWords, rememberSent, wordsKey } from './sent-memos.ts';

type EditorProps = {
  readonly label: string;
  readonly target: MemoPlace;
  readonly text: string;
  readonly body: Memo['body'];
  readonly language: string;
  /** Escape; leaves the memo of a passage for the transcript unless something else is to happen. */
  readonly onLeave?: () => void;
};

/** A pause in typing after which the memo is stored, in milliseconds. */
const pause = 1200;

/** What a message to the core takes beside the memo itself, in bytes, generously. */
const besideMemo = 4096;

const looks = {
  text: { bold: styles.bold!, italic: styles.italic! },
  list: { nested: { listitem: styles.nested! } },
};

function leavePassage(): void {
  writeMemo(null);
  focusReader();
}

/** A coding that was still to come as what its memo is on. Throws `cancelled` where it was refused, which has been said. */
async function whenThere({ coding }: ComingCoding): Promise<MemoTarget> {
  const id = await coding;
  if (id === null) throw new VerbatimError('cancelled', {});
  return { kind: 'coding', id };
}

/** What is sent of a memo, and that as text, to see whether it is still what was stored. */
function writtenIn(state: EditorState): { words: MemoWords; key: string } {
  const body = state.read($blocksOfEditor);
  const words = isPlain(body) ? { text: memoText(body) } : { body };
  return { words, key: wordsKey(words) };
}

/** A memo with headings, lists and bold words. It is stored when one pauses, leaves it, or presses Escape; an emptied memo is removed. */
export function MemoEditor({ label, target, text, body, language, onLeave = leavePassage }: EditorProps) {
  const { t } = useWords();
  const { mutateAsync: save } = useCommand('memos.save');
  const { mutateAsync: saveOnRange } = useCommand('memos.saveOnRange');
  const shown = wordsKey(body ? { body } : { text });
  const [begun] = useState(() => latestWords(target, body ? { body } : { text }));
  const stored = useRef(wordsKey(begun));
  const written = useRef<EditorState | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const [isTooLong, setTooLong] = useState(false);

  const store = useCallback(() => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    if (written.current === null) return;
    const { words, key } = writtenIn(written.current);
    const fits = new TextEncoder().encode(key).length + besideMemo <= messageLimit;
    setTooLong(!fits);
    if (!fits || key === stored.current) return;
    if ('document' in target && ('text' in words ? words.text : memoText(words.body)).trim() === '') return;
    const before = stored.current;
    stored.current = key;
    const send = async (): Promise<unknown> => {
      if ('document' in target) return saveOnRange({ ...target, ...words });
      return save({ target: 'coming' in target ? await whenThere(target.coming) : target, ...words });
    };
    const saved = send();
    rememberSent(target, words, shown, saved);
    // What was refused is sent again when one next pauses or leaves.
    saved.catch(() => {
      if (stored.current === key) stored.current = before;
    });
  }, [save, saveOnRange, target, shown]);
  const latest = useRef(store);
  useEffect(() => {
    latest.current = store;
  }, [store]);
  // Closing the editor in any way stores what has been written.
  useEffect(() => () => latest.current(), []);
  useEffect(() => onLeavingPage(() => latest.current()), []);

  return (
    <LexicalComposer
      initialConfig={{
        namespace: 'memo',
        theme: looks,
        nodes: [HeadingNode, ListNode, ListItemNode],
        onError: reportError,
        editorState: () => {
          $fillWith('body' in begun ? begun.body : plainBlocks(begun.text));
          $getRoot().selectEnd();
        },
      }}
    >
      {/* Listens for keys that bubble up from the field. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        className={styles.editor}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !isComposing(event.nativeEvent)) {
            event.stopPropagation();
            onLeave();
          }
        }}
        onBlur={() => latest.current()}
      >
        <MemoToolbar />
        <div className={styles.field}>
          <RichTextPlugin
            contentEditable={
              <ContentEditable
                className={styles.text}
                aria-label={label}
                aria-placeholder={t('coding.memo.placeholder')}
                placeholder={<p className={styles.placeholder}>{t('coding.memo.placeholder')}</p>}
                lang={language}
                translate="no"
                spellCheck={false}
              />
            }
            ErrorBoundary={LexicalErrorBoundary}
          />
        </div>
        {isTooLong ? (
          <p role="alert" className={styles.tooLong}>
            {t('memos.tooLong')}
          </p>
        ) : null}
        <HistoryPlugin />
        <ListPlugin />
        <Manners />
        <OnChangePlugin
          ignoreSelectionChange
          onChange={(state) => {
            written.current = state;
            if (timer.current !== null) clearTimeout(timer.current);
            timer.current = setTimeout(() => latest.current(), pause);
          }}
        />
      </div>
    </LexicalComposer>
  );
}

function Manners() {
  const [editor] = useLexicalComposerContext();
  useEffect(() => editor.focus(), [editor]);
  useEffect(() => keepPasteLight(editor), [editor]);
  useEffect(() => takeCaretBeforeKeys(editor), [editor]);
  return null;
}
