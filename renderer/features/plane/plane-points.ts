import type { PlaneDot, PlaneValue } from '../../charts/plane-chart.tsx';
import type { Output } from '../../../shared/contract/methods.ts';
import type { PlaneBehaviour, PlaneSheet } from '../../../shared/contract/methods/plane.ts';
import type { ItemFigures } from '../../../shared/contract/methods/survey.ts';
import type { AttributeId } from '../../../shared/domain/ids.ts';

export type Spread = 'sd' | 'none';
type Source = PlaneSheet['source'];
type Figures = Output<'survey.figures'>;

/** The attributes a behaviour's place is taken from; null where it is not from attributes, or none is named. */
export function sourceAttributes(behaviour: PlaneBehaviour, source: Source): { x: AttributeId; y: AttributeId } | null {
  if (source !== 'survey' && source !== 'placing') return null;
  const { individuality: x, morality: y } = behaviour[source];
  return x === null || y === null ? null : { x, y };
}

/** A place with how many it rests on; n is null where the researcher set it. */
export type PlaneFigures = {
  readonly x: PlaneValue;
  readonly y: PlaneValue;
  readonly n: readonly [x: number, y: number] | null;
  readonly sd: readonly [x: number | null, y: number | null];
  readonly acceptance: number | null;
};

function meanOf(figures: ItemFigures | undefined): number | null {
  return figures?.mean && 'value' in figures.mean ? figures.mean.value : null;
}

function sdOf(figures: ItemFigures | undefined): number | null {
  return figures?.sd && 'value' in figures.sd ? figures.sd.value : null;
}

function around(value: number, sd: number | null, spread: Spread): PlaneValue {
  return spread === 'none' || sd === null
    ? { value, low: null, high: null }
    : { value, low: value - sd, high: value + sd };
}

/** What a group answered to an attribute; the whole without one. */
export type FiguresOf = (attribute: AttributeId) => ItemFigures | undefined;

export function figuresOf(figures: Figures | undefined, group: number | null): FiguresOf {
  const byAttribute = new Map(figures?.items.map((item) => [item.attribute, item]));
  return (attribute) => {
    const item = byAttribute.get(attribute);
    return group === null ? item?.all : item?.groups[group]?.figures;
  };
}

/** Where a behaviour stands by the source; null where it does not. */
export function planeFigures(
  behaviour: PlaneBehaviour,
  source: Source,
  spread: Spread,
  of: FiguresOf,
): PlaneFigures | null {
  const acceptance = behaviour.survey.acceptance === null ? null : meanOf(of(behaviour.survey.acceptance));
  if (source === 'researcher') {
    const { position } = behaviour;
    if (position === null) return null;
    return {
      x: around(position.individuality, null, spread),
      y: around(position.morality, null, spread),
      n: null,
      sd: [null, null],
      acceptance,
    };
  }
  const attributes = sourceAttributes(behaviour, source);
  if (!attributes) return null;
  const [x, y] = [of(attributes.x), of(attributes.y)];
  const [meanX, meanY] = [meanOf(x), meanOf(y)];
  if (meanX === null || meanY === null) return null;
  return {
    x: around(meanX, sdOf(x), spread),
    y: around(meanY, sdOf(y), spread),
    n: [x?.n ?? 0, y?.n ?? 0],
    sd: [sdOf(x), sdOf(y)],
    acceptance,
  };
}

type Cases = Output<'cases.list'>['cases'];

/** Where one respondent puts one behaviour. */
export type RespondentPlace = {
  readonly respondent: string;
  readonly name: string;
  readonly behaviour: number;
  readonly x: number;
  readonly y: number;
};

/** Where every respondent puts each behaviour: their own answers, of those who answered both. */
export function respondentPlaces(
  behaviours: readonly PlaneBehaviour[],
  source: Source,
  cases: Cases,
): RespondentPlace[] {
  return cases.flatMap(({ id, name, values }) =>
    behaviours.flatMap((one, behaviour) => {
      const attributes = sourceAttributes(one, source);
      if (!attributes) return [];
      const [x, y] = [Number(values[attributes.x] ?? Number.NaN), Number(values[attributes.y] ?? Number.NaN)];
      return Number.isFinite(x) && Number.isFinite(y) ? [{ respondent: id, name, behaviour, x, y }] : [];
    }),
  );
}

/** Places taken by respondents, and how many stand on each. */
export function respondentDots(places: readonly RespondentPlace[]): PlaneDot[] {
  const byPlace = Map.groupBy(places, ({ behaviour, x, y }) => `${behaviour} ${x} ${y}`);
  return [...byPlace.values()].map((same) => {
    const { behaviour, x, y } = same[0]!;
    return { behaviour, x, y, count: same.length };
  });
}
