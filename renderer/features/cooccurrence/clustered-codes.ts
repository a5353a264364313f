import { clusterOrder } from '../../../shared/analysis/cluster-order.ts';
import type { PairRow, ShownCode } from './pair-rows.ts';

/** The codes so that what goes together stands together: by Ochiai, for overlaps by Jaccard. */
export function clusteredCodes(codes: readonly ShownCode[], rows: readonly PairRow[]): readonly ShownCode[] {
  const places = new Map(codes.map(({ code }, place) => [code.id, place]));
  const similarity = codes.map(() => codes.map(() => 0));
  for (const row of rows) {
    const measure = row.pair.ochiai ?? row.jaccard;
    const value = 'value' in measure ? measure.value : 0;
    const [a, b] = [places.get(row.first.id)!, places.get(row.second.id)!];
    similarity[a]![b] = value;
    similarity[b]![a] = value;
  }
  return clusterOrder(similarity).map((place) => codes[place]!);
}
