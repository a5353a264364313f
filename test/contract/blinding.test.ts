import { beforeEach, describe, expect, it } from 'vitest';
import { type Client, createClient } from '../../shared/contract/client.ts';
import { type MethodName, methods } from '../../shared/contract/methods.ts';
import { memoryTransports } from '../../shared/contract/transport.ts';
import { openContainer } from '../../electron/core/import/container.ts';
import { connectionOf } from '../support/connections.ts';
import { openTestCore, type TestProject } from '../support/core.ts';
import { inputsOf, type Meanings } from '../support/method-inputs.ts';
import { stepKinds } from '../support/random-commands/run-step.ts';
import { upload } from '../support/upload.ts';
import { sharedStudy, type Study, words } from '../support/shared-study.ts';
import { runVerbatim } from '../support/verbatim-command.ts';

/** A client whose every message, with the text of every file it is offered, is kept. */
class Recorded {
  readonly client: Client;
  private readonly texts: string[] = [];

  constructor({ test }: TestProject) {
    const [near, far] = memoryTransports();
    this.client = createClient({
      ...near,
      onMessage: (receive) =>
        near.onMessage((message) => {
          this.texts.push(JSON.stringify(message));
          receive(message);
        }),
    });
    test.core.dispatcher.serve(far);
  }

  /** Calls, and reads whatever file the answer offers. Answers whether the core refused. */
  async ask(method: MethodName, input: unknown): Promise<string | null> {
    try {
      const answer: unknown = await this.client.call(method, input as never);
      const ticket = (answer as { ticket?: string } | null)?.ticket;
      if (methods[method].kind === 'job' && ticket !== undefined) await this.read(ticket);
      return null;
    } catch (error) {
      return (error as { code?: string }).code ?? String(error);
    }
  }

  private async read(ticket: string): Promise<void> {
    const { base64 } = await this.client.call('files.read', { ticket, offset: 0, length: 1 << 20 });
    const bytes = Buffer.from(base64, 'base64');
    if (!bytes.subarray(0, 2).equals(Buffer.from('PK'))) {
      this.texts.push(bytes.toString());
      return;
    }
    const archive = await openContainer(bytes);
    for (const name of archive.names)
      await archive.read(name, (piece) => void this.texts.push(`${name} ${Buffer.from(piece).toString()}`));
  }

  /** Which of the words were ever heard. */
  heard(canaries: readonly string[]): string[] {
    const everything = this.texts.join('\n');
    return canaries.filter((canary) => everything.includes(canary));
  }
}

/** What only looks: every query, and every job that changes nothing and opens no other project. */
const looking = (Object.keys(methods) as MethodName[]).filter(
  (name) =>
    methods[name].kind !== 'command' && !(stepKinds as readonly string[]).includes(name) && name !== 'archive.restore',
);

/** Asks everything that can be asked, once for each of the words a search might try. */
async function askEverything(study: Study, recorded: Recorded): Promise<Map<MethodName, string | null>> {
  const { client } = study.test;
  const outcome = new Map<MethodName, string | null>();
  const known = async (): Promise<Meanings> => ({
    document: study.document,
    code: study.codes.get('fear')!,
    into: study.codes.get('trust')!,
    a: study.codes.get('fear')!,
    b: study.codes.get('trust')!,
    coder: study.ada,
    coders: [study.ada, study.bo],
    codes: [...study.codes.values()],
    segments: study.codes.get('fear')!,
    limit: 50,
    resamples: 100,
    ticket: await upload(client, 'file.txt', 'I: Why?\nR: Because.\n'),
    offset: 0,
    length: 100,
    // The beginning of one: what merely repeats the question is no leak.
    words: words.memo.slice(0, -1),
    passphrase: 'nobody knows this',
  });
  for (const method of looking) {
    const meanings = await known();
    const inputs = inputsOf(method, meanings);
    expect(inputs, `${method}: say in the test what its input means`).not.toEqual([]);
    for (const input of inputs) outcome.set(method, await recorded.ask(method, input));
    const asked = new Set(inputs.map((input) => JSON.stringify(input)));
    for (const code of study.codes.values())
      for (const input of inputsOf(method, { ...meanings, code }))
        if (!asked.has(JSON.stringify(input))) await recorded.ask(method, input);
  }
  return outcome;
}

