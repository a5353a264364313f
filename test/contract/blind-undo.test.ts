import { describe, expect, it } from 'vitest';
import type { Client } from '../../shared/contract/client.ts';
import type { CodeId, CoderId } from '../../shared/domain/ids.ts';
import { openTestProject, type TestProject } from '../support/core.ts';

type Together = TestProject & { readonly client: Client; readonly ada: CoderId; readonly bo: CoderId };

async function together(): Promise<Together> {
  const project = await openTestProject('I: Why?\nR: [fear: They watch us] all day, [trust: every day].\n');
  const { client } = project.test;
  const { coder: ada } = await client.call('project.summary', {});
  const { id: bo } = await client.call('coders.create', { name: 'Bo' });
  return { ...project, client, ada, bo };
}

/** Bo does one thing, Ada another, then Bo codes blind. */
async function boThenAda(
  project: Together,
  ofBo: () => Promise<unknown>,
  ofAda: () => Promise<unknown>,
): Promise<void> {
  const { client, ada, bo } = project;
  await client.call('coders.choose', { coder: bo });
  await ofBo();
  await client.call('coders.choose', { coder: ada });
  await ofAda();
  await client.call('coders.choose', { coder: bo });
  await client.call('blinding.begin', {});
}

describe('what a blind coder undoes behind others', () => {
  it.each(['code', 'attribute', 'case', 'document'] as const)(
    'is refused where a %s would take a name given since',
    async (kind) => {
      const project = await together();
      const { client, codes, document } = project;
      const fear = codes.get('fear')!;
      const { attribute } = await client.call('attributes.create', { name: 'Pet', type: 'text' });
      const { case: one } = await client.call('cases.create', { name: 'R1' });
      const [ofBo, ofAda, taken] = {
        code: [
          () => client.call('codes.update', { code: fear, texts: { en: { name: 'worry' } } }),
          () => client.call('codes.create', { name: 'fear' }),
          'fear',
        ],
        attribute: [
          () => client.call('attributes.update', { attribute, patch: { name: 'Animal' } }),
          () => client.call('attributes.create', { name: 'Pet', type: 'text' }),
          'Pet',
        ],
        case: [
          () => client.call('cases.rename', { case: one, name: 'R2' }),
          () => client.call('cases.create', { name: 'R1' }),
          'R1',
        ],
        document: [
          () => client.call('documents.rename', { document, name: 'first' }),
          () => client.call('imports.commit', { files: [{ ticket: project.test.file('interview.txt', 'R: No.\n') }] }),
          'interview.txt',
        ],
      }[kind] as [() => Promise<unknown>, () => Promise<unknown>, string];
      await boThenAda(project, ofBo, ofAda);
      const before = project.dump();
      const state = await client.call('history.state', {});
      await expect(client.call('history.undo', {})).rejects.toMatchObject({
        code: 'history_name_taken',
        params: { kind, name: taken },
      });
      expect(project.dump()).toEqual(before);
      expect(await client.call('history.state', {})).toEqual(state);
      expect(project.test.ports.unforeseen).toEqual([]);
    },
  );

  it('is refused where codes would stand below each other in a circle', async () => {
    const project = await together();
    const { client, codes } = project;
    const [fear, trust] = [codes.get('fear')!, codes.get('trust')!];
    await client.call('codes.move', { code: fear, parent: trust, before: null });
    await boThenAda(
      project,
      () => client.call('codes.move', { code: fear, parent: null, before: trust }),
      () => client.call('codes.move', { code: trust, parent: fear, before: null }),
    );
    const before = project.dump();
    await expect(client.call('history.undo', {})).rejects.toMatchObject({ code: 'history_conflict' });
    expect(project.dump()).toEqual(before);
  });

  it('is refused where others have coded with what was made', async () => {
    const project = await together();
    const { client, document } = project;
    const made: CodeId[] = [];
    await boThenAda(
      project,
      async () => made.push((await client.call('codes.create', { name: 'habit' })).id),
      () => client.call('codings.add', { document, start: 11, end: 15, codes: made }),
    );
    const before = project.dump();
    await expect(client.call('history.undo', {})).rejects.toMatchObject({ code: 'history_conflict' });
    expect(project.dump()).toEqual(before);
    expect(project.test.ports.unforeseen).toEqual([]);
  });

  it('a correction in whose text others have coded since is theirs to go behind first', async () => {
    const project = await together();
    const { client, document, codes, text, ada } = project;
    const from = text.indexOf('They');
    const base = (project.dump()['document'] as { text: string }[])[0]!.text;
    const at = text.indexOf('every day') + 2;
    await boThenAda(
      project,
      () => client.call('documents.correct', { document, base, changes: [{ from, to: from + 4, insert: 'People' }] }),
      async () => {
        await client.call('codings.add', { document, start: at, end: at + 5, codes: [codes.get('fear')!] });
        await client.call('codings.add', { document, start: from, end: from + 6, codes: [codes.get('trust')!] });
      },
    );
    const refused = async (): Promise<void> => {
      const before = project.dump();
      await expect(client.call('history.undo', {})).rejects.toMatchObject({ code: 'history_conflict' });
      expect(project.dump()).toEqual(before);
    };
    /** First what stands on the corrected words, then what stands behind them. */
    const adaUndoes = async (): Promise<void> => {
      await client.call('coders.choose', { coder: ada, leave: true });
      await client.call('history.undo', {});
      await client.call('coders.choose', { coder: project.bo });
    };
    await refused();
    await adaUndoes();
    await refused();
    await adaUndoes();
    const { step } = await client.call('history.undo', {});
    expect(step.command).toBe('documents.correct');

    await client.call('coders.choose', { coder: ada, leave: true });
    await client.call('blinding.begin', {});
    const before = project.dump();
    await expect(client.call('history.redo', {})).rejects.toMatchObject({ code: 'history_conflict' });
    expect(project.dump()).toEqual(before);
    expect((await client.call('project.check', {})).faults).toEqual([]);
  });

  it.each(['a purge', 'a seal'])('ends, as for everybody, where the past was erased by another: %s', async (what) => {
    const project = await together();
    const { client, document, codes } = project;
    const { case: one } = await client.call('cases.create', { name: 'Quagga' });
    const list = [{ name: 'Quagga', pseudonym: 'P1' }];
    await boThenAda(
      project,
      async () => {
        await client.call('codes.update', { code: codes.get('fear')!, pinned: true });
        await client.call('codings.add', { document, start: 11, end: 15, codes: [codes.get('trust')!] });
        await client.call('history.undo', {});
      },
      () =>
        what === 'a purge'
          ? client.call('cases.purge', { case: one, confirmed: true })
          : client.call('pseudonyms.seal', { list, folded: false, confirmed: true }),
    );
    const before = project.dump();
    const { steps } = await client.call('history.list', { limit: 50 });
    expect(new Set(steps.map(({ away }) => away))).toEqual(new Set([null]));
    expect(await client.call('history.state', {})).toMatchObject({ undo: null, redo: null });
    await expect(client.call('history.undo', {})).rejects.toMatchObject({ code: 'past_erased' });
    await expect(client.call('history.redo', {})).rejects.toMatchObject({ code: 'nothing_to_redo' });
    for (const { revision } of steps)
      await expect(client.call('history.goTo', { revision })).rejects.toMatchObject({ code: 'not_found' });
    expect(project.dump()).toEqual(before);
  });

  it('is shown where it is one’s own, and not where it gave another’s coding back', async () => {
    const project = await together();
    const { client, document, codes, text } = project;
    const { codings } = await client.call('codings.ofDocument', { document });
    const own = { document, start: text.indexOf('every'), end: text.indexOf('every') + 5 };
    await boThenAda(
      project,
      async () => {
        await client.call('codes.remove', { code: codes.get('fear')! });
        await client.call('codings.add', { ...own, codes: [codes.get('trust')!] });
      },
      () => client.call('cases.create', { name: 'R1' }),
    );
    expect((await client.call('history.undo', {})).place).toEqual(own);
    expect((await client.call('history.redo', {})).place).toEqual(own);
    const { steps } = await client.call('history.list', { limit: 50 });
    const { revision } = steps.find(({ command }) => command === 'codes.remove')!;
    await client.call('history.goTo', { revision });
    const { step, place } = await client.call('history.undo', {});
    expect([step.command, place]).toEqual(['codes.remove', null]);
    expect((await client.call('history.redo', {})).place).toBeNull();
    await client.call('blinding.lift', { reason: 'done' });
    expect((await client.call('codings.ofDocument', { document })).codings).toHaveLength(codings.length - 1);
  });
});
