import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { resourceFolder } from '../../resources.ts';
import type { ChangeLog } from '../../store/change-log.ts';
import { codeAliasTable, codeExampleTable, codeTable, codeTextTable } from '../../store/repositories/code-table.ts';
import { externalIdTable } from '../../store/repositories/external-id-table.ts';
import { usualMark } from './code-rows.ts';
import type { OpenProject } from '../project/open-project.ts';

const byLanguage = z.record(z.string(), z.string());

/** The part of the codebook's own format that becomes codes. */
const codebook = z.object({
  format: z.literal('scs-codebook'),
  codes: z.array(
    z.object({
      slug: z.string(),
      parent: z.string().nullable(),
      guid: z.string(),
      name: byLanguage,
      color: z.string(),
      codable: z.boolean(),
      definition: byLanguage,
      include: z.string(),
      exclude: z.string(),
      example: z.string(),
      example_origin: z.string(),
      axes: z.object({ paper_hint: z.string() }).optional(),
    }),
  ),
});

/** How names are read, by slug. */
const readings = z.object({ ja: z.record(z.string(), z.array(z.string())) });

function readResource(name: string): unknown {
  return JSON.parse(readFileSync(resourceFolder('shared', 'codebooks', name), 'utf8'));
}

/** How the names of the codebook that comes with the program are read, by key. */
export function shippedReadings(): ReadonlyMap<string, readonly string[]> {
  return new Map(Object.entries(readings.parse(readResource('readings.json')).ja));
}

/** Keys of the codes of that codebook whose rules ask for a memo each time. */
const askingForMemos: ReadonlySet<string> = new Set(['acceptance.disguised']);

/** Keys of the codes that are under number keys from the beginning: the four behaviours of the study, and where one stands to them. */
const pinnedAtFirst: ReadonlySet<string> = new Set([
  'behaviour.criminal-records',
  'behaviour.payment-of-fees',
  'behaviour.internet-use',
  'behaviour.littering',
  'acceptance.endorsement',
  'acceptance.withheld',
  'acceptance.concern',
]);

/** Whether a code, known to come from the codebook that comes with the program, asks for a memo unless told otherwise. */
export function usuallyAsksMemo(slug: string | null | undefined): boolean {
  return askingForMemos.has(slug ?? '');
}

/** Puts the privacy, morality and behaviour codebook into a project: 60 codes in 5 trees, names and definitions in three languages. */
export function storeSocialCreditCodebook(project: OpenProject, log: ChangeLog): void {
  const { codes } = codebook.parse(readResource('social-credit.json'));
  const read = shippedReadings();
  const ids = new Map<string, string>();
  const children = new Map<string | null, number>();
  for (const code of codes) {
    const id = project.newId<'code'>();
    const position = children.get(code.parent) ?? 0;
    ids.set(code.slug, id);
    children.set(code.parent, position + 1);
    log.insert(codeTable, {
      id,
      parent: code.parent === null ? null : ids.get(code.parent)!,
      position,
      slug: code.slug,
      color: code.color.toLowerCase(),
      mark: usualMark(code.parent, position),
      codable: Number(code.codable),
      pinned: Number(pinnedAtFirst.has(code.slug)),
      retired: 0,
      version: 1,
      language: 'en',
      created_at: project.now(),
      asks_memo: Number(usuallyAsksMemo(code.slug)),
    });
    for (const [language, name] of Object.entries(code.name)) {
      log.insert(codeTextTable, {
        code: id,
        language,
        name,
        definition: code.definition[language] ?? '',
        when_to_use: language === 'en' ? code.include : '',
        when_not_to_use: language === 'en' ? code.exclude : '',
      });
    }
    for (const [place, text] of (read.get(code.slug) ?? []).entries())
      log.insert(codeAliasTable, { id: project.newId(), code: id, position: place, kind: 'reading', text });
    log.insert(codeExampleTable, {
      id: project.newId(),
      code: id,
      position: 0,
      text: code.example,
      origin: code.example_origin,
      selection: null,
    });
    log.insert(externalIdTable, { kind: 'code', entity: id, guid: code.guid, source: 'scs-codebook' });
  }
}

/** What the source of the codebook says of a behaviour's place on the axes, by slug: hints, no positions. */
export function behaviourHints(): ReadonlyMap<string, string> {
  const { codes } = codebook.parse(readResource('social-credit.json'));
  return new Map(codes.flatMap(({ slug, axes }) => (axes ? [[slug, axes.paper_hint]] : [])));
}
