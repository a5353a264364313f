import { intersectedSpans, unitedSpans } from '../../../shared/analysis/spans.ts';
import type { QueuedDifference } from '../../../shared/contract/methods/adjudication.ts';
import type { CodeId } from '../../../shared/domain/ids.ts';
import type { Span } from '../../../shared/domain/span.ts';
import { useQuery } from '../../api/hooks.ts';
import { showPassage } from '../../app/navigation.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { CodeChip } from '../../ui/code-chip.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { CoderColumn } from '../agreement/compared-document.tsx';
import compared from '../agreement/compared-document.module.css';
import { comparedPlaces } from '../agreement/compared-places.ts';
import type { NamedCode } from '../results/code-names.ts';
import { PassagePlace } from '../results/passage-place.tsx';
import { codersCompared } from './compared-coders.ts';
import styles from './difference-passage.module.css';

/** What some marked and some did not, within the place of a difference. */
function apart(difference: QueuedDifference): Span[] {
  const covers = [...difference.coded, ...difference.notCoded].map((coder) =>
    unitedSpans(difference.decisions.filter((one) => one.coder === coder)),
  );
  const common = covers.reduce((shared, cover) => intersectedSpans(shared, cover));
  const pieces: Span[] = [];
  let from = difference.start;
  for (const { start, end } of common) {
    if (start > from) pieces.push({ start: from, end: start });
    from = end;
  }
  if (from < difference.end) pieces.push({ start: from, end: difference.end });
  return pieces;
}

type DifferencePassageProps = {
  readonly difference: QueuedDifference;
  readonly coders: readonly { readonly id: string; readonly name: string }[];
  readonly names: ReadonlyMap<CodeId, NamedCode>;
};

/** The turn a difference stands in, as every coder marked it, with the codes each gave there. */
export function DifferencePassage({ difference, coders, names }: DifferencePassageProps) {
  const { t } = useWords();
  const { data: document, error } = useQuery('documents.get', { document: difference.document }, { ownErrors: true });
  if (error) return <ErrorNote error={error} />;
  if (!document) return null;
  const places = comparedPlaces(document.turns, [difference]);
  const sides = codersCompared(difference, coders);
  const differing = difference.otherCode === null ? apart(difference) : [difference];
  return (
    <article className={styles.passage} aria-label={difference.documentName}>
      <header className={compared.head}>
        <h3 className={compared.where}>
          {difference.documentName} · <PassagePlace place={difference} />
        </h3>
        <Button look="plain" onPress={() => showPassage(difference)}>
          {t('agreement.passages.open')}
        </Button>
      </header>
      {places.map((place) => (
        <div key={place.shown.start} className={sides.length === 2 ? compared.two : compared.many}>
          {sides.map(({ id, name, place: number }) => {
            const own = difference.decisions.filter(({ coder }) => coder === number);
            const codes = [...new Set(own.map(({ code }) => code))].flatMap((code) => names.get(code) ?? []);
            return (
              <div key={id} className={styles.side}>
                <CoderColumn
                  coder={name}
                  document={document}
                  shown={place.shown}
                  coded={own}
                  differing={differing}
                  color={codes[0]?.color ?? names.get(difference.code)?.color ?? ''}
                />
                <ul className={styles.codes}>
                  {codes.map((code) => (
                    <li key={code.id}>
                      <CodeChip {...code} />
                    </li>
                  ))}
                </ul>
              </div>
            );
          })}
        </div>
      ))}
    </article>
  );
}
