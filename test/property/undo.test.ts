import * as fc from 'fast-check';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { methods } from '../../shared/contract/methods.ts';
import { connectionOf } from '../support/connections.ts';
import { importTexts, openTestCore, openTestProject, type TestCore } from '../support/core.ts';
import { logicalDump, rowCount } from '../support/logical-dump.ts';
import { runStep, type Step, stepKinds } from '../support/random-commands/run-step.ts';
import { tempFolder } from '../support/temp-folder.ts';

const picks = fc.tuple(fc.nat(999), fc.nat(999), fc.nat(999), fc.nat(999));
const words = fc.constantFrom(
  'trust',
  'fear',
  'privacy',
  '隐私',
  'か\u3099',
  'a b',
  '😀',
  '\ud83d',
  '  ',
  'Robert"); --',
);
const command: fc.Arbitrary<Step> = fc.record({
  // Twice as often what gives the others something to work on.
  kind: fc.constantFrom(...stepKinds, 'imports.commit', 'codes.create', 'codings.add', 'codings.add'),
  picks,
  words,
});
type Travel = { readonly kind: 'undo' | 'redo' | 'reopen' };
const travel: fc.Arbitrary<Travel> = fc.record({ kind: fc.constantFrom('undo', 'redo', 'reopen') });
const steps = fc.array(fc.oneof({ arbitrary: command, weight: 6 }, { arbitrary: travel, weight: 1 }), {
  minLength: 4,
  maxLength: 24,
});

/** What every drawn sequence begins with, so that there is something to work on. */
const something: Step[] = (
  [
    'imports.commit',
    'codes.create',
    'codes.create',
    'codings.add',
    'codings.add',
    'memos.saveOnRange',
    'cases.create',
    'attributes.create',
  ] as const
).map((kind, place) => ({ kind, picks: [place, place, 3 * place, 7], words: `begin ${place}` }));

/** A project under test with what its history must be: the dump after every command that stands, and where we are. */
class Traveller {
  private test: TestCore;
  private readonly path: string;
  private readonly dumps: unknown[];
  private at = 0;
  private sessions = 1;

  private constructor(test: TestCore, path: string) {
    this.test = test;
    this.path = path;
    this.dumps = [logicalDump(path)];
  }

  static async begin(folder: string): Promise<Traveller> {
    const test = openTestCore({ folder });
    const path = test.path('study.vbt');
    await test.client.call('project.create', { name: 'Study', template: 'empty', place: test.ticket(path) });
    return new Traveller(test, path);
  }

  async take(step: Step | Travel): Promise<void> {
    if ('picks' in step) await this.command(step);
    else await this[step.kind]();
    const { faults } = await this.test.client.call('project.check', {});
    expect(faults).toEqual([]);
    expect(this.test.ports.unforeseen).toEqual([]);
  }

  private async command(step: Step): Promise<void> {
    const { revision } = await this.test.client.call('history.state', {});
    const refused = await runStep(this.test.client, step);
    const after = (await this.test.client.call('history.state', {})).revision;
    const dump = logicalDump(this.path);
    if (after === revision) expect(dump).toEqual(this.dumps[this.at]);
    else {
      expect([refused, after]).toEqual([null, revision + 1]);
      this.dumps.splice(this.at + 1, Number.POSITIVE_INFINITY, dump);
      this.at += 1;
    }
    await this.expectSteps();
  }

  async undo(): Promise<boolean> {
    if (this.at === 0) {
      await expect(this.test.client.call('history.undo', {})).rejects.toMatchObject({ code: 'nothing_to_undo' });
      return false;
    }
    await this.test.client.call('history.undo', {});
    this.at -= 1;
    await this.expectSteps();
    return true;
  }

  async redo(): Promise<boolean> {
    if (this.at === this.dumps.length - 1) {
      await expect(this.test.client.call('history.redo', {})).rejects.toMatchObject({ code: 'nothing_to_redo' });
      return false;
    }
    await this.test.client.call('history.redo', {});
    this.at += 1;
    await this.expectSteps();
    return true;
  }

  private async reopen(): Promise<void> {
    await this.end();
    this.sessions += 1;
    this.test = openTestCore({ folder: this.test.folder, first: this.sessions * 1_000_000 });
    await this.test.client.call('project.open', { ticket: this.test.ticket(this.path) });
    await this.expectSteps();
  }

  /** The project is what it was at this point of its history, and offers to go back and forth from here. */
  private async expectSteps(): Promise<void> {
    expect(logicalDump(this.path)).toEqual(this.dumps[this.at]);
    const { undo, redo } = await this.test.client.call('history.state', {});
    expect([undo !== null, redo !== null]).toEqual([this.at > 0, this.at < this.dumps.length - 1]);
  }

  end(): Promise<void> {
    return this.test.close();
  }
}

