import type { ResultTable } from '../results/result-csv.ts';
import type { PlaneFigures, RespondentPlace } from './plane-points.ts';

/** A behaviour's place in all, or in one group. */
export type PlacedBehaviour = {
  readonly behaviour: number;
  readonly group: number | null;
  readonly figures: PlaneFigures;
};

type Words = {
  readonly source: string;
  readonly definitions: readonly string[];
  /** What files call the behaviours, by place. */
  readonly behaviours: readonly string[];
  readonly groups: readonly (string | null)[];
};

const head = [
  'behaviour',
  'group',
  'respondent',
  'individuality',
  'individualitySd',
  'individualityN',
  'morality',
  'moralitySd',
  'moralityN',
  'acceptance',
] as const;

/** The plane as figures: places of behaviours, in all or by group, then those of the respondents shown. */
export function planeTable(
  placed: readonly PlacedBehaviour[],
  respondents: readonly RespondentPlace[],
  { source, definitions, behaviours, groups }: Words,
): ResultTable {
  return {
    facts: [
      ['analysis', 'individuality and morality'],
      ['source', source],
      ...definitions.map((text) => ['definition', text] as const),
    ],
    head: [...head],
    rows: [
      ...placed.map(({ behaviour, group, figures: { x, y, sd, n, acceptance } }) => [
        behaviours[behaviour] ?? '',
        group === null ? null : (groups[group] ?? '(no value)'),
        null,
        x.value,
        sd[0],
        n?.[0] ?? null,
        y.value,
        sd[1],
        n?.[1] ?? null,
        acceptance,
      ]),
      ...respondents.map(({ behaviour, name, x, y }) => [
        behaviours[behaviour] ?? '',
        null,
        name,
        x,
        null,
        null,
        y,
        null,
        null,
        null,
      ]),
    ],
  };
}
