import { memo, useMemo, useRef } from 'react';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { showView } from '../../app/navigation.ts';
import type { OpenProject } from '../../app/use-open-project.ts';
import { languageName } from '../../i18n/language-name.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { MoreIcon } from '../../ui/icons.tsx';
import { Menu } from '../../ui/menu.tsx';
import { RowGap } from '../../ui/row-gap.tsx';
import { type RowPart, unevenRows } from '../../ui/row-parts.ts';
import { StateIcon } from '../../ui/state-icon.tsx';
import { cellAt, useRovingCells } from '../../ui/use-roving-cells.ts';
import { rowOf, useRowsInSight } from '../../ui/use-rows-in-sight.ts';
import result from '../results/result.module.css';
import { SortHead } from '../results/sort-head.tsx';
import type { Sorting } from '../results/sorting.ts';
import {
  type DocumentColumn,
  type DocumentGroup,
  type DocumentLine,
  documentLines,
  type DocumentRow,
} from './document-rows.ts';
import styles from './documents-screen.module.css';
import { markDone } from './mark-done.ts';
import { openTranscript } from './open-tabs.ts';

/** Heights of a row and of the head of a group, in rem, as the style sheet has them with their lines. */
const [rowHeight, headHeight] = [1.8125, 2.5];

type TableProps = {
  readonly project: OpenProject;
  readonly groups: readonly DocumentGroup[];
  readonly sorting: Sorting<DocumentColumn>;
  readonly onSort: (sorting: Sorting<DocumentColumn>) => void;
  readonly onAsk: (what: 'rename' | 'remove', row: DocumentRow) => void;
};

/** Shows a transcript on the coding screen where it was left. */
function openToCode(document: DocumentId, isBeside = false): void {
  openTranscript(document, isBeside);
  showView('code');
}

/** One row for each transcript, a column for each coder; arrow keys go from name to name and from mark to mark. */
export function DocumentsTable({ project, groups, sorting, onSort, onAsk }: TableProps) {
  const { t, language } = useWords();
  const lines = useMemo(() => documentLines(groups), [groups]);
  const places = useMemo(() => unevenRows(lines.map(({ kind }) => (kind === 'row' ? rowHeight : headHeight))), [lines]);
  const table = useRef<HTMLTableElement>(null);
  const { parts, reveal } = useRowsInSight(table, places);
  useRovingCells({ list: table, rows: lines.length, reveal });
  const text = { sorting, onSort, first: 'ascending' } as const;
  const number = { sorting, onSort, isNumber: true };
  const columns = 8 + project.coders.length;
  return (
    <table
      ref={table}
      className={`${result.table} ${styles.table}`}
      aria-label={t('documents.title')}
      aria-rowcount={lines.length + 1}
    >
      <thead>
        <tr aria-rowindex={1}>
          <SortHead {...text} column="name">
            {t('documents.column.name')}
          </SortHead>
          <SortHead {...text} column="case">
            {t('documents.column.case')}
          </SortHead>
          <SortHead {...text} column="language">
            {t('documents.column.language')}
          </SortHead>
          <SortHead {...number} column="words">
            {t('documents.column.words')}
          </SortHead>
          <SortHead {...number} column="turns">
            {t('documents.column.turns')}
          </SortHead>
          <SortHead {...number} column="respondentTurns" title={t('documents.column.answers.long')}>
            {t('documents.column.answers')}
          </SortHead>
          {project.coders.map(({ id, name }) => (
            <SortHead
              key={id}
              {...number}
              column={`coder:${id}`}
              title={t('documents.column.coder.long', { coder: name })}
            >
              <span className={styles.coder}>{t('documents.column.coder', { coder: name })}</span>
            </SortHead>
          ))}
          <th scope="col" className={styles.mark}>
            {t('documents.column.done')}
          </th>
          <th scope="col">
            <span className="unseen">{t('documents.column.actions')}</span>
          </th>
        </tr>
      </thead>
      {bodies(parts, lines).map((body) => (
        <tbody key={body.key}>
          {body.parts.map((part) => {
            if (part.kind === 'gap') return <RowGap key={`gap ${part.first}`} height={part.height} columns={columns} />;
            const line = lines[part.row]!;
            return line.kind === 'row' ? (
              <Row key={line.row.id} row={line.row} place={part.row} project={project} shown={language} onAsk={onAsk} />
            ) : (
              <tr key="head" aria-rowindex={part.row + 2}>
                <th scope="rowgroup" colSpan={columns} className={styles.group}>
                  {t('documents.groupHead', { name: line.name ?? t('documents.group.without'), count: line.count })}
                </th>
              </tr>
            );
          })}
        </tbody>
      ))}
    </table>
  );
}

