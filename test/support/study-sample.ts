import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { CodedSpan } from '../../shared/analysis/sweep.ts';

/** The synthetic interviews with the codings of their two coders, as committed; positions in code points. */
export type StudySample = {
  readonly codes: readonly string[];
  readonly documents: readonly { readonly name: string; readonly length: number }[];
  /** The codings of one coder in one document. */
  readonly codingsOf: (coder: 'A' | 'B', document: string) => readonly CodedSpan[];
};

type CsvCoding = { readonly document: string; readonly code: string; readonly start: string; readonly end: string };

const folder = new URL('../golden/study/', import.meta.url);

/** Text of a committed file of the study. */
export function readStudyFile(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8');
}

/** Reads the sample: code numbers are places in `codes`, which is sorted. */
export function readStudySample(): StudySample {
  const rowsOf = (coder: string): CsvCoding[] => parse(readStudyFile(`codings_${coder}.csv`), { columns: true });
  const rows = { A: rowsOf('A'), B: rowsOf('B') };
  const all = [...rows.A, ...rows.B];
  const codes = [...new Set(all.map((row) => row.code))].sort();
  const numberOf = new Map(codes.map((code, number) => [code, number]));
  const names = [...new Set(all.map((row) => row.document))].sort();
  return {
    codes,
    documents: names.map((name) => ({ name, length: Array.from(readStudyFile(name)).length })),
    codingsOf: (coder, document) =>
      rows[coder]
        .filter((row) => row.document === document)
        .map((row) => ({ code: numberOf.get(row.code)!, start: Number(row.start), end: Number(row.end) })),
  };
}
