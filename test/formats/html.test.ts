import { describe, expect, test } from 'vitest';
import { readTranscript } from '../../electron/core/import/read-transcript.ts';

const read = (content: string | Buffer, fileName = 'a.html', encoding?: string) =>
  readTranscript({ fileName, bytes: Buffer.from(content as string), encoding });
const textOf = async (body: string) => (await read(`<!DOCTYPE html><body>${body}`)).text;

describe('text of HTML', () => {
  test('blocks are lines, white space collapses, breaks and entities', async () => {
    expect(
      await textOf(
        '<h1>A&nbsp;B</h1>\n<p>one\n  two <b>three</b> </p><p></p><div>four<br>five<br><br>six<br></div>&lt;7&#x4e00;',
      ),
    ).toBe('A\u00a0B\none two three\nfour\nfive\n\nsix\n<7一');
    expect(await textOf('<p>一行\n接着 下行</p><pre> a\n  b</pre><ul><li>x<li>y</ul>')).toBe(
      '一行接着 下行\n a\n  b\nx\ny',
    );
  });

  test('a row is a line with tabs, further lines of a cell on their own', async () => {
    expect(
      await textOf(
        '<table><tr><th>I<td>How?<tr><td>R<td><p>Well.</p><p>Fine.</p></table><table><tr><td><table><tr><td>a<td>b</table><td>c</table>',
      ),
    ).toBe('I\tHow?\nR\tWell.\nFine.\na\tb\tc');
  });

  test('what a reader does not see is left out', async () => {
    expect(
      await textOf(
        '<style>p{}</style><script>x</script><template>t</template><p hidden>h</p><p style="color:red; display: none">n</p><p>a<del>b</del>c<ruby>漢<rp>(</rp><rt>かん</rt></ruby></p><svg><text>s</text></svg><!-- c -->',
      ),
    ).toBe('ac漢');
  });

  test('turns are found in it', async () => {
    const file = await read(
      '<html><p><b>Interviewer:</b> How?</p><p><b>Respondent:</b> So.</p><p><b>Interviewer:</b> Why?</p></html>',
    );
    expect(file).toMatchObject({ format: 'html', pattern: 'name-colon' });
    expect(file.speakers).toEqual([
      { name: 'Interviewer', turns: 2, role: 'interviewer' },
      { name: 'Respondent', turns: 1, role: 'respondent' },
    ]);
  });
});

describe('encoding and kind of HTML', () => {
  const bytes = Buffer.concat([
    Buffer.from('<html><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><p>'),
    Buffer.from('b7c3cecac8cba3ba', 'hex'),
  ]);
  test('the declared charset is used, the word of the user before it, a wrong one not at all', async () => {
    expect(await read(bytes)).toMatchObject({ text: '访问人：', encoding: 'gb18030' });
    expect(await read(bytes, 'a.html', 'windows-1252')).toMatchObject({ encoding: 'windows-1252' });
    expect(await read('<html><meta charset="utf-16"><p>é')).toMatchObject({ text: 'é', encoding: 'utf-8' });
    expect(await read('<html><meta charset="shift_jis"><p>受访者：好的，谢谢您</p>')).toMatchObject({
      text: '受访者：好的，谢谢您',
      encoding: 'utf-8',
    });
    await expect(
      read(Buffer.concat([Buffer.from('<html><meta charset=utf-8><p>\u4f60\u597d\u5417'), Buffer.from([0xe4])])),
    ).rejects.toMatchObject({
      code: 'file_encoding',
    });
  });

  test.each(['<pre>Ann: a\nBo: b\n</pre>', '<ul><li>Ann: a<li>Bo: b</ul>', '<blockquote>Ann: a<br>Bo: b</blockquote>'])(
    'a piece of a page named so is one: %j',
    async (content) => {
      const file = await readTranscript({ fileName: 'a.html', bytes: Buffer.from(content) });
      expect(file).toMatchObject({ format: 'html', text: 'Ann: a\nBo: b' });
    },
  );

  test('known by what is in it: a .doc that is HTML, a talk about tags that is none', async () => {
    expect(await read('<!-- saved --><html><p>x', 'old.doc')).toMatchObject({ format: 'html', text: 'x' });
    expect(await read('<?xml version="1.0"?><!DOCTYPE html><html xmlns="x"><p>x</p></html>', 'a.txt')).toMatchObject({
      format: 'html',
    });
    expect(await read('bare <b>part</b>', 'a.htm')).toMatchObject({ format: 'html', text: 'bare part' });
    expect(await read('I wrote <p> there.', 'a.txt')).toMatchObject({ format: 'text', text: 'I wrote <p> there.' });
  });
});

describe('hostile HTML', () => {
  test.each([
    ['nesting without end', '<html>' + '<div>'.repeat(100_000)],
    ['nesting of what parsers move about', '<html>' + '<table><tr><td><b>'.repeat(30_000)],
    [
      'formatting that multiplies',
      '<html>' + Array.from({ length: 3000 }, (_, place) => `<b id=${place}>`).join('') + '<p>x</p>'.repeat(3000),
    ],
  ])('%s is refused', async (_, content) => {
    await expect(read(content)).rejects.toMatchObject({ code: 'file_format', params: { reason: 'too_deep' } });
  });

  test('twelve thousand characters in a line, control characters, nothing but markup', async () => {
    const long = 'ab '.repeat(4000).trim();
    expect(await textOf(`<p>${long}`)).toBe(long);
    expect(await textOf('a\u0001b')).toBe('a\u0001b');
    await expect(read('<html><body><p></p></body></html>')).rejects.toMatchObject({ code: 'file_empty' });
  });
});
