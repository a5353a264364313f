import { cellText, isFigureColumn, reasonMark, undefinedReasons } from '../report/cells.ts';
import type { Report, ReportBlock, ReportTable, Run } from '../report/model.ts';

/** Words that Markdown would take for marks of its own are held off by a backslash. */
function plain(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>#|~]/g, (sign) => `\\${sign}`);
}

function runsMarkdown(runs: readonly Run[]): string {
  return runs
    .map(({ text, strong }) => {
      const words = plain(text);
      const core = words.trim();
      return strong && core !== '' ? words.replace(core, () => `**${core}**`) : words;
    })
    .join('');
}

/** Each line of a text behind a mark, as quotations are written. */
function behind(mark: string, text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => `${mark}${line}`)
    .join('\n');
}

function tableMarkdown(table: ReportTable): string {
  const reasons = undefinedReasons(table);
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll(/[\r\n]+/g, ' ')).join(' | ')} |`;
  const rows = table.rows.map((row) =>
    line(
      row.map((cell) =>
        cell.kind === 'undefined'
          ? `– (${reasonMark(reasons.indexOf(cell.reason))})`
          : cell.kind === 'text'
            ? runsMarkdown(cell.runs)
            : cellText(cell),
      ),
    ),
  );
  return [
    `**${plain(table.caption)}**\n`,
    line(table.columns.map(plain)),
    `|${table.columns.map((_, place) => (isFigureColumn(table, place) ? ' ---: |' : ' --- |')).join('')}`,
    ...rows,
    ...[...table.notes.map(plain), ...reasons.map((reason, place) => `(${reasonMark(place)}) ${plain(reason)}`)].map(
      (note) => `\n${note}`,
    ),
  ].join('\n');
}

function blockMarkdown(block: ReportBlock): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${runsMarkdown(block.runs)}`;
    case 'paragraph':
      // Two blanks at the end of a line keep its break.
      return runsMarkdown(block.runs).replaceAll('\n', '  \n');
    case 'quotation':
      return [
        behind('> ', runsMarkdown(block.runs)),
        '>',
        behind('> — ', runsMarkdown(block.source)),
        ...block.below.map((runs) => `\n${runsMarkdown(runs)}`),
      ].join('\n');
    case 'table':
      return tableMarkdown(block);
    case 'figure':
      return `**${plain(block.caption)}**\n\n${plain(block.alternative)}`;
    default:
      return block satisfies never;
  }
}

/** A report as Markdown (CommonMark with tables): words, quotations and tables; a picture is told in words. */
export function reportMarkdown({ title, settings, blocks, footer }: Report): string {
  return `${[
    `# ${plain(title)}`,
    settings.map(([name, value]) => `- **${plain(name)}:** ${plain(value)}`).join('\n'),
    ...blocks.map(blockMarkdown),
    '---',
    ...footer.map(plain),
  ].join('\n\n')}\n`;
}
