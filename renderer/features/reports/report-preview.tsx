import { cellText, isFigureColumn, reasonMark, undefinedReasons } from '../../../shared/report/cells.ts';
import type { ReportBlock, ReportTable, Run } from '../../../shared/report/model.ts';
import styles from './report-preview.module.css';

function Runs({ runs }: { readonly runs: readonly Run[] }) {
  return runs.map(({ text, lang, strong }, place) => {
    const words = lang === undefined ? text : <span lang={lang}>{text}</span>;
    // Runs have no identity but their place.
    // oxlint-disable-next-line react/no-array-index-key
    return strong ? <strong key={place}>{words}</strong> : <span key={place}>{words}</span>;
  });
}

function Table({ table }: { readonly table: ReportTable }) {
  const reasons = undefinedReasons(table);
  return (
    <>
      <table className={styles.table}>
        <caption>{table.caption}</caption>
        <thead>
          <tr>
            {table.columns.map((column, place) => (
              <th key={column} scope="col" className={isFigureColumn(table, place) ? styles.figure : ''}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, place) => (
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={place}>
              {row.map((cell, column) => (
                <td key={table.columns[column]} className={cell.kind === 'text' ? '' : styles.figure}>
                  {cell.kind === 'text' ? <Runs runs={cell.runs} /> : null}
                  {cell.kind === 'undefined' ? (
                    <span title={cell.reason}>– {reasonMark(reasons.indexOf(cell.reason))}</span>
                  ) : null}
                  {cell.kind === 'count' || cell.kind === 'number' ? cellText(cell) : null}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {[...table.notes, ...reasons.map((reason, place) => `${reasonMark(place)} ${reason}`)].map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
    </>
  );
}

function Block({ block }: { readonly block: ReportBlock }) {
  switch (block.kind) {
    case 'heading': {
      // The screen's own title is the first level, the report's title the second.
      const Heading = (['h3', 'h4', 'h5'] as const)[block.level - 2]!;
      return (
        <Heading className={styles[`level${block.level}`]}>
          <Runs runs={block.runs} />
        </Heading>
      );
    }
    case 'paragraph':
      return (
        <p className={styles.paragraph}>
          <Runs runs={block.runs} />
        </p>
      );
    case 'quotation':
      return (
        <figure className={styles.quotation}>
          <blockquote translate="no">
            <Runs runs={block.runs} />
          </blockquote>
          <figcaption>
            <Runs runs={block.source} />
          </figcaption>
          {block.below.map((runs) => (
            <p key={runs.map(({ text }) => text).join('')} className={styles.below}>
              <Runs runs={runs} />
            </p>
          ))}
        </figure>
      );
    case 'table':
      return <Table table={block} />;
    case 'figure':
      return (
        <figure className={styles.quotation}>
          <img
            alt={block.alternative}
            width={block.width}
            src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(block.svg)}`}
          />
          <figcaption>{block.caption}</figcaption>
        </figure>
      );
    default:
      return block satisfies never;
  }
}

/** The first pages of a report as they will be written. */
export function ReportPreview({ blocks }: { readonly blocks: readonly ReportBlock[] }) {
  return blocks.map((block, place) => (
    // oxlint-disable-next-line react/no-array-index-key
    <Block key={place} block={block} />
  ));
}
