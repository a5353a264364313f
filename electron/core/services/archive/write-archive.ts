import { z } from 'zod';
import { zipArchive } from '../../export/zip.ts';
import { contentHash } from '../../store/blobs.ts';
import { newestSchema } from '../../store/migrate.ts';
import { attributeTable, attributeValueTable } from '../../store/repositories/case-table.ts';
import { changeSetQueries } from '../../store/repositories/change-set-table.ts';
import { loggedTables } from '../../store/repositories/registry.ts';
import type { Row, Table } from '../../store/table.ts';
import { rowsOf } from '../copies/held-rows.ts';
import type { OpenProject } from '../project/open-project.ts';
import { blobPath, type Manifest, manifestPath, readme, readmePath, schemaPath, tablePath } from './manifest.ts';

/** What an archive is asked for; `step` lets other calls in between and stops a cancelled one. */
export type ArchiveOptions = { readonly withConfidential: boolean; readonly step: () => Promise<void> };

/**
 * The whole project as a self-describing zip: rows as JSON Lines, texts and originals by hash, checksums. The same project
 * gives the same bytes. Values of confidential attributes are left out unless asked for.
 */
export async function writeArchive(
  project: OpenProject,
  version: string,
  { withConfidential, step }: ArchiveOptions,
): Promise<Uint8Array> {
  const entries: { readonly name: string; readonly bytes: Uint8Array }[] = [];
  const hidden = new Map<string, string>();
  if (!withConfidential)
    for (const row of rowsOf(project.store, attributeTable))
      if (row['confidential'] === 1) hidden.set(String(row['id']), String(row['name']));
  const isHidden = (table: Table, row: Row): boolean =>
    (table.name === attributeTable.name && hidden.has(String(row['id']))) ||
    (table.name === attributeValueTable.name && hidden.has(String(row['attribute'])));

  const columns = project.store.blobs.columns();
  const hashes = new Set<string>();
  for (const table of loggedTables.values()) {
    const refers = columns.filter(({ table: name }) => name === table.name).map(({ column }) => column);
    const lines: string[] = [];
    for (const row of rowsOf(project.store, table)) {
      if (isHidden(table, row)) continue;
      lines.push(`${JSON.stringify(row)}\n`);
      for (const column of refers) if (typeof row[column] === 'string') hashes.add(row[column]);
    }
    entries.push({ name: tablePath(table.name), bytes: Buffer.from(lines.join('')) });
    await step();
  }
  for (const hash of [...hashes].sort()) {
    entries.push({ name: blobPath(hash), bytes: project.store.blobs.get(hash) });
    await step();
  }
  entries.push({ name: schemaPath, bytes: Buffer.from(tableSchemas()) });

  const { id, name, synthetic } = project.summary();
  const at = project.store.get(changeSetQueries.newest)?.at ?? '';
  const head = {
    project: { id, name, synthetic, revision: project.store.revision, at },
    leftOut: [...hidden.values()].sort(),
  };
  entries.push({ name: readmePath, bytes: Buffer.from(readme(head)) });
  const manifest: Manifest = {
    format: 'verbatim-archive',
    version: 1,
    schema: newestSchema(),
    writtenBy: `Verbatim ${version}`,
    ...head,
    files: entries.map(({ name: path, bytes }) => ({ path, bytes: bytes.length, sha256: contentHash(bytes) })),
  };
  return zipArchive([{ name: manifestPath, bytes: Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`) }, ...entries]);
}

/** Columns of every table as JSON Schema. */
function tableSchemas(): string {
  const tables = [...loggedTables.values()].map(({ name, key, row }) => [name, { key, row: z.toJSONSchema(row) }]);
  return `${JSON.stringify(Object.fromEntries(tables), null, 1)}\n`;
}
