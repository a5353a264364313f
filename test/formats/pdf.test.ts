import { describe, expect, test, vi } from 'vitest';
import { withOrdinaryIdeographs } from '../../electron/core/import/cjk-radicals.ts';
import { readFile } from '../../electron/core/jobs/read-file.ts';
import { builtPdf } from '../support/built-pdf.ts';

const read = (bytes: Buffer, fileName = 'a.pdf') => readFile({ fileName, bytes });
const refused = (bytes: Buffer) => read(bytes).catch((error: unknown) => error);

describe('text of a PDF', () => {
  test('printed lines are lines, wide gaps and page ends empty lines, hyphens and headers stay', async () => {
    const warned = vi.spyOn(console, 'warn');
    const bytes = builtPdf([
      [
        [760, 'Page header 1'],
        [700, 'Interviewer: How (really) did it be-'],
        [686, 'gin for you?'],
        [672, 'Respondent: Late.'],
        [630, 'Interviewer: And then?'],
      ],
      [
        [700, 'Respondent: Then'],
        [686, 'it ended.'],
      ],
    ]);
    const file = await read(bytes, 'renamed.txt');
    expect(file).toMatchObject({ format: 'pdf', encoding: null, pattern: 'name-colon' });
    expect(file.text).toBe(
      'Page header 1\n\nInterviewer: How (really) did it be-\ngin for you?\nRespondent: Late.\n\nInterviewer: And then?\n\nRespondent: Then\nit ended.',
    );
    expect(file.speakers.map(({ name, turns }) => [name, turns])).toEqual([
      ['Interviewer', 2],
      ['Respondent', 2],
    ]);
    expect(warned).not.toHaveBeenCalled();
  });

  test('a scan, a password, damage: each its own word', async () => {
    expect(await refused(builtPdf([null, null]))).toMatchObject({
      code: 'file_format',
      params: { file: 'a.pdf', reason: 'scan' },
    });
    const locked = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> /P -4 >> /ID [<${'43'.repeat(16)}> <${'43'.repeat(16)}>] `;
    expect(await refused(builtPdf([[[700, 'x']]], locked))).toMatchObject({
      code: 'file_format',
      params: { reason: 'encrypted' },
    });
    expect(await refused(Buffer.from('%PDF-1.7\nnothing more'))).toMatchObject({
      code: 'file_damaged',
      params: { reason: 'pdf' },
    });
  });

  test('radicals that print like characters become these; other text is untouched', () => {
    expect(withOrdinaryIdeographs('⽣活⻓⼤ \uf9e8 ﬁ Ａ é e\u0301')).toBe('生活长大 裡 ﬁ Ａ é e\u0301');
  });
});
