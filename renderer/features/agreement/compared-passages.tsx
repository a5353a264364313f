import { useState } from 'react';
import type { ParsedInput } from '../../../shared/contract/methods.ts';
import type { AgreementResult } from '../../../shared/contract/methods/agreement.ts';
import type { Passage } from '../../../shared/contract/schema/entities.ts';
import { call } from '../../api/connection.ts';
import { useQuery } from '../../api/hooks.ts';
import { reportError } from '../../api/error-report.ts';
import { showView } from '../../app/navigation.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { CodeChip } from '../../ui/code-chip.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { setKept, useKept, useKeptScroll } from '../results/kept-state.ts';
import { passagesByDocument } from '../results/passage-groups.ts';
import { differenceKey } from '../adjudication/difference-words.ts';
import type { AgreementRow } from './agreement-rows.ts';
import { CodeTable } from './code-table.tsx';
import { ComparedDocument } from './compared-document.tsx';
import { judgesOf } from './compared-places.ts';
import styles from './compared-passages.module.css';
import { countsByName } from './count-columns.ts';

type Filter = 'differing' | 'agreed';

/** Passages listed before the reader asks for all. */
const firstPassages = 60;

type ComparedPassagesProps = {
  readonly row: AgreementRow;
  readonly agreement: AgreementResult;
  readonly settings: ParsedInput<'agreement.compute'>;
  /** Back to the differences of all codes. */
  readonly onBack: () => void;
};

/** The passages behind one code's figures, those that differ first, side by side by coder. */
export function ComparedPassages({ row, agreement, settings, onBack }: ComparedPassagesProps) {
  const coders = agreement.coders.map(({ name }) => name);
  const code = row.named;
  const { t } = useWords();
  const [filter, setFilter] = useKept<Filter>('agreement.filter', 'differing');
  const scroll = useKeptScroll<HTMLDivElement>(`agreement.passages ${code.id}`);
  const [showsAll, setShowsAll] = useState(false);
  const { data, error } = useQuery('agreement.passages', { ...settings, code: code.id }, { ownErrors: true });
  const listed = data?.[filter] ?? [];
  const shown = showsAll ? listed : listed.slice(0, firstPassages);
  const all = data ? [...data.agreed, ...data.differing] : [];

  /** Goes to the decision on what the coders differ about here; the table and these passages stay for the way back. */
  const decide = async ({ document, start, end }: Passage): Promise<void> => {
    const { differences } = await call('agreement.differences', { ...settings, code: code.id });
    const found = differences.find((one) => one.document === document && one.start < end && start < one.end);
    setKept('adjudication.filter', 'all');
    if (found) setKept('adjudication.chosen', differenceKey(found));
    showView('adjudication');
  };

  return (
    <section className={styles.pane} aria-label={t('results.passages.region')}>
      <header className={styles.head}>
        <Button look="flush" onPress={onBack}>
          {t('agreement.passages.back')}
        </Button>
        <h2 className={styles.title}>
          <CodeChip name={code.name} lang={code.lang} color={code.color} mark={code.mark} retired={code.retired} />
        </h2>
        <fieldset className={styles.filter} aria-label={t('agreement.passages.filter')}>
          {(['differing', 'agreed'] as const).map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={filter === each}
              className={styles.choice}
              onClick={() => {
                setFilter(each);
                setShowsAll(false);
              }}
            >
              {data ? t(`agreement.passages.${each}`, { count: data[each].length }) : '\u00a0'}
            </button>
          ))}
        </fieldset>
        {coders.length > 2 ? (
          <p className={styles.counts}>
            {t('agreement.counts', {
              units: t('results.units.many', { unit: agreement.unit }),
              counts: countsByName(agreement.coders, row.counts),
            })}
          </p>
        ) : null}
        <CodeTable row={row} coders={coders} />
      </header>
      <div ref={scroll} className={styles.list}>
        {error ? <ErrorNote error={error} /> : null}
        {data && listed.length === 0 ? (
          <p className={styles.none}>
            {t(filter === 'differing' ? 'agreement.passages.noDiffering' : 'agreement.passages.noAgreed')}
          </p>
        ) : null}
        {passagesByDocument(shown).map((group) => {
          const here = all.filter(({ document }) => document === group.document);
          return (
            <ComparedDocument
              key={group.document}
              code={code}
              coders={judgesOf(coders, here)}
              listed={group.passages}
              all={here}
              differing={here.filter(({ notCoded }) => notCoded.length > 0)}
              onDecide={filter === 'differing' ? (passage) => void decide(passage).catch(reportError) : null}
            />
          );
        })}
        {shown.length < listed.length ? (
          <Button look="plain" onPress={() => setShowsAll(true)}>
            {t('results.showAll', { count: listed.length })}
          </Button>
        ) : null}
      </div>
    </section>
  );
}
