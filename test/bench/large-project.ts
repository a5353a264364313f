import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { benchSession } from './core-bench.ts';
import { seededRandom } from './corpus.ts';
import { madeProject } from './made-project.ts';

/** How much there is of everything in a project larger than any study is likely to be. */
export type Largeness = {
  readonly documents: number;
  readonly words: number;
  readonly codes: number;
  readonly codings: number;
  readonly memos: number;
};

const regions = ['north', 'south', 'east', 'west'];

/** A survey with a row for each transcript: a group, an age and a dozen scale items. */
function writeSurvey(path: string, documents: readonly string[]): void {
  const random = seededRandom(7);
  const items = Array.from({ length: 12 }, (_, place) => `item_${place + 1}`);
  const rows = documents.map((document, place) => [
    `R${String(place + 1).padStart(4, '0')}`,
    document,
    regions[place % regions.length]!,
    String(18 + Math.floor(random() * 60)),
    ...items.map(() => String(1 + Math.floor(random() * 7))),
  ]);
  writeFileSync(path, [['id', 'document', 'region', 'age', ...items], ...rows].map((row) => row.join(',')).join('\n'));
}

/**
 * Makes a project with a case and a survey row for each transcript, codings of two coders, half as many of a
 * code that stands everywhere, and memos; answers its path.
 */
export async function largeProject(folder: string, { memos, ...size }: Largeness): Promise<string> {
  const project = await madeProject(folder, { ...size, coders: 2 }, { coder: 'coder1' });
  const { client, grant, close } = benchSession(folder);
  await client.call('project.open', { ticket: grant(project) });
  const documents = await client.call('documents.list', {});
  const survey = join(folder, 'survey.csv');
  writeSurvey(
    survey,
    documents.map(({ name }) => name),
  );
  await client.call('survey.import', { ticket: grant(survey), kind: 'survey', partial: false });
  const everywhere = join(folder, 'everywhere.csv');
  const rows = documents.flatMap(({ name }) =>
    Array.from({ length: Math.round(size.codings / size.documents / 2) }, (_, place) => {
      const start = 200 + place * 120;
      return `${name},coder1,Everywhere,${start},${start + 80}`;
    }),
  );
  writeFileSync(everywhere, ['doc,coder,code,start,end', ...rows].join('\n'));
  await client.call('codings.importCsv', {
    ticket: grant(everywhere),
    createCodes: true,
    markDone: false,
    partial: false,
  });
  for (const { id } of documents.slice(0, memos))
    await client.call('memos.save', {
      target: { kind: 'document', id },
      text: 'What struck me here: nobody asked back, and the answers grew shorter from question to question.',
    });
  await close();
  return project;
}
