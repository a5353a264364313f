import { describe, expect, test } from 'vitest';
import { readTranscript } from '../../electron/core/import/read-transcript.ts';

const debate = (body: string, meta = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><debate><meta><identification><FRBRWork/></identification><references><TLCPerson eId="bo" href="/p/bo" showAs="Bo Berg"/></references>${meta}</meta><debateBody><debateSection><heading>Data\n  protection</heading>${body}</debateSection></debateBody></debate></akomaNtoso>`;
const read = (content: string | Buffer) => readTranscript({ fileName: 'a.xml', bytes: Buffer.from(content as string) });
const refused = (content: string | Buffer) => read(content).catch((error: unknown) => error);

describe('Akoma Ntoso', () => {
  test('speeches are turns with their names, all else lines around them', async () => {
    const file = await read(
      debate(
        '<scene>(Bell)</scene><speech by="#ann"><from>Ann <b>Ash</b> (Greens):</from><p>One\n <i>two</i>.<authorialNote><p>note</p></authorialNote></p><p>Three.</p></speech><question by="#bo"><p>Why?</p></question><answer by="#x"><from>Cy</from><p>So<eol/>there.</p></answer><speech><p>Nobody.</p></speech>',
      ),
    );
    expect(file).toMatchObject({ format: 'akoma-ntoso', pattern: 'speech' });
    expect(file.text).toBe(
      'Data protection\n(Bell)\nAnn Ash (Greens): One two.\nThree.\nBo Berg: Why?\nCy: So\nthere.\nNobody.',
    );
    expect(file.turns.map((turn) => [turn.speaker, file.text.slice(turn.contentStart, turn.end)])).toEqual([
      ['Ann Ash (Greens)', 'One two.\nThree.'],
      ['Bo Berg', 'Why?'],
      ['Cy', 'So\nthere.'],
      [null, 'Nobody.'],
    ]);
    expect(file.text.slice(file.turns[0]!.start, file.turns[0]!.contentStart)).toBe('Ann Ash (Greens): ');
  });

  test('a document without speeches is read like a text; another encoding is honoured', async () => {
    const plain = debate('<p>I: how?</p><p>R: so</p><p>I: and?</p>');
    expect(await read(plain)).toMatchObject({ pattern: 'name-colon' });
    const latin = Buffer.from(debate('<p>é</p>').replace('UTF-8', 'ISO-8859-1'), 'latin1');
    expect((await read(latin)).text).toBe('Data protection\né');
  });

  test('other XML, a document type, nesting without end, damage', async () => {
    expect(await refused('<?xml version="1.0"?><w:doc xmlns:w="x"><p>a</p></w:doc>')).toMatchObject({
      code: 'file_format',
      params: { reason: 'other_xml' },
    });
    const laughs = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>${debate('<p>&b;</p>').replace(/<\?.*?\?>\n/, '')}`;
    expect(await refused(laughs)).toMatchObject({ params: { reason: 'doctype' } });
    expect(await refused(debate('<p>'.repeat(100_000)))).toMatchObject({ params: { reason: 'too_deep' } });
    expect(await refused(debate('<p>').slice(0, -9))).toMatchObject({
      code: 'file_damaged',
      params: { reason: 'xml' },
    });
  });
});
