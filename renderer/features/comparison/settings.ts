import type { PassageRule } from '../../../shared/analysis/matrix/membership.ts';
import type { Code } from '../../../shared/contract/schema/entities.ts';
import type { Input } from '../../../shared/contract/methods.ts';
import type { ComparisonGrouping } from '../../../shared/contract/methods/comparison.ts';
import { codesInTreeOrder } from '../../../shared/domain/codebook.ts';
import { asId, type CodeId, type CoderId } from '../../../shared/domain/ids.ts';
import { type Marker, type MarkerChoice, markerFilter } from '../results/marker.tsx';
import { allTranscripts, type TranscriptChoice, transcriptFilter } from '../results/transcript-filter.tsx';

export type Settings = {
  /** What stands side by side: the behaviours of the plane, the children of a code, or the values of an attribute. */
  readonly columns: { readonly kind: 'behaviours' } | { readonly kind: 'children' | 'attribute'; readonly id: string };
  /** The main codes, all in use, or a code with its children. */
  readonly rows: 'main' | 'used' | { readonly under: string };
  readonly unit: 'respondents' | 'passages';
  readonly rule: PassageRule;
  readonly children: 'apart' | 'parents';
  readonly coder: CoderId | 'together' | 'gold' | null;
  /** Null: the code for disguised attitudes if the codebook has it, marked. */
  readonly marker: MarkerChoice;
  /** `none`, `coder`, or the attribute that makes the groups. */
  readonly groups: string;
  readonly transcripts: TranscriptChoice;
};

export const firstSettings: Settings = {
  columns: { kind: 'behaviours' },
  rows: 'main',
  unit: 'respondents',
  rule: 'overlap',
  children: 'parents',
  coder: null,
  marker: null,
  groups: 'none',
  transcripts: allTranscripts,
};

export function columnCodes({ columns }: Settings, codes: readonly Code[], behaviours: readonly CodeId[]): CodeId[] {
  if (columns.kind === 'behaviours') return [...behaviours];
  if (columns.kind === 'attribute') return [];
  return codes.filter(({ parent }) => parent === columns.id).map(({ id }) => id);
}

/** The codes that are rows: never a column, nor what lies above or below one. */
export function rowCodes({ rows }: Settings, codes: readonly Code[], columns: readonly CodeId[]): CodeId[] {
  const parents = new Map(codes.map(({ id, parent }) => [id, parent]));
  const above = (id: CodeId): CodeId[] => {
    const found: CodeId[] = [];
    for (let at = parents.get(id) ?? null; at !== null; at = parents.get(at) ?? null) found.push(at);
    return found;
  };
  const taken = new Set<CodeId>(columns.flatMap((id) => [id, ...above(id)]));
  const isFree = (id: CodeId): boolean => !taken.has(id) && !above(id).some((each) => columns.includes(each));
  const ordered = codesInTreeOrder<CodeId, Code>(codes).map(({ code }) => code);
  const isUsed = (code: Code): boolean => Object.values(code.codings).some((count) => count > 0);
  if (rows === 'used') return ordered.filter((code) => isUsed(code) && isFree(code.id)).map(({ id }) => id);
  if (rows !== 'main')
    return ordered
      .filter(({ id, parent }) => (id === rows.under || parent === rows.under) && isFree(id))
      .map(({ id }) => id);
  const hasUsed = new Set(ordered.filter(isUsed).flatMap(({ id }) => [id, ...above(id)]));
  // The top of each tree; where that only gathers others, what stands below it.
  const isTop = new Map(ordered.map((code) => [code.id, code.parent === null && isUsed(code)]));
  const isMain = ({ id, parent }: Code): boolean =>
    parent === null ? isTop.get(id) === true : parents.get(parent) === null && isTop.get(parent) !== true;
  return ordered.filter((code) => isMain(code) && hasUsed.has(code.id) && isFree(code.id)).map(({ id }) => id);
}

type Chosen = {
  readonly rows: readonly CodeId[];
  readonly columns: readonly CodeId[];
  readonly coder: CoderId | 'together' | 'gold';
  readonly marker: Marker | null;
};

/** The settings as the core takes them; null while there is nothing to compare. */
export function comparisonInput(
  settings: Settings,
  { rows, columns, coder, marker }: Chosen,
): Omit<Input<'comparison.compute'>, 'by'> | null {
  const isAttribute = settings.columns.kind === 'attribute';
  if (rows.length === 0 || (!isAttribute && columns.length === 0)) return null;
  return {
    ...transcriptFilter(settings.transcripts),
    rows: [...rows],
    columns:
      settings.columns.kind === 'attribute'
        ? { kind: 'attribute', attribute: asId<'attribute'>(settings.columns.id) }
        : { kind: 'codes', codes: [...columns] },
    rule: settings.rule,
    children: settings.children,
    coder,
    ...markerFilter(marker),
  };
}

export function groupingOf({ groups }: Settings): ComparisonGrouping | undefined {
  if (groups === 'none') return undefined;
  return groups === 'coder' ? { kind: 'coder' } : { kind: 'attribute', attribute: asId<'attribute'>(groups) };
}
