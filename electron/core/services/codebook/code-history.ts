import type { CodeChange, CodeStep } from '../../../../shared/contract/methods/codebook.ts';
import { asId } from '../../../../shared/domain/ids.ts';
import { type CodeStepRow, changeSetQueries } from '../../store/repositories/change-set-table.ts';
import {
  codeAliasTable,
  codeExampleTable,
  type CodeRow,
  codeTable,
  type CodeTextRow,
  codeTextTable,
} from '../../store/repositories/code-table.ts';
import { codingTable } from '../../store/repositories/coding-table.ts';
import { CodeNames } from './code-label.ts';
import { codeRow } from './code-rows.ts';
import type { OpenProject } from '../project/open-project.ts';

type Image = Readonly<Record<string, string | number | null>>;
type Images = { readonly before: Image | null; readonly after: Image | null };
type NameOf = (code: string) => string;

function imagesOf(row: CodeStepRow): Images {
  const parsed = (image: string | null): Image | null => (image === null ? null : (JSON.parse(image) as Image));
  return { before: parsed(row.before), after: parsed(row.after) };
}

const textFields = [
  ['name', 'name'],
  ['definition', 'definition'],
  ['whenToUse', 'when_to_use'],
  ['whenNotToUse', 'when_not_to_use'],
] as const satisfies readonly (readonly [CodeChange['field'], keyof CodeTextRow])[];

function textChanges({ before, after }: Images): CodeChange[] {
  const language = String((after ?? before)!['language']);
  return textFields.flatMap(([field, column]) => {
    const [was, is] = [before?.[column] ?? '', after?.[column] ?? ''].map(String) as [string, string];
    return was === is ? [] : [{ field, language, before: was === '' ? null : was, after: is === '' ? null : is }];
  });
}

const codeFields = [
  ['color', 'color'],
  ['mark', 'mark'],
  ['parent', 'parent'],
  ['pinned', 'pinned'],
  ['retired', 'retired'],
  ['asksMemo', 'asks_memo'],
] as const satisfies readonly (readonly [CodeChange['field'], keyof CodeRow])[];

/** What became different in a code's row; how it looked and stood when it was made is not told. */
function codeChanges({ before, after }: Images, nameOf: NameOf): CodeChange[] {
  if (!before || !after) return [];
  const written = (field: CodeChange['field'], value: string | number | null | undefined): string =>
    field === 'parent' ? (typeof value === 'string' ? nameOf(value) : '') : String(value);
  return codeFields
    .filter(([, column]) => before[column] !== after[column])
    .map(([field, column]) => ({
      field,
      language: null,
      before: written(field, before[column]),
      after: written(field, after[column]),
    }));
}

/** An alias or example that came, went or became another; one that only changed its place did not. */
function wordChanges({ before, after }: Images, code: string, field: CodeChange['field']): CodeChange[] {
  const ours = (image: Image | null): string | null => (image?.['code'] === code ? String(image['text']) : null);
  const [was, is] = [ours(before), ours(after)];
  return was === is ? [] : [{ field, language: null, before: was, after: is }];
}

function changesOf(row: CodeStepRow, images: Images, code: string, nameOf: NameOf): CodeChange[] {
  const standing = (images.after ?? images.before)!;
  switch (row.table_name) {
    case codeTable.name:
      return row.key === code ? codeChanges(images, nameOf) : [];
    case codeTextTable.name:
      return standing['code'] === code ? textChanges(images) : [];
    case codeAliasTable.name:
      return wordChanges(images, code, standing['kind'] === 'reading' ? 'reading' : 'alias');
    case codeExampleTable.name:
      return wordChanges(images, code, 'example');
    default:
      return [];
  }
}

/** One step as far as it touched the code; null where it only moved its neighbours about. */
function stepOf(rows: readonly CodeStepRow[], code: string, nameOf: NameOf): CodeStep | null {
  const first = rows[0]!;
  const all = rows.map((row) => ({ row, images: imagesOf(row) }));
  const changes = all.flatMap(({ row, images }) => changesOf(row, images, code, nameOf));
  const hasCodings = all.some(
    ({ row, images }) =>
      row.table_name === codingTable.name && (images.before?.['code'] === code || images.after?.['code'] === code),
  );
  if (changes.length === 0 && !hasCodings) return null;
  const own = all.find(({ row }) => row.table_name === codeTable.name && row.key === code)?.images;
  const version = own?.after?.['version'];
  return {
    revision: first.revision,
    command: first.command,
    label: JSON.parse(first.label) as CodeStep['label'],
    coder: first.coder === null ? null : asId<'coder'>(first.coder),
    at: first.at,
    version: typeof version === 'number' && version !== own?.before?.['version'] ? version : null,
    changes,
  };
}

/**
 * What was done to a code, newest first, read from the change log: steps of the codebook that stand. A code that came with
 * a codebook or an import begins with a step of its own without a revision.
 */
export function codeHistory(project: OpenProject, code: string): CodeStep[] {
  const { store } = project;
  const row = codeRow(project, code);
  const names = new CodeNames(store);
  const known = new Set(names.ids());
  const nameOf: NameOf = (id) => (known.has(id) ? names.name(id) : '…');
  const sets = Map.groupBy(store.all(changeSetQueries.ofCode, code), ({ revision }) => revision);
  const steps = [...sets.values()].flatMap((rows) => stepOf(rows, code, nameOf) ?? []);
  if (steps[0]?.version === 1) return steps.reverse();
  const beginning: CodeStep = {
    revision: null,
    command: 'codes.create',
    label: {},
    coder: null,
    at: row.created_at,
    version: 1,
    changes: [],
  };
  return [...steps.reverse(), beginning];
}
