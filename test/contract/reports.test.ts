import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { parse as parseCsv } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { type ReportFormat, reportFormats, type ReportRequest } from '../../shared/contract/methods/reports.ts';
import type { Input } from '../../shared/contract/methods.ts';
import { openSample } from '../support/sample-core.ts';
import { officeParts } from '../support/interviews/office-parts.ts';
import { readStudyFile } from '../support/study-sample.ts';
import { fileBehind } from '../support/plain-core.ts';

async function openReports() {
  const sample = await openSample();
  const { client } = sample;
  const write = async (
    report: Input<'reports.write'>['report'],
    format: ReportFormat,
    anonymised: { attributes: string[] } | null = null,
  ): Promise<{ name: string; bytes: Buffer }> => {
    const { ticket, name } = await client.call('reports.write', { report, format, language: 'en', anonymised });
    return { name, bytes: await fileBehind(client, ticket) };
  };
  /** Everything a file says, whatever its format. */
  const said = async (format: ReportFormat, bytes: Buffer): Promise<string> =>
    format === 'docx' || format === 'xlsx'
      ? [...(await officeParts(bytes)).values()].join('\n')
      : bytes.toString('utf8');
  return { ...sample, write, said };
}

const kinds: ReportRequest['kind'][] = ['passages', 'codebook', 'audit', 'cooccurrence', 'comparison'];

describe('reports', () => {
  it('list the coders in the order of the project, whoever coded first', async () => {
    const { write, code } = await openReports();
    const { bytes } = await write({ kind: 'passages', codes: [code('mechanism.rewards')] }, 'md');
    expect(bytes.toString('utf8')).toContain('**Coders:** A and B');
  });

  it('quote by code, behaviour and group with respondent, attributes, document and turn; the words are the transcript’s', async () => {
    const { write, code, attribute } = await openReports();
    const behaviour = code('behaviour.littering');
    const { bytes } = await write(
      {
        kind: 'passages',
        codes: [code('acceptance')],
        across: [behaviour],
        group: attribute('age_group'),
        attributes: [attribute('gender')],
      },
      'csv',
    );
    const rows: Record<string, string>[] = parseCsv(bytes, {
      bom: true,
      columns: true,
      comment: '#',
      comment_no_infix: true,
    });
    expect(rows.length).toBeGreaterThan(50);
    for (const row of rows) {
      const text = Array.from(readStudyFile(row['document']!))
        .slice(Number(row['cp_start']), Number(row['cp_end']))
        .join('');
      if (!text.includes('\n')) expect(row['text']).toBe(text.trim());
      expect(row['respondent']).toMatch(/^R0[1-6]$/);
      expect(row['age_group']).not.toBe('');
      expect(row['turn']).toMatch(/^\d+$/);
    }
    // Endorsement of littering by coder A: 5 passages, as the study's matrix has it.
    const endorsed = rows.filter(
      (row) => row['code'] === 'acceptance.endorsement' && row['coder'] === 'A' && row['behaviour.littering'] === '1',
    );
    expect(endorsed).toHaveLength(5);
  });

  it.each(kinds)('of the same data are the same bytes, say “synthetic” and carry no path: %s', async (kind) => {
    const { write, said, folder } = await openReports();
    for (const format of reportFormats) {
      const first = await write({ kind }, format);
      expect((await write({ kind }, format)).bytes.equals(first.bytes)).toBe(true);
      expect(first.name).toContain('synthetic');
      const words = await said(format, first.bytes);
      expect(words).toMatch(/synthetic/i);
      for (const secret of [homedir(), folder]) expect(words).not.toContain(secret);
    }
  });

  it('anonymised name no respondent, transcript, coder, project or attribute that was not kept', async () => {
    const { client, write, said } = await openReports();
    const [, b] = await client.call('coders.list', {});
    await client.call('coders.rename', { coder: b!.id, name: 'Beatrix' });
    const names = [
      ...(await client.call('cases.list', {})).cases.map(({ name }) => name),
      ...(await client.call('documents.list', {})).map(({ name }) => name),
      'Beatrix',
      'Social credit interviews',
      'female',
    ];
    for (const kind of kinds)
      for (const format of reportFormats) {
        const { name, bytes } = await write({ kind }, format, { attributes: ['age_group'] });
        const words = (await said(format, bytes)).replaceAll(/ r="[A-Z]+\d+"/g, '');
        for (const secret of names) {
          expect(name).not.toContain(secret);
          expect(new RegExp(`\\b${secret}\\b`).test(words), `${kind} ${format} ${secret}`).toBe(false);
        }
      }
  });

  it('anonymised tell of no file a codebook came from', async () => {
    const { client, file, write } = await openReports();
    await client.call('codebook.import', { ticket: file('Beatrix.csv', 'name\nNew one\n') });
    const audit = async (anonymised: { attributes: string[] } | null): Promise<string> =>
      (await write({ kind: 'audit' }, 'csv', anonymised)).bytes.toString();
    expect(await audit(null)).toContain('Beatrix.csv');
    expect(await audit({ attributes: [] })).not.toContain('Beatrix');
  });

  it('of decisions tell the order, time and author of changes to codes and merges, and what was undone', async () => {
    const { client, write, code } = await openReports();
    await client.call('codes.update', { code: code('privacy'), texts: { en: { definition: 'Newly put.' } } });
    await client.call('codes.merge', { code: code('behaviour.other'), into: code('behaviour.comparison') });
    await client.call('codes.create', { name: 'Passing' });
    await client.call('history.undo', {});
    const rows: string[][] = parseCsv((await write({ kind: 'audit' }, 'csv')).bytes, {
      bom: true,
      comment: '#',
      comment_no_infix: true,
    });
    const told = rows.slice(1).map(([, , who, what, state]) => [who, what, state]);
    expect(told.slice(-3)).toEqual([
      ['A', 'Change code “Privacy”', 'stands'],
      ['A', expect.stringMatching(/^Merge/), 'stands'],
      ['A', 'New code “Passing”', 'undone'],
    ]);
    const numbers = rows.slice(1).map(([step]) => Number(step));
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    expect((await write({ kind: 'audit' }, 'html')).bytes.toString()).toContain('Newly put.');
  });
});

it('the codebook as JSON is, after import, the codebook that came with the program', async () => {
  const { client } = await openReports();
  const { ticket } = await client.call('codebook.exportJson', {});
  const bytes = await fileBehind(client, ticket);
  const shipped = new URL('../../shared/codebooks/social-credit.json', import.meta.url);
  expect(JSON.parse(bytes.toString())).toEqual(JSON.parse(readFileSync(shipped, 'utf8')));
});
