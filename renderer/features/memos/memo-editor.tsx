import { LexicalComposer } from '@lexical/react/LexicalComposer';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary';
import { HistoryPlugin } from '@lexical/react/LexicalHistoryPlugin';
import { OnChangePlugin } from '@lexical/react/LexicalOnChangePlugin';
import { PlainTextPlugin } from '@lexical/react/LexicalPlainTextPlugin';
import { $createLineBreakNode, $createParagraphNode, $createTextNode, $getRoot } from 'lexical';
import { useCallback, useEffect, useRef } from 'react';
import type { MemoTarget } from '../../../shared/contract/schema/entities.ts';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import type { Span } from '../../../shared/domain/span.ts';
import { useCommand } from '../../api/hooks.ts';
import { reportError } from '../../app/error-report.ts';
import { useWords } from '../../i18n/text.ts';
import { focusReader } from '../transcript/dom-position.ts';
import { writeMemo } from '../transcript/transcript-state.ts';
import styles from './memo-editor.module.css';

type EditorProps = {
  readonly label: string;
  readonly target: MemoTarget | ({ readonly document: DocumentId } & Span);
  readonly text: string;
  readonly language: string;
};

/** A pause in typing after which the memo is stored, in milliseconds. */
const pause = 1200;

function fillWith(text: string): () => void {
  return () => {
    const paragraph = $createParagraphNode();
    text.split('\n').forEach((line, at) => {
      if (at > 0) paragraph.append($createLineBreakNode());
      if (line !== '') paragraph.append($createTextNode(line));
    });
    $getRoot().append(paragraph);
    paragraph.selectEnd();
  };
}

/** A memo in plain text. It is stored when one pauses, leaves it, or presses Escape; an emptied memo is removed. */
export function MemoEditor({ label, target, text, language }: EditorProps) {
  const { t } = useWords();
  const { mutateAsync: save } = useCommand('memos.save');
  const { mutateAsync: saveOnRange } = useCommand('memos.saveOnRange');
  const stored = useRef(text);
  const written = useRef(text);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  const store = useCallback(() => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    const now = written.current;
    if (now === stored.current) return;
    stored.current = now;
    const isRange = 'document' in target;
    if (isRange && now.trim() === '') return;
    const saved = isRange ? saveOnRange({ ...target, text: now }) : save({ target, text: now });
    saved.catch(reportError);
  }, [save, saveOnRange, target]);
  const latest = useRef(store);
  useEffect(() => {
    latest.current = store;
  }, [store]);
  // Closing the editor in any way stores what has been written.
  useEffect(() => () => latest.current(), []);

  return (
    <LexicalComposer
      initialConfig={{ namespace: 'memo', theme: {}, onError: reportError, editorState: fillWith(text) }}
    >
      {/* Listens for keys that bubble up from the field. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        className={styles.editor}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.nativeEvent.isComposing) {
            event.stopPropagation();
            writeMemo(null);
            focusReader();
          }
        }}
        onBlur={() => latest.current()}
      >
        <PlainTextPlugin
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
        <HistoryPlugin />
        <FocusAtOnce />
        <OnChangePlugin
          ignoreSelectionChange
          onChange={(state) => {
            written.current = state.read(() => $getRoot().getTextContent());
            if (timer.current !== null) clearTimeout(timer.current);
            timer.current = setTimeout(() => latest.current(), pause);
          }}
        />
      </div>
    </LexicalComposer>
  );
}

function FocusAtOnce() {
  const [editor] = useLexicalComposerContext();
  useEffect(() => editor.focus(), [editor]);
  return null;
}
