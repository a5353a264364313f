import type { Document, Passage } from '../../../shared/contract/schema/entities.ts';
import type { Span } from '../../../shared/domain/span.ts';
import { useQuery } from '../../api/hooks.ts';
import { showPassage } from '../../app/navigation.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { codeColorStyle } from '../../ui/code-chip.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import type { NamedCode } from '../results/code-names.ts';
import { PassagePlace, passagePlace } from '../results/passage-place.tsx';
import { codedSegments } from './coded-segments.ts';
import styles from './compared-document.module.css';
import { type ComparedPlace, comparedPlaces } from './compared-places.ts';

type ComparedDocumentProps = {
  readonly code: NamedCode;
  /** Those who are done with the document. */
  readonly coders: readonly string[];
  /** The passages of this document that are listed. */
  readonly listed: readonly Passage[];
  /** All passages of this document, so that each coder's column shows the whole of what that coder marked. */
  readonly all: readonly Passage[];
  readonly differing: readonly Span[];
  /** Goes to the decision on a passage; null where there is nothing to decide. */
  readonly onDecide: ((passage: Passage) => void) | null;
};

/** The turns of one transcript that hold the listed passages, each as every coder marked it. */
export function ComparedDocument({ code, coders, listed, all, differing, onDecide }: ComparedDocumentProps) {
  const { id, name } = { id: listed[0]!.document, name: listed[0]!.documentName };
  const { data, error } = useQuery('documents.get', { document: id }, { ownErrors: true });
  return (
    <section aria-label={name}>
      <h3 className={styles.document}>{name}</h3>
      {error ? <ErrorNote error={error} /> : null}
      {data
        ? comparedPlaces(data.turns, listed).map((place) => (
            <Compared
              key={`${place.shown.start} ${place.shown.end}`}
              document={data}
              place={place}
              code={code}
              coders={coders}
              all={all}
              differing={differing}
              onDecide={onDecide}
            />
          ))
        : null}
    </section>
  );
}

type ComparedProps = Omit<ComparedDocumentProps, 'listed'> & {
  readonly document: Document;
  readonly place: ComparedPlace<Passage>;
};

function Compared({ document, place, code, coders, all, differing, onDecide }: ComparedProps) {
  const { t } = useWords();
  const turn = place.turn === null ? null : document.turns[place.turn]!;
  const speaker = document.speakers.find(({ id }) => id === turn?.speaker)?.name ?? null;
  const where = {
    speaker,
    turn: place.turn === null ? null : place.turn + 1,
    time: turn?.time ?? null,
    language: document.language,
  };
  return (
    <article className={styles.place} aria-label={passagePlace(t, where)}>
      <header className={styles.head}>
        <h4 className={styles.where}>
          <PassagePlace place={where} />
        </h4>
        {onDecide ? (
          <Button look="plain" onPress={() => onDecide(place.passages[0]!)}>
            {t('adjudication.open')}
          </Button>
        ) : null}
        <Button look="plain" onPress={() => showPassage(place.passages[0]!)}>
          {t('agreement.passages.open')}
        </Button>
      </header>
      <div className={coders.length === 2 ? styles.two : styles.many}>
        {coders.map((coder) => (
          <CoderColumn
            key={coder}
            coder={coder}
            document={document}
            shown={place.shown}
            coded={all.filter((passage) => passage.coders.includes(coder))}
            differing={differing}
            color={code.color}
          />
        ))}
      </div>
    </article>
  );
}

/** One coder's marks on a stretch of text. */
type CoderColumnProps = {
  readonly coder: string;
  readonly document: Document;
  readonly shown: Span;
  readonly coded: readonly Span[];
  readonly differing: readonly Span[];
  readonly color: string;
};

export function CoderColumn({ coder, document, shown, coded, differing, color }: CoderColumnProps) {
  const { t } = useWords();
  const segments = codedSegments(shown, coded);
  const isCoded = segments.some((segment) => segment.coded);
  return (
    <div className={styles.column}>
      <h5 className={styles.coder}>
        {coder}
        {isCoded ? null : <span className={styles.notCoded}>{t('agreement.passages.notCoded')}</span>}
      </h5>
      <p className={styles.words} lang={document.language} dir="auto" translate="no" spellCheck={false}>
        {segments.map((segment) => {
          const words = document.text.slice(segment.start, segment.end);
          if (!segment.coded) return <span key={segment.start}>{words}</span>;
          return codedSegments(segment, differing).map((part) => (
            <mark
              key={part.start}
              className={`code-color ${styles.coded} ${part.coded ? styles.differs : ''}`}
              style={codeColorStyle(color)}
            >
              {document.text.slice(part.start, part.end)}
            </mark>
          ));
        })}
      </p>
    </div>
  );
}
