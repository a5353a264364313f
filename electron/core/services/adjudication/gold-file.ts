import { goldLayer } from '../../../../shared/agreement/spans/gold-layer.ts';
import { spansOverlap } from '../../../../shared/domain/span.ts';
import { csvRow } from '../../../../shared/export/csv.ts';
import type { ParsedInput } from '../../../../shared/contract/methods.ts';
import { CodeNames } from '../codebook/code-label.ts';
import type { OpenProject } from '../project/open-project.ts';
import { comparedDocuments, spanWith } from './compared-document.ts';
import { coderNames } from '../coders/coder-rows.ts';

const head = [
  'document',
  'coder',
  'code',
  'start',
  'end',
  'text',
  'origin',
  'verdict',
  'for',
  'reason',
  'decided_by',
  'decided_at',
];
/** Who the agreed layer's codings are said to be by. */
const layer = 'gold';

/** The agreed layer with its decisions, positions in code points; CSV of the codings, or JSON of both. */
export function goldFile(
  project: OpenProject,
  { format, ...settings }: ParsedInput<'adjudication.export'>,
): { text: string; codings: number; decisions: number } {
  const { comparison, documents } = comparedDocuments(project, settings);
  const coders = coderNames(project);
  const nameOf = (id: string): string => coders.get(id) ?? id;
  const names = new CodeNames(project.store);
  const codeName = (code: number): string => names.key(comparison.codes[code]!);
  const codings = documents.flatMap(({ place, positions, agreed, decided }) => {
    const { row } = comparison.rows[place]!;
    const text = project.texts.of(row);
    return goldLayer(
      agreed,
      decided.map(({ settled }) => settled),
    ).map((span) => {
      const by = decided.find(({ settled }) =>
        settled.outcome.some((one) => one.code === span.code && spansOverlap(one, span)),
      )?.row;
      const { start, end } = spanWith(positions.toUtf16, span);
      return {
        document: row.name,
        coder: layer,
        code: codeName(span.code),
        start: span.start,
        end: span.end,
        text: text.slice(start, end),
        origin: by ? 'decided' : 'agreed',
        ...(by
          ? {
              verdict: by.verdict,
              for: by.chosen === null ? '' : nameOf(by.chosen),
              reason: by.reason,
              decided_by: nameOf(by.decided_by),
              decided_at: by.decided_at,
            }
          : { verdict: '', for: '', reason: '', decided_by: '', decided_at: '' }),
      };
    });
  });
  const decisions = documents.flatMap(({ place, decided }) =>
    decided.map(({ row, settled }) => ({
      document: comparison.rows[place]!.row.name,
      kind: row.kind,
      code: codeName(settled.codes[0]!),
      other_code: settled.codes[1] === undefined ? null : codeName(settled.codes[1]),
      start: settled.start,
      end: settled.end,
      coders: (JSON.parse(row.coders) as string[]).map(nameOf),
      verdict: row.verdict,
      for: row.chosen === null ? null : nameOf(row.chosen),
      reason: row.reason,
      decided_by: nameOf(row.decided_by),
      decided_at: row.decided_at,
      outcome: settled.outcome.map(({ code, start, end }) => ({ code: codeName(code), start, end })),
    })),
  );
  const { synthetic } = project.summary();
  const text =
    format === 'json'
      ? `${JSON.stringify({ ...(synthetic ? { synthetic } : {}), codings, decisions }, null, 2)}\n`
      : [head, ...codings.map((row) => Object.values(row))].map((row) => csvRow(row)).join('');
  return { text, codings: codings.length, decisions: decisions.length };
}
