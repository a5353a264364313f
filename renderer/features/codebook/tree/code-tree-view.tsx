import { type KeyboardEvent, useRef } from 'react';
import { Tree } from 'react-aria-components';
import { type CodeStepDirection, steppedPlace } from '../../../../shared/domain/code-places.ts';
import type { CodeId } from '../../../../shared/domain/ids.ts';
import { useWords } from '../../../i18n/text.ts';
import { announce } from '../../transcript/transcript-state.ts';
import type { NamedCode } from '../code-names.ts';
import { CodeRow } from './code-row.tsx';
import styles from './code-row.module.css';
import type { CodeNode } from './code-tree.ts';
import { moveCode } from './move-code.ts';
import { selectCode, useCodebookState } from '../codebook-state.ts';
import type { Expanded } from './use-expanded.ts';
import { useTreeDrag } from './use-tree-drag.ts';

type ViewProps = {
  readonly codes: ReadonlyMap<CodeId, NamedCode>;
  /** What the filter leaves of them. */
  readonly tree: readonly CodeNode[];
  readonly expansion: Expanded;
  readonly onApply: (code: CodeId) => void;
};

const steps: Readonly<Record<string, CodeStepDirection>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
};

/** The tree of codes. Alt with an arrow moves the code that has the keyboard; codes are dragged by mouse. */
export function CodeTreeView({ codes, tree, expansion, onApply }: ViewProps) {
  const { t } = useWords();
  const selected = useCodebookState((s) => s.selected);
  const frame = useRef<HTMLDivElement>(null);
  const { drop, onPress } = useTreeDrag(codes, frame);

  const onKey = (event: KeyboardEvent<HTMLElement>): void => {
    const direction = steps[event.key];
    const row = event.target instanceof Element ? event.target.closest('[role="row"]') : null;
    if (!event.altKey || event.ctrlKey || event.metaKey || direction === undefined || row === null) return;
    event.preventDefault();
    event.stopPropagation();
    const code = row.getAttribute('data-key') as CodeId;
    const place = steppedPlace(
      [...codes.values()].map((one) => one.code),
      code,
      direction,
    );
    if (!place) return;
    const parent = place.parent === null ? undefined : codes.get(place.parent);
    moveCode(code, place);
    if (parent) expansion.open(parent.code.id);
    announce(
      t('codebook.moved', {
        name: codes.get(code)?.name ?? '',
        where: parent ? t('codebook.moved.under', { name: parent.name }) : t('codebook.moved.top'),
      }),
    );
  };

  return (
    // Only catches keys and presses on their way to the rows, which are the interactive parts.
    <div ref={frame} role="presentation" className={styles.frame} onKeyDownCapture={onKey} onMouseDownCapture={onPress}>
      <Tree
        aria-label={t('coding.codebook')}
        className={styles.tree!}
        items={tree}
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={selected === null ? [] : [selected]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys];
          selectCode((key as CodeId | undefined) ?? null);
        }}
        onAction={(key) => onApply(key as CodeId)}
        expandedKeys={expansion.expanded}
        onExpandedChange={expansion.setExpanded}
        renderEmptyState={() => <p className={styles.none}>{t('coding.codebook.none')}</p>}
      >
        {(node) => <CodeRow node={node} />}
      </Tree>
      {drop ? (
        <div
          aria-hidden
          className={drop.kind === 'onto' ? styles.onto : styles.between}
          style={{ top: drop.top, height: drop.height, insetInlineStart: drop.indent }}
        />
      ) : null}
    </div>
  );
}
