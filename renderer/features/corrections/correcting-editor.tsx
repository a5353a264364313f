import { LexicalComposer } from '@lexical/react/LexicalComposer';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary';
import { PlainTextPlugin } from '@lexical/react/LexicalPlainTextPlugin';
import { $getRoot } from 'lexical';
import { type RefObject, useEffect, useState } from 'react';
import { blockAt } from '../../../shared/transcript/blocks.ts';
import { directionOf } from '../../../shared/text/direction.ts';
import { clockTime } from '../../../shared/text/clock-time.ts';
import { reportError } from '../../api/error-report.ts';
import { useWords } from '../../i18n/text.ts';
import type { DocumentPage } from '../transcript/place/document-page.ts';
import { useTranscript } from '../transcript/transcript-state.ts';
import { CorrectingSession } from './correcting-session.ts';
import { $createTurnNode, ChunkNode, type TurnLabel, TurnNode } from './correcting-nodes.ts';
import { useCorrecting } from './correcting-state.ts';
import { keepWithinTurns } from './correcting-manners.ts';
import styles from './correcting-pane.module.css';

type EditorProps = {
  readonly page: DocumentPage;
  readonly scroller: RefObject<HTMLElement | null>;
  /** Told which session of writing has begun, and null at its end. */
  readonly onSession: (session: CorrectingSession | null) => void;
};

function labelOf({ document, speakers }: DocumentPage, turn: number | null): TurnLabel {
  const said = turn === null ? null : document.turns[turn]!;
  const speaker = said?.speaker ? speakers.get(said.speaker) : undefined;
  return {
    speaker: speaker?.name ?? '',
    time: said?.time == null ? '' : clockTime(said.time),
    language: document.language,
    isLine: turn === null,
    isQuestion: speaker?.role === 'interviewer',
  };
}

/** The words of a transcript to write in: chunks of about twenty blocks, the labels beside them. */
export function CorrectingEditor({ page, scroller, onSession }: EditorProps) {
  const { t } = useWords();
  return (
    <LexicalComposer
      initialConfig={{
        namespace: 'correcting',
        nodes: [ChunkNode, TurnNode],
        onError: reportError,
        editorState: () => {
          for (const blocks of page.sections) {
            const chunk = new ChunkNode();
            chunk.append(
              ...blocks.map((block) =>
                $createTurnNode(labelOf(page, block.turn), page.text.slice(block.start, block.end)),
              ),
            );
            $getRoot().append(chunk);
          }
        },
      }}
    >
      <PlainTextPlugin
        contentEditable={
          <ContentEditable
            className={styles.words}
            dir={directionOf(page.language)}
            aria-label={t('correcting.label', { name: page.document.name })}
            aria-multiline
            tabIndex={0}
            translate="no"
            spellCheck={false}
            autoCorrect="off"
          />
        }
        ErrorBoundary={LexicalErrorBoundary}
      />
      <Writing page={page} scroller={scroller} onSession={onSession} />
    </LexicalComposer>
  );
}

function Writing({ page, scroller, onSession }: EditorProps) {
  const [editor] = useLexicalComposerContext();
  const [first] = useState(page);
  useEffect(() => {
    const writing = new CorrectingSession(editor, first, scroller.current!);
    onSession(writing);
    const stop = keepWithinTurns(editor);
    const { place } = useTranscript.getState();
    writing.goTo(blockAt(first.blocks, place), place, useCorrecting.getState().at);
    return () => {
      stop();
      writing.end();
      onSession(null);
    };
  }, [editor, first, scroller, onSession]);
  return null;
}
