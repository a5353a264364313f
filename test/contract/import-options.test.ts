import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { builtDocx, paragraph, run } from '../support/built-docx.ts';
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

  test('the columns that were found can be told otherwise, or not to be used at all', async () => {
    const { client, file } = await project();
    const ticket = file('a.csv', '00:01,Ann,How?,note one\n00:02,Bo,So it is.,note two\n00:03,Ann,Why then?,three\n');
    const { ready } = await client.call('imports.inspect', { files: [{ ticket }] });
    expect(ready[0]!.columns).toEqual({ names: ['1', '2', '3', '4'], used: { text: '3', speaker: '2', start: '1' } });
    const columns = { text: '4', speaker: '2', start: '' };
    expect(await client.call('imports.preview', { ticket, columns })).toMatchObject({
      text: 'Ann: note one\nBo: note two\nAnn: three',
      turns: [{ time: null }, { time: null }, { time: null }],
    });
    const named = { ticket: file('b.csv', table), columns: { speaker: '', text: 'was', start: 'wann' } };
    const other = await client.call('imports.inspect', { files: [named] });
    expect(other.ready[0]).toMatchObject({
      columns: { names: ['wer', 'wann', 'was'], used: { start: 'wann', text: 'was' } },
      speakers: [],
    });
    const json = JSON.stringify([
      { who: 'Ann', at: 1, line: 'How?' },
      { who: 'Bo', at: 2, line: 'So.' },
    ]);
    const list = { ticket: file('c.json', json), columns: { text: 'line', speaker: 'who', start: 'at' } };
    const found = await client.call('imports.inspect', { files: [list] });
    expect(found.ready[0]).toMatchObject({
      columns: { names: ['who', 'at', 'line'], used: { text: 'line', speaker: 'who', start: 'at' } },
      turns: 2,
    });
  });

  test('speakers are renamed and merged before anything is stored; the text keeps its labels', async () => {
    const { client, file } = await project();
    const text = '江戸川乱歩：はい。\n野村：どうぞ。\n江戸川：それで。\n野村：ええ。\n江戸川：では。\n';
    const ticket = file('a.txt', text);
    const renamed = {
      ticket,
      speakerNames: { 江戸川: '江戸川乱歩', 野村: '野村胡堂' },
      roles: { 野村胡堂: 'interviewer' as const },
    };
    const { ready } = await client.call('imports.inspect', { files: [renamed] });
    expect(ready[0]).toMatchObject({
      speakers: [
        { name: '江戸川乱歩', turns: 3 },
        { name: '野村胡堂', turns: 2, role: 'interviewer' },
      ],
      labels: [
        { label: '江戸川乱歩', turns: 1, example: 'はい。' },
        { label: '野村', turns: 2, example: 'どうぞ。' },
        { label: '江戸川', turns: 2, example: 'それで。' },
      ],
    });
    const { imported } = await client.call('imports.commit', { files: [renamed] });
    const stored = await client.call('documents.get', { document: imported[0]!.document });
    expect(stored.text).toBe(text);
    const names = new Map(stored.speakers.map(({ id, name }) => [id, name]));
    expect(stored.turns.map(({ speaker }) => speaker && names.get(speaker))).toEqual([
      '江戸川乱歩',
      '野村胡堂',
      '江戸川乱歩',
      '野村胡堂',
      '江戸川乱歩',
    ]);
  });

  test('bytes that are not of the encoding refuse a file, until they are wanted replaced: then every place is listed', async () => {
    const { client, file } = await project();
    const bytes = Buffer.concat([
      Buffer.from('问：您好？\n答：我住在荣'),
      Buffer.of(0xe5, 0x9f),
      Buffer.from('。\n问：为什么？\n答：因为'),
      Buffer.of(0xff),
      Buffer.from('安全。\n'),
    ]);
    const broken = { ticket: file('broken.txt', bytes) };
    const refused = await client.call('imports.inspect', { files: [broken] });
    expect(refused.failed).toMatchObject([
      { error: { code: 'file_encoding', params: { file: 'broken.txt', encoding: 'utf-8' } } },
    ]);
    const wanted = { ...broken, undecodable: 'replaced' as const };
    const { ready } = await client.call('imports.inspect', { files: [wanted] });
    expect(ready[0]).toMatchObject({
      turns: 4,
      replaced: {
        count: 2,
        places: [
          { line: 2, around: '答：我住在荣\ufffd。' },
          { line: 4, around: '答：因为\ufffd安全。' },
        ],
      },
    });
    const { imported } = await client.call('imports.commit', { files: [wanted] });
    expect(imported[0]!.replaced.count).toBe(2);
    const { text } = await client.call('documents.get', { document: imported[0]!.document });
    expect(text).toBe('问：您好？\n答：我住在荣\ufffd。\n问：为什么？\n答：因为\ufffd安全。\n');
    // A whole file has no such places, though somebody may have written the sign itself.
    const whole = await client.call('imports.inspect', {
      files: [{ ticket: file('whole.txt', 'I: a \ufffd b\nR: c\nI: d'), undecodable: 'replaced' }],
    });
    expect(whole.ready[0]!.replaced).toEqual({ count: 0, places: [] });
  });

  test('bytes outside the code page of an RTF file are replaced by the same decision', async () => {
    const { client, file } = await project();
    const rtf = {
      ticket: file('a.rtf', "{\\rtf1\\ansi\\ansicpg932 I: \\'82\\'cd\\'fd?\\par R: so\\par I: why?\\par}"),
    };
    expect((await client.call('imports.inspect', { files: [rtf] })).failed[0]!.error.code).toBe('file_encoding');
    const { ready } = await client.call('imports.inspect', { files: [{ ...rtf, undecodable: 'replaced' }] });
    expect(ready[0]!.replaced).toEqual({ count: 1, places: [{ line: 1, around: 'I: は\ufffd?' }] });
  });

  test('comments of a .docx become memos on their passages by choice, with their author', async () => {
    const { client, file } = await project();
    const mark = (id: number, words: string) =>
      `<w:commentRangeStart w:id="${id}"/>${run(words)}<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
    const comment = (id: number, words: string) =>
      `<w:comment w:id="${id}" w:author="Jane Doe">${paragraph(run(words))}</w:comment>`;
    const bytes = await builtDocx(
      paragraph(run('I: '), mark(0, 'How? ')) +
        paragraph(run('R: So it is'), '<w:r><w:commentReference w:id="1"/></w:r>'),
      {
        'word/comments.xml': `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${comment(0, 'leading')}${comment(1, 'really?')}</w:comments>`,
      },
    );
    const files = ['left-out', 'memos'].map((comments, place) => ({
      ticket: file(`${place}.docx`, bytes),
      comments: comments as 'left-out' | 'memos',
    }));
    const { imported } = await client.call('imports.commit', { files });
    expect(imported.map(({ comments }) => comments)).toEqual([2, 2]);
    const memos = await client.call('memos.list', {});
    expect(memos.map(({ text, passage }) => [passage?.document, passage?.quote, text])).toEqual([
      [imported[1]!.document, 'How?', 'Jane Doe: leading'],
      [imported[1]!.document, 'So it is', 'Jane Doe: really?'],
    ]);
    await client.call('history.undo', {});
    expect(await client.call('memos.list', {})).toEqual([]);
    expect((await client.call('project.check', {})).faults).toEqual([]);
  });

  test('many files come in as one step while other calls are answered; a cancel leaves no trace, in the file neither', async () => {
    const core = await project();
    const { client, file } = core;
    const files = Array.from({ length: 40 }, (_, place) => ({
      ticket: file(`${place}.txt`, `Interviewer: Quagga ${place}?\nRespondent: So.\n`.repeat(20)),
    }));
    const signal = new AbortController();
    const cancelled = client.call(
      'imports.commit',
      { files },
      {
        signal: signal.signal,
        onProgress: (done) => done === 20 && signal.abort(),
      },
    );
    await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
    expect(await client.call('documents.list', {})).toEqual([]);
    // The taking over at the end, in one transaction, hears of it as well.
    const late = new AbortController();
    const long = Array.from({ length: 12 }, (_, place) => ({
      ticket: file(`long ${place}.txt`, 'I: Quagga?\nR: So.\n'.repeat(2000)),
    }));
    const { steps } = await client.call('history.list', { limit: 10 });
    let isRead = false;
    const cancelledLate = client.call(
      'imports.commit',
      { files: long },
      {
        signal: late.signal,
        onProgress: (done, total) => {
          if (isRead && done < total) late.abort();
          isRead ||= done === total;
        },
      },
    );
    await expect(cancelledLate).rejects.toMatchObject({ code: 'cancelled' });
    expect(await client.call('documents.list', {})).toEqual([]);
    expect(late.signal.aborted).toBe(true);
    expect((await client.call('history.list', { limit: 10 })).steps).toEqual(steps);
    const left = readdirSync(core.folder).filter((name) => name.startsWith('p.vbt'));
    expect(left.some((name) => readFileSync(core.path(name)).includes('Quagga'))).toBe(false);
    let answered = 0;
    const importing = client.call(
      'imports.commit',
      { files },
      {
        onProgress: (done) => {
          if (done < 40) void client.call('documents.list', {}).then((list) => (answered += Number(list.length === 0)));
        },
      },
    );
    const { imported } = await importing;
    expect(imported.map(({ name }) => name)).toEqual(files.map((_, place) => `${place}.txt`));
    expect(answered).toBeGreaterThan(20);
    await client.call('history.undo', {});
    expect(await client.call('documents.list', {})).toEqual([]);
    await core.close();
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
