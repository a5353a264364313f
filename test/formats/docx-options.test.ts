import { describe, expect, test } from 'vitest';
import { readTranscript } from '../../electron/core/import/read-transcript.ts';
import { builtDocx, paragraph, run } from '../support/built-docx.ts';

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const start = (id: number) => `<w:commentRangeStart w:id="${id}"/>`;
const end = (id: number) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
const comments = (...bodies: readonly string[]) =>
  `<w:comments ${w}>${bodies.map((body, id) => `<w:comment w:id="${id}" w:author="Ann">${body}</w:comment>`).join('')}</w:comments>`;

describe('comments of a .docx', () => {
  test('stand beside the text with their words, author and place', async () => {
    const body =
      paragraph(run('I: '), start(0), run('How?'), end(0)) +
      start(1) +
      paragraph(run('R: one')) +
      paragraph(run('two'), end(1)) +
      paragraph(run('th'), '<w:r><w:commentReference w:id="2"/></w:r>', run('ree'));
    const bytes = await builtDocx(body, {
      'word/comments.xml': comments(
        paragraph(run('first')) + paragraph(run('line two')),
        paragraph(run('over two')),
        paragraph(run('at a place')),
        paragraph(run('nowhere')),
      ),
    });
    const file = await readTranscript({ fileName: 'a.docx', bytes });
    expect(file.text).toBe('I: How?\nR: one\ntwo\nthree');
    expect(
      file.comments.map((comment) => [file.text.slice(comment.start, comment.end), comment.text, comment.author]),
    ).toEqual([
      ['', 'nowhere', 'Ann'],
      ['How?', 'first\nline two', 'Ann'],
      ['R: one\ntwo', 'over two', 'Ann'],
      ['', 'at a place', 'Ann'],
    ]);
    expect(file.comments[3]).toMatchObject({ start: 21, end: 21 });
  });
});

describe('tracked changes of a .docx', () => {
  const deleted = '<w:del><w:r><w:delText xml:space="preserve">old </w:delText></w:r></w:del>';
  const body =
    paragraph(
      run('a '),
      deleted,
      `<w:ins>${run('new ')}</w:ins>`,
      `<w:moveFrom>${run('from ')}</w:moveFrom><w:moveTo>${run('to ')}</w:moveTo>`,
      run('z'),
    ) +
    `<w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr>${run('one ')}</w:p>` +
    `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('two ')}</w:p>` +
    paragraph(run('three'));
  test.each([
    [undefined, 'a new to z\none \ntwo three'],
    ['accepted', 'a new to z\none \ntwo three'],
    ['rejected', 'a old from z\none two \nthree'],
  ] as const)('%s', async (changes, text) => {
    const bytes = await builtDocx(body);
    expect((await readTranscript({ fileName: 'a.docx', bytes, changes })).text).toBe(text);
  });
});

describe('notes of a .docx', () => {
  const note = (kind: string, id: number, words: string) =>
    `<w:${kind} w:id="${id}">${paragraph(`<w:r><w:${kind}Ref/></w:r>`, run(words))}</w:${kind}>`;
  test('are left out, or follow the text in the order of their marks', async () => {
    const bytes = await builtDocx(
      paragraph(
        run('a'),
        '<w:r><w:endnoteReference w:id="2"/></w:r>',
        run('b'),
        '<w:r><w:footnoteReference w:id="2"/></w:r>',
      ),
      {
        'word/footnotes.xml': `<w:footnotes ${w}>${note('footnote', 2, 'foot')}</w:footnotes>`,
        'word/endnotes.xml': `<w:endnotes ${w}>${note('endnote', 2, 'end')}</w:endnotes>`,
      },
    );
    expect((await readTranscript({ fileName: 'a.docx', bytes })).text).toBe('ab');
    expect((await readTranscript({ fileName: 'a.docx', bytes, notes: 'at-end' })).text).toBe(
      'a[1]b[2]\n[1] end\n[2] foot',
    );
  });
});
