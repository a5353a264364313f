import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestCore } from '../support/core.ts';
import { runVerbatim } from '../support/verbatim-command.ts';

let folder = '';
const verbatim = (...parameters: string[]) => runVerbatim(folder, ...parameters);
const json = async (...parameters: string[]): Promise<unknown> => {
  const { code, out, error } = await verbatim(...parameters, '--json');
  expect([code, error]).toEqual([0, '']);
  return JSON.parse(out) as unknown;
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-rounds-'));
  expect(await verbatim('sample', 'study.vbt')).toMatchObject({ code: 0 });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('copies on the command line', () => {
  it('a copy holds all transcripts, or with --assigned only those dealt to its coder, and comes back by merge', async () => {
    expect(await verbatim('copy', 'study.vbt', '--for', 'B', '-o', 'dealt.vbt', '--assigned')).toMatchObject({
      code: 1,
    });
    const { copy, documents, codings } = (await json('copy', 'study.vbt', '--for', 'B', '-o', 'b.vbt')) as Record<
      string,
      unknown
    >;
    expect([typeof copy, documents, codings]).toEqual(['string', 6, 225]);
    const listed = await verbatim('codings', 'export', 'b.vbt');
    expect(listed.out).not.toMatch(/^[^,]*,A,/m);
    const merged = (await json('merge', 'study.vbt', 'b.vbt', '--preview')) as { nothingToDo: boolean };
    expect(merged.nothingToDo).toBe(true);
    const session = openTestCore({ folder });
    await session.client.call('project.open', { ticket: session.ticket(join(folder, 'study.vbt')) });
    const [, b] = await session.client.call('coders.list', {});
    const [, second] = await session.client.call('documents.list', {});
    await session.client.call('assignments.set', { coder: b!.id, document: second!.id, assigned: true });
    await session.close();
    const dealt = (await json('copy', 'study.vbt', '--for', 'B', '-o', 'dealt.vbt', '--assigned')) as {
      documents: number;
    };
    expect(dealt.documents).toBe(1);
    expect((await verbatim('document', 'list', 'dealt.vbt')).out).toContain(second!.name);
    expect(await verbatim('merge', 'study.vbt', 'dealt.vbt')).toMatchObject({ code: 0 });
    expect((await verbatim('document', 'list', 'study.vbt')).out.trim().split('\n').length).toBeGreaterThanOrEqual(6);
  });
});

describe('rounds on the command line', () => {
  it('are frozen of chosen transcripts or of a sample by its seed, and listed with what agreement they show', async () => {
    const chosen = await json(
      'rounds',
      'create',
      'study.vbt',
      'One',
      '--coders',
      'A,B',
      '--documents',
      's01-en-teacher.txt',
    );
    expect(chosen).toMatchObject({ documents: ['s01-en-teacher.txt'] });
    const drawn = await json('rounds', 'create', 'study.vbt', 'Two', '--coders', 'A,B', '--sample', '3', '--seed', '7');
    expect((drawn as { documents: string[] }).documents).toHaveLength(3);
    const listed = (await json('rounds', 'list', 'study.vbt', '--unit', 'character')) as Record<string, unknown>[];
    expect(listed).toMatchObject([
      { name: 'One', seed: null, coders: ['A', 'B'] },
      { name: 'Two', seed: 7, coders: ['A', 'B'] },
    ]);
    const table = await verbatim('rounds', 'list', 'study.vbt');
    expect(table.out).toMatch(/Two.*3 of 6, seed 7/);
  });

  it('agreement and the report of one name it, and are refused for a round there is not', async () => {
    const figures = (await json('agreement', 'study.vbt', '--round', 'Two', '--unit', 'turn')) as { n: number };
    expect(figures.n).toBeGreaterThan(0);
    const { out } = await verbatim('report', 'study.vbt', '--kind', 'agreement', '--format', 'csv', '--round', 'Two');
    expect(out).toContain('# Frozen round: Two');
    for (const line of [
      ['agreement', 'study.vbt', '--round', 'Three'],
      ['report', 'study.vbt', '--kind', 'agreement', '--format', 'csv', '--round', 'Three'],
    ])
      expect(await verbatim(...line), line.join(' ')).toMatchObject({ code: 1 });
  });

  it('what cannot be frozen is said and changes nothing', async () => {
    const before = await verbatim('rounds', 'list', 'study.vbt');
    for (const [code, ...more] of [
      [1, 'Two', '--coders', 'A,B'],
      [1, 'x', '--coders', 'A,Nobody'],
      [1, 'x', '--coders', 'A,A'],
      [1, 'x', '--coders', 'A,B', '--documents', 'none.txt'],
      [2, 'x', '--coders', 'A'],
      [2, 'x', '--coders', 'A,B', '--seed', '3'],
      [2, 'x', '--coders', 'A,B', '--sample', '2', '--documents', 's01-en-teacher.txt'],
    ] as [number, ...string[]][])
      expect(await verbatim('rounds', 'create', 'study.vbt', ...more), more.join(' ')).toMatchObject({ code });
    expect(await verbatim('rounds', 'list', 'study.vbt')).toEqual(before);
  });
});
