import { normalQuantile } from '../../statistics/normal.ts';
import type { Random } from '../../statistics/random.ts';
import type { Continuum } from './continuum.ts';
import type { Unitizing } from './gamma-dissimilarity.ts';

/**
 * How annotations by chance are made. Different samplers give different gammas, so the name belongs to the result.
 *
 * - `shuffle`: each coder's spans moved by a random distance, beyond the end going on at the start (Mathet, Widlöcher &
 *   Métivier 2015, sect. 5.2). Numbers, lengths, codes and neighbours stay as they are.
 * - `statistical`: number of spans, gaps and lengths drawn from normal distributions with the mean and standard
 *   deviation of all coders' spans, codes by their frequency (as pygamma-agreement does by default).
 */
export const chanceSamplers = ['shuffle', 'statistical'] as const;
export type ChanceSampler = (typeof chanceSamplers)[number];

/** Tries to keep the moves apart before any move is accepted. */
const MOST_TRIES = 100;

/** Draws one annotation by chance for as many coders. The continuum holds at least one span. */
export function chanceUnitizing(continuum: Continuum, sampler: ChanceSampler, random: Random): Unitizing {
  return sampler === 'shuffle' ? shuffled(continuum, random) : drawn(continuum, random);
}

/**
 * The distances differ by at least half the mean length of a span, so that no two coders end up as they were. In a text
 * too short for that any distance is taken. A span that starts before the end and reaches beyond it stays whole.
 */
function shuffled({ start, end, coders }: Continuum, random: Random): Unitizing {
  const length = end - start;
  const spans = coders.flat();
  const apart = spans.reduce((sum, span) => sum + span.end - span.start, 0) / spans.length / 2;
  const moves: number[] = [];
  return coders.map((ofCoder) => {
    let move = random.below(length);
    const isClose = (other: number): boolean => {
      const distance = Math.abs(other - move);
      return Math.min(distance, length - distance) < apart;
    };
    for (let tries = 1; tries < MOST_TRIES && moves.some(isClose); tries += 1) {
      move = random.below(length);
    }
    moves.push(move);
    return ofCoder.map((span) => {
      const moved = start + ((span.start - start + move) % length);
      return { start: moved, end: moved + span.end - span.start, code: span.code };
    });
  });
}

function drawn(continuum: Continuum, random: Random): Unitizing {
  const { start, coders } = continuum;
  const counts = coders.map((spans) => spans.length);
  const all = coders.flat();
  const lengths = all.map((span) => span.end - span.start);
  const gaps = coders.flatMap((spans) => spans.map((span, place) => span.start - (spans[place - 1]?.end ?? start)));
  const around = (values: readonly number[]): number => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    return mean + Math.sqrt(variance) * normalQuantile(random.fraction());
  };
  const unitizing = coders.map(() => {
    const count = Math.abs(Math.round(around(counts)));
    let reached = start;
    return Array.from({ length: count }, () => {
      const from = reached + around(gaps);
      let length = Math.abs(around(lengths));
      while (length === 0) {
        length = Math.abs(around(lengths));
      }
      reached = from + length;
      return { start: from, end: reached, code: all[random.below(all.length)]!.code };
    });
  });
  return unitizing.some((spans) => spans.length > 0) ? unitizing : drawn(continuum, random);
}
