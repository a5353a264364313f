import { type ClipboardEvent, type KeyboardEvent, memo, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Attribute, StudyCase } from '../../../shared/contract/methods/cases.ts';
import { useWords } from '../../i18n/text.ts';
import { RowGap } from '../../ui/row-gap.tsx';
import { evenRows } from '../../ui/row-parts.ts';
import { rowOf, useRowsInSight } from '../../ui/use-rows-in-sight.ts';
import styles from './cases-grid.module.css';
import { blockCells, blockText } from './clipboard-block.ts';
import { bracketed, cellContent, cellText, type GridColumn, isNumeric, type MissingWords } from './grid-columns.ts';
import { GridEditor } from './grid-editor.tsx';
import type { GridSelection } from './grid-state.ts';
import { clearEdit, type GridEdit, gridMove, type GridPlace, pasteEdit } from './paste-plan.ts';

/** Height of a row, in rem; as in the style sheet. */
const rowHeight = 1.75;

type GridProps = {
  readonly cases: readonly StudyCase[];
  readonly columns: readonly GridColumn[];
  readonly words: MissingWords;
  readonly selection: GridSelection;
  /** Names of the transcripts and speakers of a case. */
  readonly material: (of: StudyCase) => string;
  readonly onEdit: (edit: GridEdit) => void;
  readonly onOpenAttribute: (attribute: Attribute) => void;
  readonly onOpenCase: (of: StudyCase) => void;
};

