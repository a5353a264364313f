import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TestCore } from '../support/core.ts';
import {
  archiveFiles,
  emptyProject,
  exported,
  fetched,
  hasSamples,
  importFile,
  refiSamples,
  refiSchema,
} from '../support/exchange.ts';
import { richExchange } from '../support/rich-exchange.ts';
import { xsdFaults } from '../support/xsd.ts';

async function writtenFrom(test: TestCore): Promise<{ xml: string; files: Map<string, Buffer> }> {
  const files = await archiveFiles(await exported(test, 'qdpx'));
  return { xml: files.get('project.qde')!.toString('utf8'), files };
}

function guids(xml: string): string[] {
  return [...xml.matchAll(/ guid="([^"]+)"/g)].map(([, guid]) => guid!.toLowerCase()).sort();
}

/** What the schema and its rules of reference ask of a file. */
function expectSound(xml: string, files: ReadonlyMap<string, Buffer>): void {
  const schema = refiSchema('Project.xsd');
  if (schema !== null) expect(xsdFaults(schema, xml)).toEqual([]);
  const own = guids(xml);
  expect(new Set(own).size).toBe(own.length);
  for (const [, target] of xml.matchAll(
    /(?:targetGUID|representedGUID|sourceVertex|targetVertex|creatingUser|originGUID)="([^"]+)"/g,
  ))
    expect(own).toContain(target!.toLowerCase());
  for (const [, path] of xml.matchAll(/ath="internal:\/\/([^"]+)"/g))
    expect([...files.keys()]).toContain(`sources/${path}`);
}

describe('what has no counterpart here', () => {
  it('is written again, in its place and valid: sets, graphs, links, media with their marks, what cases refer to', async () => {
    const test = await emptyProject();
    test.file('rich.qdpx', richExchange());
    const report = await importFile(test, test.path('rich.qdpx'));
    for (const { element, inFile, imported, present, lost } of report.counts)
      expect(imported + present + lost, element).toBe(inFile);
    expect(report.counts.filter(({ lost }) => lost > 0).map(({ element }) => element)).toEqual(['Transcript']);
    const { xml, files } = await writtenFrom(test);
    expectSound(xml, files);
    for (const guid of guids(Buffer.from((await archiveFiles(richExchange())).get('project.qde')!).toString('utf8')))
      expect(guids(xml)).toContain(guid);
    expect(xml).toContain('<Description>in years</Description>');
    expect(xml).toMatch(/<Case [^>]*>\n<CodeRef[^]*<SourceRef[^]*<SelectionRef/);
    expect(xml).toMatch(/<PDFSource [^>]*path="internal:\/\/[^"]+\.pdf"/);
    expect(xml).toContain('path="relative:///tape.m4a"');
    const pictures = [...files].filter(([name]) => name.endsWith('.png')).map(([, bytes]) => bytes.toString());
    expect(pictures).toEqual([Buffer.from('\x89PNG invented').toString()]);
    const pdfs = [...files].filter(([name]) => name.endsWith('.pdf')).map(([, bytes]) => bytes.toString());
    expect(pdfs).toEqual(['%PDF-1.4 invented']);
  });

  it('comes through twice: what is written, read by an empty project and written again is the same', async () => {
    const test = await emptyProject();
    test.file('rich.qdpx', richExchange());
    await importFile(test, test.path('rich.qdpx'));
    const first = await exported(test, 'qdpx');
    const other = await emptyProject('other', 700_000);
    other.file('again.qdpx', first);
    const report = await importFile(other, other.path('again.qdpx'));
    expect(report.attention).toEqual([]);
    const head = /<Project [^>]*>/;
    const once = (await archiveFiles(first)).get('project.qde')!.toString('utf8').replace(head, '');
    const twice = (await writtenFrom(other)).xml.replace(head, '');
    expect(guids(twice)).toEqual(guids(once));
    expect(twice.length).toBe(once.length);
  });

  it('is not doubled by importing again, and goes when the import is undone', async () => {
    const test = await emptyProject();
    test.file('rich.qdpx', richExchange());
    await importFile(test, test.path('rich.qdpx'));
    const { xml } = await writtenFrom(test);
    const { revision } = await test.client.call('project.summary', {});
    const again = await importFile(test, test.path('rich.qdpx'));
    expect(again.counts.filter(({ imported }) => imported > 0)).toEqual([]);
    expect((await test.client.call('project.summary', {})).revision).toBe(revision);
    expect((await writtenFrom(test)).xml).toBe(xml);
    await test.client.call('history.undo', {});
    expect((await writtenFrom(test)).xml).not.toMatch(/<Set |<Graph |<PictureSource /);
  });

  it('loses a reference, and says so, when what it led to is gone', async () => {
    const test = await emptyProject();
    test.file('rich.qdpx', richExchange());
    await importFile(test, test.path('rich.qdpx'));
    const talk = (await test.client.call('documents.list', {})).find(({ name }) => name === 'Talk');
    await test.client.call('documents.remove', { document: talk!.id });
    const { ticket: _, losses } = await test.client.call('exchange.export', { format: 'qdpx' });
    expect(losses.filter(({ reason }) => reason === 'unresolved').map(({ element }) => element)).toContain(
      'MemberSource',
    );
    const { xml, files } = await writtenFrom(test);
    expectSound(xml, files);
  });
});

