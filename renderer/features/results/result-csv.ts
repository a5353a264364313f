import type { ProjectSummary } from '../../../shared/contract/methods/project.ts';
import type { CsvCell } from '../../../shared/export/csv.ts';
import { csvText } from './csv.ts';

/** The figures of a result: what they are, and rows of raw numbers. */
export type ResultTable = {
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly CsvCell[])[];
};

/** The project a result is of, and the revision of its data. */
export type ResultOrigin = Pick<ProjectSummary, 'name' | 'synthetic' | 'revisedAt'> & { readonly revision: number };

/** A result as CSV: its facts between the project's name and what stands above it on the screen, revision and date. */
export function resultCsv(origin: ResultOrigin, caption: readonly string[], table: ResultTable): string {
  return csvText(
    [
      ['project', origin.name],
      ...(origin.synthetic ? [['data', 'synthetic sample'] as const] : []),
      ...table.facts,
      ['counted', caption.filter((sentence) => sentence !== '').join(' ')],
      ['revision', String(origin.revision)],
      ['revised', origin.revisedAt],
    ],
    table.head,
    table.rows,
  );
}