describe('a blind coder in a shared file', () => {
  let study: Study;
  beforeEach(async () => {
    study = await sharedStudy();
  });
  const begin = () => study.test.client.call('blinding.begin', {});

  it('B can be hidden: whatever is asked, no message holds a word or an id of the other coder', async () => {
    await begin();
    const recorded = new Recorded(study);
    const outcome = await askEverything(study, recorded);
    expect(recorded.heard(study.canaries)).toEqual([]);
    expect(recorded.heard(study.own)).toEqual(study.own);
    expect([...outcome].filter(([, refusal]) => refusal === 'internal')).toEqual([]);
    expect(study.test.ports.unforeseen).toEqual([]);
  });

  it('and once that is lifted, every one of them is there', async () => {
    await begin();
    await study.test.client.call('blinding.lift', { reason: 'round 1 is done' });
    const recorded = new Recorded(study);
    await askEverything(study, recorded);
    expect(recorded.heard(study.canaries)).toEqual(study.canaries);
  });

  it('sees nothing of what was decided on differences, nor of the agreed codings', async () => {
    const tables = ['adjudication', 'gold_coding'];
    const decided = study.dump();
    expect(tables.map((table) => decided[table]!.length)).toEqual([1, 1]);
    await begin();
    const seen = connectionOf(study.path);
    expect(tables.map((table) => seen.prepare(`SELECT count(*) FROM ${table}`).pluck().get())).toEqual([0, 0]);
    await study.test.client.call('blinding.lift', { reason: 'round 1 is done' });
    const { differences } = await study.test.client.call('agreement.differences', { unit: 'character' });
    expect(differences.map(({ decision }) => decision?.reason)).toContain(words.decision);
  });

  it('counts only what it shows', async () => {
    const { client } = study.test;
    await begin();
    expect(await client.call('project.summary', {})).toMatchObject({ codings: 1, isBlind: true });
    const coders = await client.call('coders.list', {});
    expect(coders.map(({ name, codings }) => [name, codings])).toEqual([
      ['Ada', 0],
      ['Cy', 0],
      ['Bo', 1],
    ]);
    expect(await client.call('documents.list', {})).toMatchObject([{ codings: 1, doneBy: [study.bo] }]);
    const codes = await client.call('codes.list', {});
    expect(codes.map(({ codings }) => codings)).toEqual([{}, { [study.bo]: 1 }, {}]);
    expect((await client.call('app.state', {})).recent[0]).toMatchObject({ codings: 1 });
    await expect(client.call('agreement.compute', { unit: 'turn' })).rejects.toMatchObject({ code: 'coders_too_few' });
  });

  it('undo reaches only their own steps, and the history names no others', async () => {
    const { client } = study.test;
    const before = study.dump();
    await begin();
    const { steps } = await client.call('history.list', { limit: 50 });
    expect(new Set(steps.map(({ coder }) => coder))).toEqual(new Set([study.bo, null]));
    const undone: string[] = [];
    for (;;) {
      const { undo } = await client.call('history.state', {});
      if (!undo) break;
      undone.push((await client.call('history.undo', {})).step.command);
    }
    expect(undone).toEqual(['documents.markDone', 'memos.save', 'codings.add']);
    await expect(client.call('history.undo', {})).rejects.toMatchObject({ code: 'nothing_to_undo' });
    await client.call('history.goTo', { revision: steps[0]!.revision });
    expect(study.dump()).toEqual(before);
    expect((await client.call('project.check', {})).faults).toEqual([]);
  });

  it('refuses what would show or change the work of others', async () => {
    const { client } = study.test;
    const before = study.dump();
    await begin();
    const { document, codes, ada } = study;
    const fear = codes.get('fear')!;
    const csv = 'document,coder,code,start,end\ninterview.txt,Ada,fear,0,3\n';
    const ticket = await upload(client, 'a.csv', csv);
    const qde = await upload(client, 'a.qde', '<Project name="x"/>');
    const refused: [MethodName, unknown][] = [
      ['documents.remove', { document }],
      ['documents.setDone', { document, coder: ada, done: false }],
      ['codes.remove', { code: fear }],
      ['codes.merge', { code: fear, into: codes.get('trust')! }],
      ['codings.importCsv', { ticket, createCodes: false, markDone: false, partial: true }],
      ['exchange.import', { ticket: qde }],
      ['exchange.inspect', { ticket: qde }],
      ['backups.list', {}],
      ['backups.restore', { ticket }],
      ['coders.choose', { coder: ada }],
      ['project.saveEncrypted', { passphrase: 'nobody knows this' }],
      ['protection.share', { keep: [] }],
      ['protection.check', { list: [], folded: false }],
    ];
    for (const [method, input] of refused)
      await expect(client.call(method, input as never), method).rejects.toMatchObject({ code: 'blind' });
    expect(study.dump()).toEqual(before);
  });

  it('what a blind coder changes leaves the others right', async () => {
    const { test, document, text } = study;
    const { client } = test;
    await client.call('coders.choose', { coder: study.ada });
    const start = text.indexOf('to it');
    const { selections } = await client.call('codings.ofDocument', { document });
    const passage = selections.find((each) => each.start === start)!;
    await client.call('memos.save', { target: { kind: 'selection', id: passage.id }, text: 'on hers' });
    await client.call('coders.choose', { coder: study.bo });
    await begin();
    const { codings } = await client.call('codings.ofDocument', { document });
    await client.call('codings.remove', { codings: codings.map(({ id }) => id) });
    expect((await client.call('project.check', {})).faults).toEqual([]);
    await client.call('blinding.lift', { reason: 'done' });
    const memos = await client.call('memos.list', {});
    expect(memos.map((memo) => memo.text)).toContain('on hers');
  });

  it('stays so after reopening, until it is lifted with a reason that no undo takes back', async () => {
    await begin();
    await study.test.close();
    const again = openTestCore({ folder: study.test.folder, first: 9000 });
    const { client } = again;
    expect(await client.call('project.open', { ticket: again.ticket(study.path) })).toMatchObject({ isBlind: true });
    await expect(client.call('blinding.lift', { reason: '  ' })).rejects.toMatchObject({ code: 'invalid_input' });
    await client.call('blinding.lift', { reason: 'round 1 is done' });
    for (let step = 0; step < 3; step++) await client.call('history.undo', {});
    expect(await client.call('blinding.log', {})).toMatchObject([
      { coder: study.bo, act: 'began', reason: '' },
      { coder: study.bo, act: 'lifted', reason: 'round 1 is done' },
    ]);
    await client.call('history.redo', {});
  });

  it('another coder who is not blind is chosen only on purpose, which is kept', async () => {
    const { client } = study.test;
    await begin();
    await client.call('coders.choose', { coder: study.ada, leave: true });
    expect(await client.call('project.summary', {})).toMatchObject({ isBlind: false, coder: study.ada });
    await client.call('coders.choose', { coder: study.bo });
    expect(await client.call('project.summary', {})).toMatchObject({ isBlind: true, coder: study.bo });
    expect(await client.call('blinding.log', {})).toMatchObject([{ act: 'began' }, { act: 'left', reason: 'Ada' }]);
  });

  it('two blind coders take turns without seeing each other', async () => {
    const { client } = study.test;
    await begin();
    await client.call('coders.choose', { coder: study.ada, leave: true });
    await client.call('blinding.begin', {});
    expect(await client.call('project.summary', {})).toMatchObject({ codings: 3, isBlind: true });
    await client.call('coders.choose', { coder: study.bo });
    expect(await client.call('project.summary', {})).toMatchObject({ codings: 1, isBlind: true });
  });

  it('the command line with --as CODER shows that coder alone', async () => {
    await study.test.close();
    const { folder } = study.test;
    const commands = [
      ['codings', 'export', 'study.vbt'],
      ['cooccurrence', 'study.vbt', '--json'],
      ['export', 'study.vbt', '--format', 'qdpx', '-o', 'bo.qdpx'],
    ];
    const heard = (out: string) => study.canaries.filter((word) => out.includes(word));
    for (const command of commands) {
      const { code, out, error } = await runVerbatim(folder, ...command, '--as', 'Bo');
      expect([code, error], command.join(' ')).toEqual([0, expect.anything()]);
      expect(heard(out)).toEqual([]);
    }
    const everybody = await runVerbatim(folder, 'codings', 'export', 'study.vbt');
    expect(heard(everybody.out)).toEqual([words.memo, words.csv]);
    const nobody = await runVerbatim(folder, 'codings', 'export', 'study.vbt', '--as', 'Nobody');
    expect(nobody.code).toBe(1);
  });
});
