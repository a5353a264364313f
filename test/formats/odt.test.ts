import { describe, expect, test } from 'vitest';
import { readTranscript } from '../../electron/core/import/read-transcript.ts';
import { builtZip } from '../support/built-docx.ts';
import { builtOdt, odtContent } from '../support/built-odt.ts';

const read = async (bytes: Buffer) => readTranscript({ fileName: 'a.odt', bytes });
const textOf = async (body: string) => (await read(await builtOdt(`<text:p>|</text:p>${body}`))).text.slice(2);
const refused = async (bytes: Buffer) => read(bytes).catch((error: unknown) => error);

describe('text of an .odt', () => {
  test('paragraphs, headings, written and loose white space', async () => {
    expect(
      await textOf(
        '<text:h>Head</text:h>\n <text:p>\n a <text:span>b</text:span>  c<text:s/> <text:s text:c="3"/>d<text:tab/>e<text:line-break/>f</text:p><text:p/><text:p>&amp;</text:p>',
      ),
    ).toBe('Head\na b c     d\te\nf\n\n&');
  });

  test('rows are lines with tabs; lists have no numbers; a text box follows its paragraph', async () => {
    expect(
      await textOf(
        '<table:table><table:table-row><table:table-cell><text:p>I</text:p></table:table-cell><table:covered-table-cell/><table:table-cell><text:p>a</text:p><text:p>b</text:p></table:table-cell></table:table-row></table:table><text:list><text:list-item><text:p>x</text:p></text:list-item></text:list><text:p>in<draw:frame><draw:text-box><text:p>box</text:p></draw:text-box></draw:frame>side</text:p>',
      ),
    ).toBe('I\t\ta\nb\nx\ninside\nbox');
  });

  test('tracked deletions, notes, annotations, readings and hidden text are left out, insertions stay', async () => {
    expect(
      await textOf(
        '<text:tracked-changes><text:changed-region text:id="c"><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>a<text:change text:change-id="c"/><text:change-start text:change-id="d"/>new<text:change-end text:change-id="d"/><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>note</text:p></text:note-body></text:note><office:annotation><text:p>remark</text:p></office:annotation><text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>かん</text:ruby-text></text:ruby><text:hidden-text>h</text:hidden-text>z</text:p>',
      ),
    ).toBe('anew漢z');
  });

  test('the kind is told by what is in it', async () => {
    const bytes = await builtOdt('<text:p>I: How?</text:p><text:p>R: So.</text:p><text:p>I: Why?</text:p>');
    expect(await readTranscript({ fileName: 'renamed.docx', bytes })).toMatchObject({
      format: 'odt',
      pattern: 'name-colon',
    });
    for (const [kind, reason] of [
      ['spreadsheet', 'spreadsheet'],
      ['presentation', 'presentation'],
      ['graphics', 'archive'],
    ]) {
      const other = await builtOdt('', { mimetype: `application/vnd.oasis.opendocument.${kind}` });
      expect(await refused(other)).toMatchObject({ code: 'file_format', params: { reason } });
    }
  });
});

describe('hostile and broken .odt', () => {
  test('a password, a document type, nesting without end, a bomb', async () => {
    const manifest = '<manifest><file-entry><encryption-data/></file-entry></manifest>';
    expect(await refused(await builtOdt('', { 'META-INF/manifest.xml': manifest }))).toMatchObject({
      params: { reason: 'encrypted' },
    });
    const laughs = odtContent('<text:p>&b;</text:p>').replace(
      '?>',
      '?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>',
    );
    expect(await refused(await builtOdt('', { 'content.xml': laughs }))).toMatchObject({
      params: { reason: 'doctype' },
    });
    const deep = odtContent('<text:span>'.repeat(100_000));
    expect(await refused(await builtOdt('', { 'content.xml': deep }))).toMatchObject({
      params: { reason: 'too_deep' },
    });
    expect(await refused(await builtOdt('', { 'content.xml': ' '.repeat(20_000_000) }))).toMatchObject({
      params: { reason: 'bomb' },
    });
    expect((await read(await builtOdt('<text:p>a<text:s text:c="999999999"/>b</text:p>'))).text.length).toBe(10_002);
  });

  test('cut off, not well-formed, empty, a twelve-thousand-character line', async () => {
    const whole = await builtOdt('<text:p>x</text:p>');
    expect(await refused(whole.subarray(0, whole.length / 2))).toMatchObject({ code: 'file_damaged' });
    expect(
      await refused(await builtZip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<a>' })),
    ).toMatchObject({
      code: 'file_damaged',
      params: { reason: 'xml' },
    });
    expect(await refused(await builtOdt('<text:p/>'))).toMatchObject({ code: 'file_empty' });
    const long = 'ab '.repeat(4000).trim();
    expect(await textOf(`<text:p>${long}</text:p>`)).toBe(long);
  });
});
