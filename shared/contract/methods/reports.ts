import { z } from 'zod';
import type { ReportBlock } from '../../report/model.ts';
import { job } from '../method.ts';
import { agreementReport } from '../reports/agreement.ts';
import { auditReport } from '../reports/audit.ts';
import { comparisonReport } from '../reports/comparison.ts';
import { cooccurrenceReport } from '../reports/cooccurrence.ts';
import { codebookReport } from '../reports/codebook.ts';
import { passagesReport } from '../reports/passages.ts';
import { protocolReport } from '../reports/protocol.ts';
import { interfaceLanguage, ticket } from '../schema/scalars.ts';

/** What a report is about and the settings of its kind; one file for each kind in `shared/contract/reports`. */
export const reportRequest = z.discriminatedUnion('kind', [
  passagesReport,
  codebookReport,
  auditReport,
  agreementReport,
  cooccurrenceReport,
  comparisonReport,
  protocolReport,
]);
export type ReportRequest = z.output<typeof reportRequest>;
export type ReportKind = ReportRequest['kind'];

export const reportKinds = reportRequest.options.map(({ shape }) => shape.kind.value);

export const reportFormats = ['html', 'docx', 'xlsx', 'csv', 'md'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/**
 * What may be told of respondents and coders. Respondents, transcripts, speakers and coders go by numbers, the project has
 * no name, and only the attributes named (by key) are told.
 */
export const anonymisation = z.object({ attributes: z.array(z.string()).default([]) });
export type Anonymisation = z.output<typeof anonymisation>;

const reportBlock = z.custom<ReportBlock>((value) => typeof value === 'object' && value !== null && 'kind' in value);

export const reportsMethods = {
  /** A report as it would be written, its first blocks: to be looked at. */
  'reports.read': job({
    input: z.object({
      report: reportRequest,
      language: interfaceLanguage,
      anonymised: anonymisation.nullable().default(null),
      blocks: z.number().int().min(1).max(2000).default(60),
    }),
    output: z.object({
      title: z.string(),
      settings: z.array(z.tuple([z.string(), z.string()])),
      blocks: z.array(reportBlock),
      /** Blocks there are in all. */
      total: z.number().int(),
      footer: z.array(z.string()),
    }),
  }),
  /** Writes a report as a file: the same data, settings and language give the same bytes. */
  'reports.write': job({
    input: z.object({
      report: reportRequest,
      format: z.enum(reportFormats),
      language: interfaceLanguage,
      anonymised: anonymisation.nullable().default(null),
    }),
    output: z.object({ ticket, name: z.string() }),
  }),
};
