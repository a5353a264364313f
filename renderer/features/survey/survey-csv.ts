import type { Output } from '../../../shared/contract/methods.ts';
import type { ItemFigures } from '../../../shared/contract/methods/survey.ts';
import { reasonsOf, reasonsText } from '../../../shared/statistics/reasons.ts';
import type { ResultTable } from '../results/result-csv.ts';
import { missingCount } from './survey-words.ts';

/** The figures of a survey: one row an item and group, raw values; last why some have none. */
export function surveyTable(
  { cases, items }: Output<'survey.figures'>,
  nameOf: (attribute: string) => string,
  by: string | null,
): ResultTable {
  const answers = [...new Set(items.flatMap(({ all }) => all.counts.map(({ value }) => value)))];
  const row = (name: string, group: string, figures: ItemFigures) => [
    name,
    group,
    figures.n,
    missingCount(figures),
    ...[figures.mean, figures.sd, figures.median].map((figure) => (figure && 'value' in figure ? figure.value : null)),
    ...answers.map((answer) => figures.counts.find(({ value }) => value === answer)?.count ?? null),
    reasonsText(reasonsOf({ mean: figures.mean, sd: figures.sd, median: figures.median })),
  ];
  return {
    facts: [['analysis', 'survey'], ['cases', String(cases)], ...(by === null ? [] : [['by', by] as const])],
    head: [
      'item',
      'group',
      'n',
      'missing',
      'mean',
      'sd',
      'median',
      ...answers.map((answer) => `count_${answer}`),
      'undefined',
    ],
    rows: items.flatMap(({ attribute, all, groups }) => [
      row(nameOf(attribute), '', all),
      ...groups.map(({ group, figures }) => row(nameOf(attribute), group ?? '(no value)', figures)),
    ]),
  };
}
