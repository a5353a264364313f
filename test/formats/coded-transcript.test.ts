import * as fc from 'fast-check';
import { parse as parseHtml } from 'parse5';
import { describe, expect, it } from 'vitest';
import { readTranscript } from '../../electron/core/import/read-transcript.ts';
import { linePieces, withinLines, writtenLines } from '../../shared/report/coded-transcript.ts';
import { openTestProject } from '../support/core.ts';
import { fetched } from '../support/exchange.ts';
import { officeParts } from '../support/interviews/office-parts.ts';
import { readXml } from '../support/xml-tree.ts';

const source =
  'I: Do you use [trust: it]?\nR: [trust: I do 😀], though [fear: they [trust: watch] us\nevery] day. <b>&amp;\n\nA line outside.\n';

async function written(format: 'docx' | 'html', more: object = {}) {
  const { test } = await openTestProject(source);
  const [document] = await test.client.call('documents.list', {});
  const { text } = await test.client.call('documents.get', { document: document!.id });
  const ask = async () =>
    fetched(
      test,
      (await test.client.call('documents.writeCoded', { document: document!.id, format, language: 'en', ...more }))
        .ticket,
    );
  const bytes = await ask();
  expect(Buffer.compare(bytes, await ask())).toBe(0);
  return { bytes, text, test };
}

describe('a transcript with its codings as a file', () => {
  it('in Word holds the words as they are, and every coding as a comment that begins and ends once', async () => {
    const { bytes, text } = await written('docx');
    const read = await readTranscript({ fileName: 'coded.docx', bytes });
    for (const line of text.split('\n').filter((each) => each.trim() !== '')) expect(read.text).toContain(line);
    const parts = await officeParts(bytes);
    for (const [name, xml] of parts) if (name.endsWith('.xml') || name.endsWith('.rels')) readXml(xml);
    const document = parts.get('word/document.xml')!;
    const ids = (tag: string) =>
      [...document.matchAll(new RegExp(`<w:${tag} w:id="(\\d+)"/>`, 'g'))].map(([, id]) => id);
    expect(new Set(ids('commentRangeStart'))).toEqual(new Set(['0', '1', '2', '3']));
    expect(ids('commentRangeEnd')).toHaveLength(4);
    expect(new Set(ids('commentRangeEnd'))).toEqual(new Set(ids('commentRangeStart')));
    expect(parts.get('word/comments.xml')!.match(/<w:t [^>]*>(?:trust|fear)</g)).toHaveLength(4);
    expect(read.comments.map(({ start, end }) => read.text.slice(start, end)).toSorted()).toEqual(
      ['I do 😀', 'it', 'they watch us\nevery', 'watch'].toSorted(),
    );
  });

  it('in HTML shows each coding beside the line it begins in, loads nothing and escapes words', async () => {
    const { bytes } = await written('html');
    const html = bytes.toString('utf8');
    const errors: string[] = [];
    parseHtml(html, { onParseError: ({ code }) => errors.push(code) });
    expect(errors).toEqual([]);
    expect(html.match(/<li style=/g)).toHaveLength(4);
    expect(html).toContain('&lt;b&gt;&amp;amp;');
    expect(html).not.toMatch(/https?:|src=|url\(/);
  });

  it('anonymised names neither coder nor transcript', async () => {
    const { bytes, test } = await written('html', { anonymised: true });
    const [document] = await test.client.call('documents.list', {});
    const html = bytes.toString('utf8');
    expect(html).toContain('Coder 1');
    expect(html).not.toContain(document!.name);
  });
});

it('over all lines of a text every coding opens once and closes once, and covers what it covered', () => {
  const span = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 30 }));
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', ' ', '\n', '😀'), maxLength: 40 }),
      fc.array(span, { maxLength: 8 }),
      (text, spans) => {
        const codings = spans.flatMap(
          ([start, length]) => withinLines(text, { start, end: Math.min(text.length, start + length) }) ?? [],
        );
        const pieces = writtenLines(text, []).flatMap((line) => linePieces(line, codings));
        for (const [place, { start, end }] of codings.entries()) {
          expect(pieces.filter(({ opens }) => opens.includes(place)).map((piece) => piece.start)).toEqual([start]);
          expect(pieces.filter(({ closes }) => closes.includes(place)).map((piece) => piece.end)).toEqual([end]);
          const covered = pieces
            .filter(({ over }) => over.includes(place))
            .map((piece) => text.slice(piece.start, piece.end));
          expect(covered.join('')).toBe(text.slice(start, end).replaceAll('\n', ''));
        }
      },
    ),
  );
});
