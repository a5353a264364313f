import type { ParsedInput } from '../../../../shared/contract/methods.ts';
import type { Code } from '../../../../shared/contract/schema/entities.ts';
import { guidKey } from '../../../../shared/refi/guid.ts';
import type { CodeEntry, EntryFault, ReadCodebook } from '../../../../shared/import/codebook/codebook-entry.ts';
import { compareCodebook, type ComparedEntry } from '../../../../shared/import/codebook/compare-codebook.ts';
import type { ChangeLog } from '../../store/change-log.ts';
import { codeTable } from '../../store/repositories/code-table.ts';
import { externalIdQueries, externalIdTable } from '../../store/repositories/external-id-table.ts';
import { writeDetails } from './code-details.ts';
import { CodeNames } from './code-label.ts';
import { listCodes } from './code-list.ts';
import { checkPlace, codeRow, freeCodeName, insertCode, placeCode, usualMark } from './code-rows.ts';
import { shippedReadings, usuallyAsksMemo } from './templates.ts';
import { ExternalIds, ownGuid } from '../exchange/external-ids.ts';
import type { OpenProject } from '../project/open-project.ts';

export type EntryChoice = ParsedInput<'codebook.import'>['choices'][number]['choice'];

/** What a codebook that came as a list calls its codes. */
const listSource = 'scs-codebook';

/** A read file beside the open codebook, and all that cannot be taken. */
export function comparedCodebook(
  project: OpenProject,
  read: ReadCodebook,
): { compared: ComparedEntry[]; faults: EntryFault[] } {
  const names = new CodeNames(project.store);
  const codes = listCodes(project);
  const given = project.store.all(externalIdQueries.all).filter(({ kind }) => kind === 'code');
  const guids = new Map<string, string>([
    ...codes.map(({ id }) => [guidKey(ownGuid(id)), id] as const),
    ...given.map(({ guid, entity }) => [guidKey(guid), entity] as const),
  ]);
  const compared = compareCodebook(read.entries, codes, { guids, keys: names.byKey() });
  const unit = read.faults[0]?.unit ?? 'line';
  const lost = compared.flatMap(({ isLost, entry }): EntryFault[] =>
    isLost ? [{ unit, line: entry.line, problem: 'unknown_parent', value: entry.outside ?? '' }] : [],
  );
  return { compared, faults: [...read.faults, ...lost].sort((a, b) => a.line - b.line) };
}

export type Stored = { created: number; changed: number; moved: number; left: number };

/** Takes a compared codebook over by what was chosen for each code; codings stay as they are. */
export function storeCodebook(
  project: OpenProject,
  log: ChangeLog,
  compared: readonly ComparedEntry[],
  choices: ReadonlyMap<number, EntryChoice>,
): Stored {
  const stored: Stored = { created: 0, changed: 0, moved: 0, left: 0 };
  const standing = new Map<string, Code>(listCodes(project).map((code) => [code.id, code]));
  const ids: (string | null)[] = [];
  const lost = new Set<number>();
  const readings = shippedReadings();
  const external = new ExternalIds(project.store);
  for (const [place, { entry, code, state, under, isLost, changes }] of compared.entries()) {
    ids.push(code);
    if (isLost || (entry.parent !== null && lost.has(entry.parent))) {
      lost.add(place);
      continue;
    }
    const parent = entry.parent === null ? under : ids[entry.parent]!;
    const choice = choices.get(place) ?? (state === 'changed' ? 'take' : 'keep');
    if (code === null || (state === 'elsewhere' && choice === 'new')) {
      ids[place] = createCode(project, log, entry, parent, { isSecond: code !== null, readings });
      stored.created++;
      continue;
    }
    if (
      entry.guid !== undefined &&
      external.entity('code', entry.guid) === null &&
      guidKey(ownGuid(code)) !== guidKey(entry.guid)
    )
      external.remember(log, 'code', code, entry.guid);
    const isMoved = state === 'elsewhere' && choice === 'move';
    if (!isMoved && (choice === 'keep' || changes.length === 0)) {
      if (state !== 'same') stored.left++;
      continue;
    }
    if (isMoved) {
      const row = codeRow(project, code);
      checkPlace(project, row, parent);
      placeCode(project, log, code, { parent, before: null });
      stored.moved++;
    }
    if (changes.length === 0) continue;
    changeCode(project, log, entry, standing.get(code)!);
    if (!isMoved) stored.changed++;
  }
  return stored;
}

function createCode(
  project: OpenProject,
  log: ChangeLog,
  entry: CodeEntry,
  parent: string | null,
  { isSecond, readings }: { isSecond: boolean; readings: ReadonlyMap<string, readonly string[]> },
): string {
  const { language, color, slug, guid } = entry;
  const name = freeCodeName(project, entry.name, parent);
  const row = insertCode(project, log, { name, language, parent, color, slug: isSecond ? null : (slug ?? null) });
  const knownReadings = guid === undefined || slug === undefined ? [] : (readings.get(slug) ?? []);
  const aliases =
    entry.aliases.length > 0 ? entry.aliases : knownReadings.map((text) => ({ text, kind: 'reading' as const }));
  writeDetails(project, log, row, {
    texts: textsOf(entry),
    examples: entry.examples.map(({ text, origin }) => ({ text, origin })),
    aliases: aliases.map(({ text, kind }) => ({ text, kind })),
    // A list that says its colours has the marks that go with their order.
    mark: entry.mark ?? (color === undefined ? undefined : usualMark(parent, row.position)),
    retired: entry.retired,
    asksMemo: entry.asksMemo ?? (guid !== undefined && usuallyAsksMemo(slug)),
  });
  log.update(codeTable, row.id, { version: row.version, codable: Number(entry.codable ?? true) });
  if (guid !== undefined && !isSecond)
    log.insert(externalIdTable, { kind: 'code', entity: row.id, guid, source: listSource });
  return row.id;
}

function changeCode(project: OpenProject, log: ChangeLog, entry: CodeEntry, code: Code): void {
  const knownExamples = new Set(code.examples.map(({ text }) => text.trim()));
  const added = entry.examples.filter(({ text }) => !knownExamples.has(text.trim()));
  writeDetails(project, log, codeRow(project, code.id), {
    texts: textsOf(entry),
    examples: [
      ...code.examples.map(({ id, text, origin }) => ({ id, text, origin })),
      ...added.map(({ text, origin }) => ({ text, origin })),
    ],
    aliases: [...code.aliases, ...entry.aliases].map(({ text, kind }) => ({ text, kind })),
    color: entry.color,
    mark: entry.mark,
    retired: entry.retired,
    asksMemo: entry.asksMemo,
  });
  if (entry.codable !== undefined) log.update(codeTable, code.id, { codable: Number(entry.codable) });
}

function textsOf(entry: CodeEntry): Record<string, object> {
  return Object.fromEntries(
    Object.entries(entry.texts).map(([language, said]) => [
      language,
      Object.fromEntries(Object.entries(said).filter(([, text]) => text !== undefined && text !== '')),
    ]),
  );
}
