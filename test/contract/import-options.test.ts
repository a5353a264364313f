import { describe, expect, test } from 'vitest';
import { openTestCore } from '../support/core.ts';

async function project() {
  const core = openTestCore();
  await core.client.call('project.create', {
    name: 'Study',
    template: 'empty',
    place: core.ticket(core.path('p.vbt')),
  });
  return core;
}
const table = 'wer;wann;was\nAnn;1;How?\nBo;2;So.\nAnn;3;Why?\n';

describe('how a file is to be read', () => {
  test('columns, interviewers and label patterns count in the verdict, the preview and what is stored', async () => {
    const { client, file } = await project();
    const columns = { speaker: 'wer', start: 'wann', text: 'was' };
    const ready = { ticket: file('a.csv', table), columns, interviewers: ['Bo'] };
    const { ready: verdicts } = await client.call('imports.inspect', { files: [ready] });
    expect(verdicts[0]).toMatchObject({
      format: 'csv',
      pattern: 'segments',
      speakers: [
        { name: 'Ann', turns: 2, role: 'respondent' },
        { name: 'Bo', turns: 1, role: 'interviewer' },
      ],
    });
    expect(await client.call('imports.preview', ready)).toMatchObject({ text: 'Ann: How?\nBo: So.\nAnn: Why?' });
    const own = { ticket: file('b.txt', 'Ann> a\nBo> b'), speakerPattern: '(\\w+)>', roles: { Ann: 'other' as const } };
    const { imported, failed } = await client.call('imports.commit', { files: [ready, own] });
    expect(failed).toEqual([]);
    expect(imported.map(({ pattern, turns }) => [pattern, turns])).toEqual([
      ['segments', 3],
      ['own', 2],
    ]);
    const stored = await client.call('documents.get', { document: imported[0]!.document });
    expect(stored.turns.map(({ time }) => time)).toEqual([1, 2, 3]);
  });

  test('wrong columns and patterns are failures of their file, the others go in', async () => {
    const { client, file } = await project();
    const { imported, failed } = await client.call('imports.commit', {
      files: [
        { ticket: file('a.csv', table), columns: { text: 'wo' } },
        { ticket: file('b.txt', 'A: x'), speakerPattern: '(' },
        { ticket: file('c.pdf', '%PDF-1.7 broken') },
        { ticket: file('d.txt', 'good') },
      ],
    });
    expect(failed.map(({ file: name, error }) => [name, error.code])).toEqual([
      ['a.csv', 'csv_header'],
      ['b.txt', 'speaker_pattern'],
      ['c.pdf', 'file_damaged'],
    ]);
    expect(imported.map(({ name }) => name)).toEqual(['d.txt']);
  });

  test('cancelling in the middle of a large file leaves no trace', async () => {
    const { client, file } = await project();
    const signal = new AbortController();
    const large = file('large.txt', 'Interviewer: Why?\nRespondent: So.\n'.repeat(500_000));
    const importing = client.call(
      'imports.commit',
      { files: [{ ticket: file('a.txt', 'x') }, { ticket: large }] },
      {
        signal: signal.signal,
        onProgress: () => signal.abort(),
      },
    );
    await expect(importing).rejects.toMatchObject({ code: 'cancelled' });
    expect(await client.call('documents.list', {})).toEqual([]);
  });
});
