import type { Output } from '../../../shared/contract/methods.ts';
import type { ItemFigures } from '../../../shared/contract/methods/survey.ts';
import { csvText } from '../results/csv.ts';
import { missingCount } from './survey-words.ts';

/** The figures of a survey as CSV: one row an item and group, raw values. */
export function surveyCsv(
  { cases, items }: Output<'survey.figures'>,
  nameOf: (attribute: string) => string,
  facts: { readonly project: string; readonly by: string | null; readonly synthetic: boolean },
): string {
  const answers = [...new Set(items.flatMap(({ all }) => all.counts.map(({ value }) => value)))];
  const row = (name: string, group: string, figures: ItemFigures) => [
    name,
    group,
    figures.n,
    missingCount(figures),
    ...[figures.mean, figures.sd, figures.median].map((figure) => (figure && 'value' in figure ? figure.value : null)),
    ...answers.map((answer) => figures.counts.find(({ value }) => value === answer)?.count ?? null),
  ];
  return csvText(
    [
      ['project', facts.project],
      ['cases', String(cases)],
      ...(facts.by === null ? [] : [['by', facts.by] as const]),
      ...(facts.synthetic ? [['synthetic', 'yes'] as const] : []),
    ],
    ['item', 'group', 'n', 'missing', 'mean', 'sd', 'median', ...answers.map((answer) => `count_${answer}`)],
    items.flatMap(({ attribute, all, groups }) => [
      row(nameOf(attribute), '', all),
      ...groups.map(({ group, figures }) => row(nameOf(attribute), group ?? '(no value)', figures)),
    ]),
  );
}
