import { useMemo, useState } from 'react';
import { withTestedPairs } from '../../../shared/analysis/association/tested-pairs.ts';
import { type CodingRelation, isSymmetric } from '../../../shared/analysis/coding-relations.ts';
import type { OrderTest } from '../../../shared/contract/methods/cooccurrence.ts';
import { useQuery } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { CodeChip } from '../../ui/code-chip.tsx';
import { cellAt, useRovingCells } from '../../ui/use-roving-cells.ts';
import type { NamedCode } from '../results/code-names.ts';
import { ExportMenu } from '../results/export-menu.tsx';
import { FigureButton } from '../results/figure-button.tsx';
import { coefficientText, countText, noFigure, pText } from '../results/figures.ts';
import { JobProgress } from '../results/job-progress.tsx';
import { PassageList } from '../results/passage-list.tsx';
import { reasonsOf, reasonsText } from '../../../shared/statistics/reasons.ts';
import result from '../results/result.module.css';
import { undefinedText } from '../results/undefined-text.ts';
import type { ResultProps } from './result-props.ts';
import styles from './cooccurrence-screen.module.css';
import pairStyles from './pair-table.module.css';
import { filterOf } from './settings.ts';
import { useOrderTests } from './use-order-tests.ts';

type RelationResultProps = ResultProps & { readonly relation: CodingRelation };
type Related = {
  readonly first: NamedCode;
  readonly second: NamedCode;
  readonly count: number;
  readonly marked: number;
};

