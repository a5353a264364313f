import { directionOf } from '../../../shared/text/direction.ts';
import { shortDateTime } from '../../i18n/format.ts';
import { useWords } from '../../i18n/text.ts';
import { Swatch } from '../../ui/code-chip.tsx';
import styles from './coding-note.module.css';
import { useTranscript } from './transcript-state.ts';
import { useView } from './use-document-view.ts';

/** Room for the note beside the pointer, in pixels. */
const width = 280;

/** What the stripe under the pointer is: code and path, coder, time, memo. For the pointer only; the list beside the transcript says the same. */
export function CodingNote() {
  const { language } = useWords();
  const note = useTranscript((s) => s.note);
  const view = useView((s) => s.view);
  const codings = note && view ? note.codings.flatMap((id) => view.codingById.get(id) ?? []) : [];
  if (!note || !view || codings.length === 0) return null;
  // Over the words, on whichever side of the margin they are.
  const isMirrored = directionOf(view.language) === 'rtl';
  return (
    <ul
      className={styles.note}
      style={{ left: isMirrored ? note.left + 28 : note.left - width, top: note.top, width }}
      dir="ltr"
      aria-hidden
    >
      {codings.map(({ id, code, coding, memo }) => (
        <li key={id} className={styles.coding}>
          <span className={styles.code} lang={code.lang}>
            <Swatch color={code.code.color} mark={code.code.mark} retired={code.code.retired} />
            <b>{code.name}</b>
          </span>
          {code.path ? <span lang={code.lang}>{code.path}</span> : null}
          <span>
            {view.coderName(coding.coder)} · {shortDateTime(coding.createdAt, language)}
          </span>
          {memo ? <span className={styles.memo}>{memo.text}</span> : null}
        </li>
      ))}
    </ul>
  );
}