/** The cases as a spreadsheet: arrows move, typing writes, blocks are copied and pasted, each paste one step. */
export function CasesGrid(props: GridProps) {
  const { cases, columns, words, selection, material, onEdit, onOpenAttribute, onOpenCase } = props;
  const { t } = useWords();
  const table = useRef<HTMLTableElement>(null);
  const { length } = cases;
  const { parts, reveal } = useRowsInSight(
    table,
    useMemo(() => evenRows(length, rowHeight), [length]),
  );
  const [hasKeyboard, setKeyboard] = useState(false);
  const { active, block, go } = selection;
  const grid = { cases, columns, words };
  const headOf = (column: GridColumn): string =>
    column.kind === 'attribute'
      ? column.attribute.name
      : t(column.kind === 'name' ? 'cases.column.name' : 'cases.column.material');

  useLayoutEffect(() => {
    reveal(active.row);
    table.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [active, reveal]);

  const move = (to: GridPlace, extend = false): void => {
    go(
      {
        row: Math.max(0, Math.min(cases.length - 1, to.row)),
        column: Math.max(0, Math.min(columns.length - 1, to.column)),
      },
      extend,
    );
  };

  const onKey = (event: KeyboardEvent): boolean => {
    if (event.altKey) return false;
    const size = { rows: cases.length, columns: columns.length, page: 20 };
    const to = gridMove(event.key, event.ctrlKey || event.metaKey, active, size);
    if (to) {
      move(to, event.shiftKey);
      return true;
    }
    if (event.key === 'Delete' || event.key === 'Backspace') {
      onEdit(clearEdit(grid, block));
      return true;
    }
    return false;
  };

  const onCopy = (event: ClipboardEvent): void => {
    const rows = cases.slice(block.from.row, block.to.row + 1);
    const shown = columns.slice(block.from.column, block.to.column + 1);
    const textOf = (of: StudyCase, column: GridColumn): string =>
      column.kind === 'material' ? material(of) : cellText(of, column, words);
    event.clipboardData.setData('text/plain', blockText(rows.map((of) => shown.map((column) => textOf(of, column)))));
    event.preventDefault();
  };

  const onPaste = (event: ClipboardEvent): void => {
    event.preventDefault();
    onEdit(pasteEdit(grid, blockCells(event.clipboardData.getData('text/plain')), block));
  };

  const commit = (text: string, then: 'down' | 'right' | 'stay'): void => {
    const of = cases[active.row];
    const column = columns[active.column];
    if (of && column && text !== cellText(of, column, words)) {
      if (column.kind === 'name') onEdit({ cells: [], names: [{ case: of.id, name: text }], created: [] });
      else if (column.kind === 'attribute')
        onEdit({
          cells: [{ case: of.id, attribute: column.attribute.id, ...cellContent(text, words) }],
          names: [],
          created: [],
        });
    }
    if (then === 'down') move({ row: active.row + 1, column: active.column });
    else if (then === 'right') move({ row: active.row, column: active.column + 1 });
  };

  const editorOf = (of: StudyCase, column: GridColumn) =>
    column.kind === 'material' ? (
      <button
        type="button"
        ref={(button) => {
          if (hasKeyboard) button?.focus({ preventScroll: true });
        }}
        className={styles.material}
        onClick={() => onOpenCase(of)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === ' ') return;
          if (onKey(event)) event.preventDefault();
        }}
      >
        {material(of) || t('cases.material.none')}
      </button>
    ) : (
      <GridEditor
        key={`${of.id} ${active.column}`}
        label={t('cases.cell', { case: of.name, attribute: headOf(column) })}
        text={cellText(of, column, words)}
        isNumber={isNumeric(column)}
        choices={choicesOf(column, words)}
        takesFocus={hasKeyboard}
        onCommit={commit}
        onCopy={onCopy}
        onPaste={onPaste}
        onKey={onKey}
      />
    );

  return (
    <div
      className={styles.scroller}
      onFocus={() => setKeyboard(true)}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setKeyboard(false);
      }}
    >
      <table
        ref={table}
        role="grid"
        aria-label={t('cases.title')}
        aria-rowcount={cases.length + 1}
        aria-colcount={columns.length}
        aria-multiselectable
        className={styles.grid}
      >
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) =>
              column.kind === 'attribute' ? (
                <th key={column.attribute.id} scope="col" className={isNumeric(column) ? styles.number : undefined}>
                  <button
                    type="button"
                    className={styles.head}
                    title={t('cases.attribute.edit', { name: column.attribute.name })}
                    onClick={() => onOpenAttribute(column.attribute)}
                  >
                    {column.attribute.name}
                    {column.attribute.confidential ? (
                      <span className={styles.mark}>{t('cases.confidential.short')}</span>
                    ) : null}
                  </button>
                </th>
              ) : (
                <th key={column.kind} scope="col" className={column.kind === 'name' ? styles.name : undefined}>
                  {headOf(column)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => {
            if (part.kind === 'gap')
              return <RowGap key={`gap ${part.first}`} height={part.height} columns={columns.length} />;
            const { row } = part;
            const of = cases[row]!;
            const inBlock = row >= block.from.row && row <= block.to.row;
            return (
              <GridRow
                key={of.id}
                of={of}
                row={row}
                columns={columns}
                words={words}
                material={material(of)}
                from={inBlock ? block.from.column : -1}
                to={inBlock ? block.to.column : -1}
                active={row === active.row ? active.column : -1}
                editor={row === active.row && columns[active.column] ? editorOf(of, columns[active.column]!) : null}
                go={go}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function choicesOf(column: GridColumn, words: MissingWords): string[] {
  if (column.kind !== 'attribute') return [];
  const { type, categories } = column.attribute;
  const values = type === 'boolean' ? ['yes', 'no'] : (categories ?? []);
  return values.length === 0 ? [] : [...values, ...Object.values(words).map(bracketed)];
}

type RowProps = {
  readonly of: StudyCase;
  readonly row: number;
  readonly columns: readonly GridColumn[];
  readonly words: MissingWords;
  readonly material: string;
  /** First and last selected column; −1: none. */
  readonly from: number;
  readonly to: number;
  /** The column that has the keyboard; −1: none. */
  readonly active: number;
  readonly editor: React.ReactNode;
  readonly go: GridSelection['go'];
};

/** One case; drawn anew only when it, the selection in it or its editor changes. */
const GridRow = memo(function GridRow(props: RowProps) {
  const { of, row, columns, words, material, from, to, active, editor, go } = props;
  return (
    <tr aria-rowindex={row + 2} {...rowOf(row)}>
      {columns.map((column, at) => {
        const isActive = at === active;
        const isMissing = column.kind === 'attribute' && of.missing[column.attribute.id] !== undefined;
        const className = [
          isNumeric(column) ? styles.number : '',
          column.kind === 'name' ? styles.name : '',
          isMissing ? styles.missing : '',
        ].join(' ');
        const group =
          column.kind === 'attribute' ? column.attribute.groups[of.values[column.attribute.id] ?? ''] : undefined;
        return (
          // The field inside the active cell takes the keys.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
          <td
            key={column.kind === 'attribute' ? column.attribute.id : column.kind}
            aria-colindex={at + 1}
            aria-selected={at >= from && at <= to && from >= 0}
            data-active={isActive ? '' : undefined}
            title={group === undefined ? undefined : `= ${group}`}
            className={className}
            onMouseDown={(event) => {
              if (isActive && !event.shiftKey) return;
              // What is being written is kept, and the keyboard goes to the new cell, not to the page.
              if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
              event.preventDefault();
              go({ row, column: at }, event.shiftKey);
            }}
            onClick={(event) => event.currentTarget.querySelector<HTMLElement>('input, button')?.focus()}
          >
            {isActive ? editor : column.kind === 'material' ? material : cellText(of, column, words)}
          </td>
        );
      })}
    </tr>
  );
});
