import { fileNameOf } from '../../../../shared/export/file-name.ts';
import { codedHtml } from '../../../../shared/export/coded-html.ts';
import type { ParsedInput } from '../../../../shared/contract/methods.ts';
import type { Span } from '../../../../shared/domain/span.ts';
import type { CodeMark } from '../../../../shared/domain/codebook.ts';
import {
  type CodedTranscript,
  withinLines,
  type WrittenCoding,
  writtenLines,
} from '../../../../shared/report/coded-transcript.ts';
import { byCodeUnits } from '../../../../shared/text/code-unit-order.ts';
import { codedDocx } from '../../export/coded-docx.ts';
import { codeTable } from '../../store/repositories/code-table.ts';
import { codingQueries } from '../../store/repositories/coding-table.ts';
import { memoQueries } from '../../store/repositories/memo-table.ts';
import { turnQueries } from '../../store/repositories/turn-table.ts';
import type { Context, Service } from '../project/context.ts';
import { type ReportFrame, reportFrame } from '../reports/report-frame.ts';
import { withRoleLabels } from './role-labels.ts';

type Request = ParsedInput<'documents.writeCoded'>;

function codedTranscript(frame: ReportFrame, { document, coders, anonymised }: Request): CodedTranscript {
  const { project, names, t } = frame;
  const { store } = project;
  const row = project.document(document);
  const stored = project.texts.of(row);
  const labelled = anonymised
    ? withRoleLabels(store, document, stored, (speaker) => names.speaker(speaker.name, speaker.role)!)
    : null;
  const text = labelled?.text ?? stored;
  const placed = (span: Span): Span => (labelled === null ? span : labelled.placed(span));
  const memos = Map.groupBy(
    anonymised ? [] : store.all(memoQueries.onCodingsOfDocument, document),
    ({ coding }) => coding,
  );
  const codings = store
    .all(codingQueries.placedInDocument, document)
    .filter(({ coder }) => coders?.some((chosen) => chosen === coder) ?? true)
    .flatMap((coding): WrittenCoding[] => {
      const code = store.row(codeTable, coding.code)!;
      const span = withinLines(text, placed({ start: coding.start_at, end: coding.end_at }));
      if (span === null) return [];
      const written = {
        ...span,
        code: names.code(coding.code),
        coder: names.coder(coding.coder),
        color: code.color,
        mark: code.mark as CodeMark,
        memos: (memos.get(coding.id) ?? []).map((memo) => memo.text),
      };
      return [written];
    })
    .sort(
      (a, b) =>
        a.start - b.start || b.end - a.end || byCodeUnits(a.coder, b.coder) || byCodeUnits(a.code.text, b.code.text),
    );
  const turns = store.all(turnQueries.ofDocument, document).map((turn) => ({
    start: labelled?.map.position(turn.start_at, 'before') ?? turn.start_at,
    contentStart: labelled?.map.position(turn.content_at, 'before') ?? turn.content_at,
  }));
  const coding = [...new Set(codings.map(({ coder }) => coder))].sort(byCodeUnits);
  const { title, language, settings, footer, origin } = frame.finish({
    title: names.document(document),
    settings: [
      [t('reports.coders'), coding.length === 0 ? '–' : names.listed(coding)],
      [t('reports.n'), t('reports.codebook.count', { count: codings.length })],
    ],
    blocks: [],
  });
  const head = { title, language, settings, footer, origin };
  return { ...head, text, textLanguage: row.language, lines: writtenLines(text, turns), codings };
}

export function codedTranscriptsService(context: Context): Service<'documents.writeCoded'> {
  return {
    'documents.writeCoded': (request) => {
      const { language, anonymised, format } = request;
      const frame = reportFrame(
        context.project(),
        context.ports.version,
        language,
        anonymised ? { attributes: [] } : null,
      );
      const transcript = codedTranscript(frame, request);
      const bytes = format === 'docx' ? codedDocx(transcript) : Buffer.from(codedHtml(transcript), 'utf8');
      const name = `${fileNameOf(transcript.title)}.${format}`;
      return { ticket: context.tickets.offer(name, bytes), name };
    },
  };
}