describe.skipIf(!hasSamples)('samples (skipped where they are not beside the checkout)', () => {
  it('ATLAS.ti: 16 sets, the link or its memo, the graph and all media are in what is written', async () => {
    const test = await emptyProject();
    await importFile(test, join(refiSamples, 'skyloom__TestProject.qdpx'));
    const { xml, files } = await writtenFrom(test);
    expectSound(xml, files);
    const source = [...(await archiveFiles(readFileSync(join(refiSamples, 'skyloom__TestProject.qdpx'))))].find(
      ([name]) => name.endsWith('.qde'),
    )![1];
    const count = (of: string, element: string): number => of.match(new RegExp(`<${element}[ >]`, 'g'))?.length ?? 0;
    for (const element of ['Set', 'Graph', 'PictureSource', 'AudioSource', 'VideoSource', 'PictureSelection'])
      expect(count(xml, element), element).toBe(count(source.toString('utf8'), element));
  });

  it('Transana: 63 users beside our own, 19 codes and 6 sets with their members are in what is written', async () => {
    const test = await emptyProject();
    await importFile(test, join(refiSamples, 'spec_annex_A3_transana.qde'));
    const { xml, files } = await writtenFrom(test);
    expectSound(xml, files);
    const count = (element: string): number => xml.match(new RegExp(`<${element} `, 'g'))?.length ?? 0;
    expect([count('User'), count('Code'), count('Set')]).toEqual([63 + 1, 19, 6]);
    expect(xml).toMatch(/<Set [^>]*>\n(?:<Description>[^<]*<\/Description>\n)?<Member/);
  });
});

describe('what is chosen to be written', () => {
  it('is the work of some coders on some transcripts; anonymous, it names nobody and carries no originals', async () => {
    const test = await emptyProject();
    test.file('rich.qdpx', richExchange());
    await importFile(test, test.path('rich.qdpx'));
    const coders = await test.client.call('coders.list', {});
    const documents = await test.client.call('documents.list', {});
    const ann = coders.find(({ name }) => name === 'Ann')!;
    const ada = coders.find(({ name }) => name === 'Ada')!;
    const talk = documents.find(({ name }) => name === 'Talk')!;
    const written = async (options: object): Promise<{ xml: string; files: Map<string, Buffer> }> => {
      const { ticket } = await test.client.call('exchange.export', { format: 'qdpx', ...options });
      const files = await archiveFiles(await fetched(test, ticket));
      return { xml: files.get('project.qde')!.toString('utf8'), files };
    };
    const some = await written({ coders: [ada.id], documents: [talk.id] });
    expectSound(some.xml, some.files);
    expect(some.xml).toContain('name="Talk"');
    expect(some.xml).not.toMatch(/Leaflet|<PlainTextSelection|name="Ann"/);
    const hidden = await written({ coders: [ann.id, ada.id], anonymous: true });
    expectSound(hidden.xml, hidden.files);
    expect(hidden.xml).not.toMatch(/Ann|Ada|<PictureSource/);
    expect(hidden.xml.match(/<PlainTextSelection/g)).toHaveLength(2);
    expect([...hidden.files.keys()].filter((name) => !/\.(?:txt|qde)$/.test(name))).toEqual([]);
  });
});