type Body = { readonly key: string; readonly parts: RowPart[] };

/** What is drawn as bodies of the table: one for each group, begun by its head. */
function bodies(parts: readonly RowPart[], lines: readonly DocumentLine[]): Body[] {
  const made: Body[] = [];
  for (const part of parts) {
    const line = part.kind === 'row' ? lines[part.row]! : null;
    if (line?.kind === 'head') made.push({ key: `of ${line.name ?? ''}`, parts: [part] });
    else if (made.length === 0) made.push({ key: 'first', parts: [part] });
    else made.at(-1)!.parts.push(part);
  }
  return made;
}

type RowProps = Pick<TableProps, 'project' | 'onAsk'> & {
  readonly row: DocumentRow;
  /** Its line in the table. */
  readonly place: number;
  /** The language of the interface. */
  readonly shown: string;
};

/** Drawn anew only when it has changed itself. */
const Row = memo(function Row({ row, place, project, shown, onAsk }: RowProps) {
  const { t, intl } = useWords();
  const isDone = row.doneBy.includes(project.coder);
  return (
    <tr aria-rowindex={place + 2} {...rowOf(place)}>
      <th scope="row" className={styles.name}>
        <button
          type="button"
          className={styles.open}
          title={row.name}
          onClick={(event) => openToCode(row.id, event.ctrlKey || event.metaKey)}
          {...cellAt(place, 0)}
        >
          <span lang={row.language}>{row.name}</span>
        </button>
      </th>
      <td className={styles.case} lang={row.language}>
        {row.case?.name}
      </td>
      <td className={styles.language}>{languageName(row.language, shown)}</td>
      <td className={result.number}>{row.words === null ? '…' : intl.formatNumber(row.words)}</td>
      <td className={result.number}>{intl.formatNumber(row.turns)}</td>
      <td className={result.number}>{intl.formatNumber(row.respondentTurns)}</td>
      {project.coders.map(({ id, name }) => (
        <td key={id} className={result.number}>
          {row.doneBy.includes(id) ? (
            <>
              <StateIcon state="ok" label={t('documents.doneBy', { coder: name })} />{' '}
            </>
          ) : null}
          {intl.formatNumber(row.codedTurns[id] ?? 0)}
        </td>
      ))}
      <td className={styles.mark}>
        <input
          type="checkbox"
          aria-label={t('documents.markDone', { name: row.name })}
          checked={isDone}
          onChange={() => markDone(row.id, project.coder, !isDone)}
          {...cellAt(place, 1)}
        />
      </td>
      <td className={styles.actions}>
        <Menu
          label={t('documents.actions', { name: row.name })}
          trigger={
            <Button look="icon" aria-label={t('documents.actions', { name: row.name })}>
              <MoreIcon />
            </Button>
          }
          entries={[
            { id: 'open', label: t('documents.open'), run: () => openToCode(row.id) },
            { id: 'beside', label: t('documents.openBeside'), run: () => openToCode(row.id, true) },
            { id: 'rename', label: t('documents.rename'), run: () => onAsk('rename', row) },
            ...(project.isBlind
              ? []
              : [{ id: 'remove', label: t('documents.remove'), run: () => onAsk('remove', row) }]),
          ]}
        />
      </td>
    </tr>
  );
});
