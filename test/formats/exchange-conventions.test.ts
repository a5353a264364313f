import { expect, it } from 'vitest';
import { zipArchive } from '../../electron/core/export/zip.ts';
import { csvRow } from '../../shared/export/csv.ts';
import { codingsCsv, emptyProject, importFile } from '../support/exchange.ts';

const words = [
  'R: 😀 We trust the post office, and the 𠮷野 shop.',
  'I: Why is that, then?',
  'R: They know us here 👍 by name.',
];
const marks = ['trust', 'post office', '𠮷野 shop', 'Why', 'know us', 'by name', 'here'];

function guid(kind: number, number: number): string {
  return `${String(kind).padStart(8, '0')}-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

type Way = {
  end: string;
  mark: boolean;
  unit: 'code-points' | 'utf16';
  crlfIsOne: boolean;
  names: boolean;
  origin: string;
};

/** An archive as a program that counts in a given way writes it: one coding by each of two people in turn. */
function archive({ end, mark, unit, crlfIsOne, names, origin }: Way): Uint8Array {
  const text = words.join(end);
  const counted = crlfIsOne ? text.replaceAll('\r\n', '\n') : text;
  const length = (part: string): number => (unit === 'utf16' ? part.length : Array.from(part).length);
  const selections = marks.map((words, place) => {
    const start = length(counted.slice(0, counted.indexOf(words)));
    const name = names ? words : '';
    return `<PlainTextSelection guid="${guid(4, place)}" name="${name}" startPosition="${start}" endPosition="${start + length(words)}" creatingUser="${guid(1, place % 2)}" creationDateTime="2024-05-0${1 + place}T10:00:00Z">
<Coding guid="${guid(5, place)}" creatingUser="${guid(1, 0)}" creationDateTime="2024-01-01T09:00:00Z"><CodeRef targetGUID="${guid(2, 0)}"/></Coding></PlainTextSelection>`;
  });
  const xml = `\ufeff<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" name="n" origin="${origin}">
<Users><User guid="${guid(1, 0)}" name="Ann"/><User guid="${guid(1, 1)}" name="Ben"/></Users>
<CodeBook><Codes><Code guid="${guid(2, 0)}" name="Closeness" isCodable="true"/></Codes></CodeBook>
<Sources><TextSource guid="${guid(3, 0)}" name="Talk" plainTextPath="internal://${guid(3, 0)}.txt">${selections.join('')}</TextSource></Sources></Project>`;
  return zipArchive([
    { name: 'project.qde', bytes: Buffer.from(xml) },
    { name: `Sources/${guid(3, 0)}.txt`, bytes: Buffer.from(`${mark ? '\ufeff' : ''}${text}`) },
  ]);
}

const ways = ['\n', '\r\n'].flatMap((end) =>
  (['code-points', 'utf16'] as const).flatMap((unit) =>
    [false, true].flatMap((crlfIsOne) =>
      [false, true].map((names) => ({ end, unit, crlfIsOne, names, mark: true, origin: 'Somebody 1' })),
    ),
  ),
);

it.each(ways)('a file counted as %j is read on the right words, whoever wrote it', async (way) => {
  const test = await emptyProject();
  test.file('a.qdpx', archive(way));
  const report = await importFile(test, test.path('a.qdpx'));
  const rows = (await codingsCsv(test)).trim().split('\n').slice(1);
  expect(rows).toHaveLength(marks.length);
  for (const mark of marks)
    expect(
      rows.some((row) => row.includes(csvRow([mark]).trim())),
      mark,
    ).toBe(true);
  expect(report.convention.unit).toBe(way.unit);
  expect(report.convention.decidedBy).toBe('evidence');
  expect(report.convention.margin).toBeGreaterThan(0);
});

it.each(['NVivo for Windows 12.6', 'Somebody 1'])(
  'codings that name the author of their code are by the user of the selection (%s)',
  async (origin) => {
    const test = await emptyProject();
    const way = { end: '\r\n', mark: true, unit: 'utf16', crlfIsOne: false, names: false, origin } as const;
    test.file('a.qdpx', archive(way));
    const report = await importFile(test, test.path('a.qdpx'));
    expect(report.attribution).toBe('selection');
    expect(report.coders).toEqual([
      { name: 'Ann', codings: 4 },
      { name: 'Ben', codings: 3 },
    ]);
  },
);

it('where nothing tells, the habit of the program counts, and the report says so', async () => {
  const test = await emptyProject();
  const xml = (
    origin: string,
  ) => `<Project name="n" origin="${origin}"><Sources><TextSource guid="${guid(3, 0)}" name="Talk"><PlainTextContent>😀 ab</PlainTextContent>
<PlainTextSelection guid="${guid(4, 0)}" startPosition="2" endPosition="3"/></TextSource></Sources></Project>`;
  const inspect = (origin: string) =>
    test.client.call('exchange.inspect', { ticket: test.file(`${origin}.qde`, xml(origin)) });
  expect((await inspect('NVivo')).convention).toMatchObject({ unit: 'utf16' });
  expect((await inspect('Other')).convention).toMatchObject({ unit: 'code-points' });
  expect((await test.client.call('project.summary', {})).documents).toBe(0);
});
