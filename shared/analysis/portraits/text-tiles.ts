import type { Span } from '../../domain/span.ts';
import { unitedSpans } from '../spans.ts';

/** How much of a tile a code covers, and the piece of its codings that covers most of it. */
export type TileCode<Coding extends Span> = {
  readonly code: string;
  readonly characters: number;
  readonly coding: Coding;
};

/** A piece of a text with the codes in it, the one that covers most first. */
export type TextTile<Coding extends Span> = Span & { readonly codes: readonly TileCode<Coding>[] };

const overlap = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

/**
 * A text cut into pieces of equal length, as many as asked for but none empty, each with the codes in it. What codings of
 * one code share is counted once; codes that cover equally much stand in the order of their first codings.
 */
export function textTiles<Coding extends Span & { readonly code: string }>(
  length: number,
  codings: readonly Coding[],
  count: number,
): TextTile<Coding>[] {
  const tiles = Math.min(count, length);
  const borders = Array.from({ length: tiles + 1 }, (_, place) => Math.floor((place * length) / tiles));
  const inTile: TileCode<Coding>[][] = Array.from({ length: tiles }, () => []);
  for (const [code, own] of Map.groupBy(codings, (coding) => coding.code)) {
    const united = unitedSpans(own);
    for (let place = 0; place < tiles; place += 1) {
      const tile = { start: borders[place]!, end: borders[place + 1]! };
      const characters = united.reduce((sum, span) => sum + overlap(span, tile), 0);
      if (characters === 0) continue;
      const coding = own.reduce((most, next) => (overlap(next, tile) > overlap(most, tile) ? next : most));
      inTile[place]!.push({ code, characters, coding });
    }
  }
  return inTile.map((codes, place) => ({
    start: borders[place]!,
    end: borders[place + 1]!,
    codes: codes.sort((a, b) => b.characters - a.characters),
  }));
}

/**
 * The lane in which each code of each tile is drawn, so that a code that goes on stays in its lane: for every tile the place of
 * its code in each lane, null for an empty one. Codes without a lane are those that cover least.
 */
export function tileLanes(
  tiles: readonly { readonly codes: readonly { readonly code: string }[] }[],
  lanes: number,
): (number | null)[][] {
  let before: (string | null)[] = Array.from({ length: lanes }, () => null);
  return tiles.map(({ codes }) => {
    const shown = codes.slice(0, lanes).map(({ code }) => code);
    const kept = before.map((code) => (code !== null && shown.includes(code) ? code : null));
    for (const code of shown) if (!kept.includes(code)) kept[kept.indexOf(null)] = code;
    before = kept;
    return kept.map((code) => (code === null ? null : codes.findIndex((one) => one.code === code)));
  });
}
