import type { Statistic } from '../../statistics/statistic.ts';
import { pearsonChiSquare } from './chi-square.ts';
import type { ContingencyTable } from './contingency.ts';

/**
 * √(χ² / (n (min(r, c) − 1))), 0..1: how strongly groups and categories go together (Cramér 1946, Mathematical Methods
 * of Statistics, 21.9). Too large in small samples. Undefined as Pearson's χ².
 */
export function cramersV(table: ContingencyTable): Statistic {
  const chi = pearsonChiSquare(table);
  return 'undefined' in chi
    ? chi
    : { value: Math.min(1, Math.sqrt(chi.statistic / (chi.n * (Math.min(table.length, table[0]!.length) - 1)))) };
}

/**
 * Cramér's V without most of its bias: φ̃² = max(0, χ²/n − (r − 1)(c − 1)/(n − 1)), r̃ = r − (r − 1)²/(n − 1), c̃ alike,
 * √(φ̃² / (min(r̃, c̃) − 1)) (Bergsma 2013, Journal of the Korean Statistical Society 42:323–328). Undefined as Pearson's
 * χ², and with so few units that nothing is left of r̃ − 1 or c̃ − 1.
 */
export function biasCorrectedV(table: ContingencyTable): Statistic {
  const chi = pearsonChiSquare(table);
  if ('undefined' in chi) {
    return chi;
  }
  const left = chi.n - 1;
  const rows = table.length - 1;
  const columns = table[0]!.length - 1;
  const phiSquared = Math.max(0, chi.statistic / chi.n - (rows * columns) / left);
  const least = Math.min(rows - rows ** 2 / left, columns - columns ** 2 / left);
  return least > 0 ? { value: Math.min(1, Math.sqrt(phiSquared / least)) } : { undefined: 'too_few_units' };
}