/** Commands and jobs that change no project, put another in its place, or are made never to be undone. */
const apart = [
  'project.create',
  'project.open',
  'project.saveEncrypted',
  'project.sample',
  'project.close',
  'project.check',
  'archive.',
  'backups.',
  'blinding.',
  'copies.make',
  'copies.preview',
  'files.',
  'reports.',
  'documents.writeCoded',
  'dialogs.',
  'settings.',
  'view.',
  'history.',
  'imports.inspect',
  'protection.',
  'pseudonyms.preview',
  'pseudonyms.seal',
  'cases.purge',
  'project.rewrite',
  'reimport.preview',
  'exchange.inspect',
  'exchange.export',
  'agreement.intervals',
  'agreement.unitizing',
  'cooccurrence.test',
  'comparison.test',
  'tidy.export',
  'codebook.exportJson',
  'codebook.preview',
  'codings.exportCsv',
  'survey.inspect',
  'survey.export',
];

describe('the law of undo', () => {
  it('is tried on every command there is', () => {
    const changing = Object.entries(methods).filter(
      ([name, { kind }]) => kind !== 'query' && !apart.some((beginning) => name.startsWith(beginning)),
    );
    expect(changing.map(([name]) => name).filter((name) => !(stepKinds as string[]).includes(name))).toEqual([]);
  });

  it('undoing all gives back the beginning, redoing all the end, step by step and across sessions', async () => {
    const folder = tempFolder();
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(steps, async (drawn) => {
        const traveller = await Traveller.begin(join(folder, `${runs++}`));
        for (const step of [...something, ...drawn]) await traveller.take(step);
        while (await traveller.redo());
        while (await traveller.undo());
        await traveller.take({ kind: 'reopen' });
        while (await traveller.redo());
        await traveller.end();
      }),
      { numRuns: 40 },
    );
  });
});

describe('undo', () => {
  it('takes back and repeats thousands of rows in one step', async () => {
    const { test, path, dump } = await openTestProject('I: Why?\nR: [fear: They watch.]\n');
    const before = dump();
    const [document] = await importTexts(test, { 'long.txt': 'I: And then?\nR: Then nothing.\n'.repeat(1500) });
    await test.client.call('documents.setDone', {
      document: document!,
      coder: (await test.client.call('project.summary', {})).coder,
      done: true,
    });
    const after = dump();
    expect(rowCount(path, 'change')).toBeGreaterThan(3000);
    await test.client.call('history.undo', {});
    await test.client.call('history.undo', {});
    expect(dump()).toEqual(before);
    await test.client.call('history.redo', {});
    await test.client.call('history.redo', {});
    expect(dump()).toEqual(after);
  });

  it('says what it undid and where', async () => {
    const { test, document, text, code } = await openTestProject('I: Why?\nR: [fear: They watch] us.\n');
    await code('us', 'fear');
    const start = text.indexOf('us');
    const { step, place } = await test.client.call('history.undo', {});
    expect(step).toMatchObject({ command: 'codings.add', label: { code: 'fear', document: 'interview.txt' } });
    expect(place).toEqual({ document, start, end: start + 2 });
    expect((await test.client.call('history.redo', {})).place).toEqual(place);
  });

  it('does not go behind the making of the project, but everything after it', async () => {
    const test = openTestCore();
    const { client } = test;
    await client.call('project.create', { name: 'Study', template: 'scs', place: test.ticket(test.path('study.vbt')) });
    await expect(client.call('history.undo', {})).rejects.toMatchObject({ code: 'nothing_to_undo' });
    expect(await client.call('codes.list', {})).toHaveLength(60);
  });

  it('a new command ends what could be repeated; one that changes nothing does not', async () => {
    const { test, codes, code } = await openTestProject('I: Why?\nR: [fear: They watch] us.\n');
    const { client } = test;
    await code('us', 'fear');
    await client.call('history.undo', {});
    await client.call('codes.update', { code: codes.get('fear')!, texts: { en: { name: 'fear' } } });
    expect((await client.call('history.state', {})).redo?.command).toBe('codings.add');
    await client.call('codes.update', { code: codes.get('fear')!, texts: { en: { name: 'worry' } } });
    expect((await client.call('history.state', {})).redo).toBeNull();
    await expect(client.call('history.redo', {})).rejects.toMatchObject({ code: 'nothing_to_redo' });
  });

  it.each([
    ['undo', "UPDATE coding SET origin = 'automatic'", 'coding'],
    ['undo', "UPDATE selection SET comment = 'mine'", 'selection'],
    ['undo', 'DELETE FROM coding', 'coding'],
    ['redo', "UPDATE document SET name = 'x.txt'; UPDATE coder SET name = 'Bea'", 'coder'],
  ] as const)('%s refuses when a row was changed behind its back: %s', async (way, sql, table) => {
    const { test, path, dump } = await openTestProject('I: Why?\nR: [fear: They watch] us.\n');
    const { client } = test;
    if (way === 'redo') {
      const { coder } = await client.call('project.summary', {});
      await client.call('coders.rename', { coder, name: 'Bo' });
      await client.call('history.undo', {});
    }
    connectionOf(path).exec(sql);
    const before = dump();
    const { revision } = await client.call('history.state', {});
    await expect(client.call(`history.${way}`, {})).rejects.toMatchObject({
      code: 'history_conflict',
      params: { table },
    });
    expect(dump()).toEqual(before);
    expect((await client.call('history.state', {})).revision).toBe(revision);
    await client.call('codes.create', { name: 'work goes on' });
    await client.call('history.undo', {});
    expect(dump()).toEqual(before);
  });
});
