import { exchangeFormats } from '../../../shared/contract/methods/exchange.ts';
import type { Session } from '../session.ts';

const codebookReports = ['docx', 'html', 'md', 'xlsx', 'csv'] as const;

/** What `export` writes besides the exchange files: each as a command of its own writes it. */
export const otherFormats = [
  ...codebookReports.map((format) => `codebook-${format}` as const),
  'codebook-json',
  'codebook-pdf',
  'codings-csv',
  'codings-xlsx',
  'archive',
] as const;
export const exportFormats = [...exchangeFormats, ...otherFormats] as const;
export type OtherFormat = (typeof otherFormats)[number];

/** The ticket of the file, and of `codebook-pdf` the page that is to be printed. */
export async function otherExport({ client }: Session, format: OtherFormat): Promise<string> {
  if (format === 'archive') return (await client.call('archive.write', {})).ticket;
  if (format === 'codebook-json') return (await client.call('codebook.exportJson', {})).ticket;
  if (format === 'codings-csv' || format === 'codings-xlsx')
    return (await client.call('codings.exportCsv', { format: format === 'codings-csv' ? 'csv' : 'xlsx' })).ticket;
  const wanted = codebookReports.find((each) => format === `codebook-${each}`) ?? 'html';
  const report = { kind: 'codebook' as const, retired: true };
  const { ticket } = await client.call('reports.write', { report, format: wanted, language: 'en', anonymised: null });
  return ticket;
}
