import { z } from 'zod';

/** First entry of an archive: what it is, and the checksum of everything else in it. */
export const manifest = z.object({
  format: z.literal('verbatim-archive'),
  /** Of this layout of files. */
  version: z.literal(1),
  /** Of the tables: the schema of the project file they came from. */
  schema: z.number().int().positive(),
  writtenBy: z.string(),
  project: z.object({
    id: z.string(),
    name: z.string(),
    synthetic: z.boolean(),
    revision: z.number().int(),
    /** When the last change was made; the same project gives the same archive. */
    at: z.string(),
  }),
  /** Attributes whose values are confidential and were left out, by name. */
  leftOut: z.array(z.string()),
  files: z.array(z.object({ path: z.string(), bytes: z.number().int(), sha256: z.string() })),
});
export type Manifest = z.infer<typeof manifest>;

export const manifestPath = 'manifest.json';
export const readmePath = 'README.txt';
export const schemaPath = 'schema.json';
export const tablePath = (name: string): string => `tables/${name}.jsonl`;
export const blobPath = (hash: string): string => `blobs/${hash}`;

/** What somebody reads who finds the archive without the program. */
export function readme({ project, leftOut }: Pick<Manifest, 'project' | 'leftOut'>): string {
  const lines = [
    `${project.name}: a project of coded interviews, as an archive.`,
    ...(project.synthetic ? ['All interviews, coders and answers in it are invented (synthetic sample).'] : []),
    `State of ${project.at}, revision ${project.revision}.`,
    '',
    'manifest.json   every file here with its size and SHA-256 checksum',
    'schema.json     what the columns of every table hold (JSON Schema)',
    'tables/*.jsonl  one JSON object a line for every row; ids refer from table to table',
    'blobs/HASH      texts and original files, named by the SHA-256 of their bytes',
    '',
    'A document row names its text (UTF-8, line ends LF) and its original file by hash. start_at and end_at of',
    'selections and turns count UTF-16 code units in that text, from 0, the end not included. A coding joins a',
    'selection, a code and a coder. code_text holds names and definitions of a code by language.',
    '',
    ...(leftOut.length > 0 ? [`Left out because confidential: ${leftOut.join(', ')}.`, ''] : []),
    'The history of changes, backups and what is derived from these tables (search index, counts) are not in it.',
    'Verbatim makes a project of it again: verbatim archive restore FILE --out PROJECT.vbt',
  ];
  return `${lines.join('\n')}\n`;
}
