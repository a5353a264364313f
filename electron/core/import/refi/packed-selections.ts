import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { RefiSelection, RefiSelections } from '../../../../shared/refi/model.ts';

/** Characters packed together: few enough to be light, many enough to pack well. */
const together = 1 << 16;
/** Stands for a position that is no number, which JSON has no word for. */
const noNumber = 'NaN';

/** Selections kept packed: hundreds of thousands of them as objects would fill the memory. */
export class PackedSelections implements RefiSelections {
  private readonly packed: Uint8Array[] = [];
  /** Those not packed yet, each as JSON. */
  private fresh: string[] = [];
  private length = 0;

  push(selection: RefiSelection): void {
    const { start, end } = selection;
    const json = JSON.stringify({ ...selection, start: written(start), end: written(end) });
    this.fresh.push(json);
    this.length += json.length;
    if (this.length >= together) this.seal();
  }

  seal(): void {
    if (this.fresh.length === 0) return;
    // A copy: what is packed lies in a larger piece of memory.
    this.packed.push(new Uint8Array(deflateRawSync(`[${this.fresh.join(',')}]`, { level: 1 })));
    this.fresh = [];
    this.length = 0;
  }

  *[Symbol.iterator](): Generator<RefiSelection> {
    for (const piece of this.packed) yield* read(inflateRawSync(piece).toString('utf8'));
    yield* read(`[${this.fresh.join(',')}]`);
  }
}

function written(position: number | null): number | string | null {
  return Number.isNaN(position) ? noNumber : position;
}

function* read(json: string): Generator<RefiSelection> {
  for (const row of JSON.parse(json) as RefiSelection[]) {
    row.start = position(row.start);
    row.end = position(row.end);
    yield row;
  }
}

function position(written: number | string | null): number | null {
  return typeof written === 'string' ? Number.NaN : written;
}
