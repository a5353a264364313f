import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tempFolder } from '../support/temp-folder.ts';
import { runVerbatim } from '../support/verbatim-command.ts';

const qde = `<Project name="n" origin="Elsewhere"><Users><User guid="00000000-0000-4000-8000-000000000001" name="Ann"/></Users>
<CodeBook><Codes><Code guid="00000000-0000-4000-8000-000000000002" name="Fear" isCodable="true"/></Codes></CodeBook>
<Sources><TextSource guid="00000000-0000-4000-8000-000000000003" name="talk"><PlainTextContent>They watch us.</PlainTextContent>
<PlainTextSelection guid="00000000-0000-4000-8000-000000000004" startPosition="5" endPosition="10"><Coding guid="00000000-0000-4000-8000-000000000005" creatingUser="00000000-0000-4000-8000-000000000001"><CodeRef targetGUID="00000000-0000-4000-8000-000000000002"/></Coding></PlainTextSelection>
<PlainTextSelection guid="00000000-0000-4000-8000-000000000006" startPosition="5" endPosition="99"/></TextSource></Sources></Project>`;

it('a project of another program is inspected, imported beside a transcript, and written for others', async () => {
  const folder = tempFolder();
  const run = async (...parameters: string[]) => {
    const { code, out, error } = await runVerbatim(folder, ...parameters);
    return { code, out, error, json: () => JSON.parse(out) };
  };
  writeFileSync(join(folder, 'a.qde'), qde);
  writeFileSync(join(folder, 'talk.txt'), 'I: Why?\nR: They do.\n');
  const inspected = await run('inspect', 'a.qde', '--json');
  expect(inspected.json()).toMatchObject({ kind: 'qdpx', origin: 'Elsewhere', documents: ['talk'] });

  await run('new', 'study.vbt');
  const imported = await run('import', 'study.vbt', 'a.qde', 'talk.txt', 'none.qdpx', '--json');
  expect(imported.code).toBe(1);
  expect(imported.json()).toMatchObject({
    imported: [
      { file: 'a.qde', format: 'qdpx', documents: ['talk'], codings: 1 },
      { file: 'talk.txt', document: 'talk.txt' },
    ],
    failed: [{ file: 'none.qdpx', code: 'file_not_found' }],
    report: [{ attention: [{ document: 'talk', start: 5, end: 99, reason: 'out_of_range' }] }],
  });
  expect((await run('import', 'study.vbt', 'a.qde')).out).toContain('needs attention: talk 5–99');

  expect((await run('export', 'study.vbt', '--format', 'qdpx', '-o', 'b.qdpx')).code).toBe(0);
  const again = (await run('import', 'study.vbt', 'b.qdpx', '--json')).json();
  expect(again.report[0].counts.filter((counts: { imported: number }) => counts.imported > 0)).toEqual([]);
  const codebook = await run('export', 'study.vbt', '--format', 'qdc', '-o', 'b.qdc', '--json');
  expect(codebook.json()).toMatchObject({ file: 'b.qdc', losses: [] });
  expect(readFileSync(join(folder, 'b.qdc'), 'utf8')).toContain('name="Fear" isCodable="true"');
  expect((await run('export', 'study.vbt', '--format', 'docx')).code).toBe(2);
}, 60_000);
