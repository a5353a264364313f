import { type KeyboardEvent, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useCommand } from '../../api/hooks.ts';
import { type Command, useCommands } from '../../app/commands/registry.ts';
import { showPassage } from '../../app/navigation.ts';
import { useSettings } from '../../app/use-settings.ts';
import { isComposing } from '../../ui/composing.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import type { DocumentPage } from '../transcript/place/document-page.ts';
import { pageGeometry, useWidth } from '../transcript/place/page-geometry.ts';
import { useTranscript } from '../transcript/transcript-state.ts';
import { CorrectingEditor } from './correcting-editor.tsx';
import type { CorrectingSession } from './correcting-session.ts';
import styles from './correcting-pane.module.css';
import { stopCorrecting, useCorrecting } from './correcting-state.ts';

/** Above some 40,000 words, what is off screen is left out of layout; in UTF-16 units. */
const longText = 240_000;

/** A transcript whose words are being corrected: a banner that says so, and the words to write in. */
export function CorrectingPane({ page }: { page: DocumentPage }) {
  const { t } = useWords();
  const settings = useSettings();
  const scroller = useRef<HTMLDivElement>(null);
  const session = useRef<CorrectingSession | null>(null);
  const keepSession = useCallback((begun: CorrectingSession | null) => {
    session.current = begun;
  }, []);
  const refusal = useCorrecting((s) => s.refusal);
  const width = useWidth(scroller);
  const { inset, words } = pageGeometry(width, settings);
  const written = useWrittenPage(page, session);
  const { mutate: undo } = useCommand('history.undo');

  const leave = useCallback(async () => {
    const place = session.current?.caret() ?? 0;
    const at = session.current?.caretAt();
    await session.current?.store();
    stopCorrecting();
    showPassage({ document: page.document.id, start: place, end: place, at });
  }, [page.document.id]);

  const commands = useMemo<readonly Command[]>(
    () => [{ id: 'correcting.leave', message: 'command.correcting.leave', run: () => void leave().catch(() => null) }],
    [leave],
  );
  useCommands(commands);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent)) return;
    const isUndo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
    if (event.key !== 'Escape' && !isUndo) return;
    event.preventDefault();
    event.stopPropagation();
    if (!isUndo) void leave().catch(() => null);
    else {
      useTranscript.setState({ place: session.current?.caret() ?? 0 });
      void session.current
        ?.store()
        .then(() => undo({}))
        .catch(() => null);
    }
  };

  return (
    <section
      className={styles.pane}
      aria-label={t('correcting.label', { name: page.document.name })}
      style={{ '--inset': `${inset}px`, '--measure': `${words}px` }}
    >
      <header className={styles.head}>
        <h1 className={styles.title} lang={page.document.language}>
          {page.document.case?.name ?? page.document.name}
        </h1>
        <p role="status" className={styles.says}>
          {t(refusal ?? 'correcting.banner')}
        </p>
        <Button onPress={() => void leave().catch(() => null)}>{t('correcting.done')}</Button>
      </header>
      {/* Listens for keys that bubble up from the words. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        ref={scroller}
        className={page.text.length > longText ? `${styles.scroller} ${styles.long}` : styles.scroller}
        onKeyDownCapture={onKeyDown}
      >
        {/* Not before it is known how wide the words run: where they stand is measured at once. */}
        {width > 0 ? (
          <CorrectingEditor key={written.time} page={written.page} scroller={scroller} onSession={keepSession} />
        ) : null}
      </div>
    </section>
  );
}

/** The page the words were opened with, and the how-manyeth that is; another once the text has become one that was not written here. */
type WrittenPage = { readonly page: DocumentPage; readonly time: number };

function useWrittenPage(page: DocumentPage, session: RefObject<CorrectingSession | null>): WrittenPage {
  const [written, setWritten] = useState<WrittenPage>({ page, time: 0 });
  useEffect(() => {
    if (session.current?.knows(page.document.textHash) === false) setWritten(({ time }) => ({ page, time: time + 1 }));
  }, [page, session]);
  return written;
}
