import type { PlanePoint, PlaneValue } from '../../charts/plane-chart.tsx';
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

/** Single respondents by behaviour and place, those who answered both; how many stand on each. */
export function respondentDots(
  behaviours: readonly PlaneBehaviour[],
  source: Source,
  cases: Cases,
): { behaviour: number; x: number; y: number; count: number }[] {
  const dots = new Map<string, { behaviour: number; x: number; y: number; count: number }>();
  for (const [behaviour, one] of behaviours.entries()) {
    const attributes = sourceAttributes(one, source);
    if (!attributes) continue;
    for (const { values } of cases) {
      const [x, y] = [Number(values[attributes.x] ?? Number.NaN), Number(values[attributes.y] ?? Number.NaN)];
      if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
      const key = `${behaviour} ${x} ${y}`;
      const known = dots.get(key);
      if (known) known.count += 1;
      else dots.set(key, { behaviour, x, y, count: 1 });
    }
  }
  return [...dots.values()];
}

export type { PlanePoint };