/** Pairs of codings by how the first lies to the second, codes in the order of the relation; each opens its passages. */
export function RelationResult(props: RelationResultProps) {
  const { block, names, settings, marker, least, project, revision, caption, head, relation } = props;
  const { t } = useWords();
  const { distance } = settings;
  const filter = filterOf(settings, marker);
  const { data } = useQuery('cooccurrence.relations', { ...filter, relation, distance }, { keepPrevious: true });
  const cells = useRovingCells<HTMLTableSectionElement>();
  const [choice, setChoice] = useState<Related | null>(null);

  const used = useMemo(() => {
    const found = data?.blocks.find(({ coder }) => coder === block.coder);
    return (found?.codes ?? []).filter(({ count }) => count >= least).map(({ code }) => code);
  }, [data, block.coder, least]);
  const { together: _, ...tested } = filter as typeof filter & { together?: true };
  const tests = useOrderTests({ filter: tested, coder: block.coder, codes: used, relation, distance }, revision);
  const testNote = tests?.job.answer
    ? t('cooccurrence.order.note', {
        distance,
        m: tests.job.answer.m,
        draws: tests.job.answer.draws,
        seed: tests.job.answer.seed,
      })
    : '';
  const rows = useMemo(() => {
    const found = data?.blocks.find(({ coder }) => coder === block.coder);
    return withTestedPairs(found?.pairs ?? [], tests?.job.answer?.pairs ?? [], relation)
      .flatMap(({ first, second, count, marked }): Related[] => {
        const [one, other] = [names.get(first), names.get(second)];
        return one && other && used.includes(first) && used.includes(second)
          ? [{ first: one, second: other, count, marked: marked ?? 0 }]
          : [];
      })
      .sort((a, b) => b.count - a.count || a.first.order - b.first.order || a.second.order - b.second.order);
  }, [data, block.coder, used, names, tests?.job.answer, relation]);
  const chosen = rows.find((row) => row.first.id === choice?.first.id && row.second.id === choice.second.id) ?? rows[0];

  return (
    <>
      {head(
        <ExportMenu
          project={project}
          revision={revision}
          title={t('cooccurrence.title')}
          nameWords={[block.coderName, t(`cooccurrence.relation.${relation}`)]}
          caption={[caption, testNote]}
          table={() => ({
            facts: [
              ['analysis', `codings by relation: ${relation}`],
              ['coder', block.coder === null ? 'all coders together' : block.coderName],
            ],
            head: ['first', 'second', 'pairs', 'marked', ...(tests ? orderColumns : []), 'undefined'],
            rows: rows.map(({ first, second, count, marked }) => [
              first.fileName,
              second.fileName,
              count,
              marker === null ? null : marked,
              ...(tests ? orderColumns.map((column) => figureOf(tests.of(first.id, second.id), column)) : []),
              reasonsText(reasonsOf({ p: tests?.of(first.id, second.id) })),
            ]),
          })}
        />,
      )}
      <div className={styles.two}>
        <div className={styles.map}>
          <table className={`${result.table} ${pairStyles.table}`} aria-label={t('cooccurrence.table.label')}>
            <thead>
              <tr>
                <th scope="col">
                  {t(isSymmetric(relation) ? 'cooccurrence.column.pair' : 'cooccurrence.relation.order')}
                </th>
                <th scope="col" className={result.number}>
                  {t('cooccurrence.relation.pairs')}
                </th>
                {(tests ? orderColumns : []).map((column) => (
                  <th
                    key={column}
                    scope="col"
                    className={result.number}
                    title={t(`cooccurrence.order.${column}.long`, { distance })}
                  >
                    {t(`cooccurrence.order.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody ref={cells}>
              {rows.map((row, place) => (
                <tr key={`${row.first.id} ${row.second.id}`} data-selected={row === chosen}>
                  <th scope="row">
                    <button
                      type="button"
                      className={pairStyles.pair}
                      onClick={() => setChoice(row)}
                      {...cellAt(place, 0)}
                    >
                      <CodeChip {...row.first} />
                      <CodeChip {...row.second} />
                    </button>
                  </th>
                  <td className={`${result.number} ${result.main}`}>
                    <FigureButton
                      row={place}
                      column={1}
                      text={countText(row.count)}
                      label={t('cooccurrence.heat.cell', { a: row.first.name, b: row.second.name, count: row.count })}
                      onOpen={() => setChoice(row)}
                    />
                  </td>
                  {tests ? <OrderCells test={tests.of(row.first.id, row.second.id)} /> : null}
                </tr>
              ))}
            </tbody>
          </table>
          {testNote === '' ? null : <p className={result.note}>{testNote}</p>}
          {tests ? <JobProgress job={tests.job} label={t('cooccurrence.test.running')} /> : null}
          {data && rows.length === 0 ? <p className={result.note}>{t('cooccurrence.relation.none')}</p> : null}
        </div>
        {chosen ? <RelatedPassages {...{ settings, marker, relation, chosen, block }} /> : null}
      </div>
    </>
  );
}

const orderColumns = ['observed', 'expected', 'p', 'q'] as const;

function figureOf(test: OrderTest | null, column: (typeof orderColumns)[number]): number | null {
  return test && 'p' in test ? test[column] : null;
}

/** Answers that have the other code in one of the next, as many as chance gives, p and q; or why there is no p. */
function OrderCells({ test }: { test: OrderTest | null }) {
  const { t } = useWords();
  return orderColumns.map((column) => {
    const value = figureOf(test, column);
    return (
      <td key={column} className={result.number}>
        {value !== null ? (
          column === 'observed' ? (
            countText(value)
          ) : column === 'expected' ? (
            coefficientText(value)
          ) : (
            pText(value)
          )
        ) : test && 'undefined' in test ? (
          <span title={undefinedText(t, test.undefined)}>{noFigure}</span>
        ) : null}
      </td>
    );
  });
}

function RelatedPassages({
  settings,
  marker,
  relation,
  chosen,
  block,
}: Pick<RelationResultProps, 'settings' | 'marker' | 'relation' | 'block'> & { chosen: Related }) {
  const { t } = useWords();
  const { together: _, ...filter } = filterOf(settings, marker) as ReturnType<typeof filterOf> & { together?: true };
  const { data } = useQuery('cooccurrence.relationPassages', {
    ...filter,
    relation,
    distance: settings.distance,
    coder: block.coder,
    first: chosen.first.id,
    second: chosen.second.id,
  });
  return (
    <section className={styles.passages} aria-label={t('results.passages.region')}>
      <h2 className={styles.heading} aria-live="polite">
        {t('cooccurrence.passages.pair', { a: chosen.first.name, b: chosen.second.name })}
        <span className={styles.headingCount}>{data ? t('results.passages.count', { count: data.length }) : null}</span>
      </h2>
      {chosen.marked > 0 ? <p className={result.note}>{t('cooccurrence.marked', { count: chosen.marked })}</p> : null}
      {data ? <PassageList passages={data} /> : null}
    </section>
  );
}
