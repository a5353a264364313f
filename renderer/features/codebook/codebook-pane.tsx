import { memo, useMemo, useRef, useState } from 'react';
import { Button as AriaButton, Collection, Tree, TreeItem, TreeItemContent } from 'react-aria-components';
import type { CodeId, CoderId } from '../../../shared/domain/ids.ts';
import { useCommand, useQuery } from '../../api/hooks.ts';
import { patchAnswer } from '../../api/query-client.ts';
import { type Command, useCommands } from '../../app/commands/registry.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Swatch } from '../../ui/code-chip.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field } from '../../ui/field.tsx';
import { AddIcon, MoreIcon } from '../../ui/icons.tsx';
import { Menu } from '../../ui/menu.tsx';
import { PaneSection } from '../../ui/pane-section.tsx';
import { CodeCounts, useCodeCounts } from './code-counts.tsx';
import type { NamedCode } from './code-names.ts';
import { codeSearch } from './code-search.ts';
import { type CodeNode, codeTree, countWithChildren } from './code-tree.ts';
import { selectCode, useCodebookState } from './codebook-state.ts';
import { CodeDialog, type CodeDialogTarget } from './code-dialog.tsx';
import styles from './codebook-pane.module.css';
import { DeleteCodeDialog } from './delete-code-dialog.tsx';

type PaneProps = {
  readonly codes: ReadonlyMap<CodeId, NamedCode>;
  readonly coder: CoderId;
  /** Enter or a double click on a code while words are selected. */
  readonly onApply: (code: CodeId) => void;
};

/** The codebook as a tree: colour and mark, name, count; a filter above it. */
export const CodebookPane = memo(function CodebookPane({ codes, coder, onApply }: PaneProps) {
  const { t } = useWords();
  const [filter, setFilter] = useState('');
  const [dialog, setDialog] = useState<CodeDialogTarget | null>(null);
  const [deleting, setDeleting] = useState<NamedCode | null>(null);
  const selected = useCodebookState((s) => s.selected);
  const filterBox = useRef<HTMLDivElement>(null);
  const { expanded, setExpanded } = useExpanded(codes, filter !== '');

  const search = useMemo(() => codeSearch([...codes.values()]), [codes]);
  const tree = useMemo(() => {
    if (filter.trim() === '') return codeTree(codes.values(), null);
    const found = new Set(search(filter).map(({ code }) => code.id));
    return codeTree(codes.values(), ({ code }) => found.has(code.id));
  }, [codes, filter, search]);

  const commands = useMemo<readonly Command[]>(
    () => [
      {
        id: 'coding.filter',
        message: 'command.coding.filter',
        keys: ['/'],
        scope: 'coding',
        run: () => filterBox.current?.querySelector('input')?.focus(),
      },
      {
        id: 'coding.newCode',
        message: 'command.coding.newCode',
        run: () => setDialog({ kind: 'new', parent: null }),
      },
    ],
    [],
  );
  useCommands(commands);

  return (
    <PaneSection
      title={t('coding.codebook')}
      count={codes.size}
      action={
        <Button
          look="icon"
          aria-label={t('coding.codebook.new')}
          onPress={() => setDialog({ kind: 'new', parent: null })}
        >
          <AddIcon />
        </Button>
      }
      top={
        codes.size === 0 ? null : (
          <div ref={filterBox} className={styles.filter}>
            <Field
              label={t('coding.codebook.filter')}
              placeholder={t('coding.codebook.filter')}
              hideLabel
              value={filter}
              onChange={setFilter}
            />
          </div>
        )
      }
    >
      {codes.size === 0 ? (
        <div className={styles.empty}>
          <EmptyState title={t('coding.codebook.empty.title')} text={t('coding.codebook.empty.text')} />
        </div>
      ) : (
        <CodeCounts coder={coder}>
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
            expandedKeys={expanded}
            onExpandedChange={(keys) => setExpanded(keys)}
            renderEmptyState={() => <p className={styles.none}>{t('coding.codebook.none')}</p>}
          >
            {(node) => <CodeRow node={node} openDialog={setDialog} onDelete={setDeleting} />}
          </Tree>
        </CodeCounts>
      )}
      {dialog ? <CodeDialog target={dialog} codes={codes} onClose={() => setDialog(null)} /> : null}
      {deleting ? <DeleteCodeDialog code={deleting} codes={codes} onClose={() => setDeleting(null)} /> : null}
    </PaneSection>
  );
});

type RowProps = {
  readonly node: CodeNode;
  readonly openDialog: (target: CodeDialogTarget) => void;
  readonly onDelete: (code: NamedCode) => void;
};

function CodeRow({ node, openDialog, onDelete }: RowProps) {
  const { t } = useWords();
  const { code, name, lang } = node.code;
  const { mutate: update } = useCommand('codes.update');
  return (
    <TreeItem id={code.id} textValue={name} className={styles.row!}>
      <TreeItemContent>
        {({ isExpanded, hasChildItems, level }) => (
          <div className={styles.line} style={{ paddingInlineStart: 12 + (level - 1) * 16 }}>
            {hasChildItems ? (
              <AriaButton
                slot="chevron"
                className={isExpanded ? `${styles.twisty} ${styles.open}` : styles.twisty!}
                aria-label={t('coding.codebook.expand', { name })}
              />
            ) : (
              <span className={styles.leaf} />
            )}
            <Swatch color={code.color} mark={code.mark} retired={code.retired} />
            <span className={code.retired ? `${styles.name} ${styles.retired}` : styles.name} lang={lang}>
              {name}
            </span>
            <span className={styles.actions}>
              <Menu
                label={t('coding.codebook.actions', { name })}
                trigger={
                  <Button look="icon" aria-label={t('coding.codebook.actions', { name })}>
                    <MoreIcon />
                  </Button>
                }
                entries={[
                  {
                    id: 'edit',
                    label: t('coding.codebook.edit'),
                    run: () => openDialog({ kind: 'edit', code: node.code }),
                  },
                  {
                    id: 'new',
                    label: t('coding.codebook.newUnder', { name }),
                    run: () => openDialog({ kind: 'new', parent: code.id }),
                  },
                  {
                    id: 'pin',
                    label: t(code.pinned ? 'coding.codebook.unpin' : 'coding.codebook.pin'),
                    run: () => update({ code: code.id, pinned: !code.pinned }),
                  },
                  { id: 'delete', label: t('coding.codebook.delete'), run: () => onDelete(node.code) },
                ]}
              />
            </span>
            <RowCount node={node} isExpanded={isExpanded} />
          </div>
        )}
      </TreeItemContent>
      <Collection items={node.children}>
        {(child) => <CodeRow node={child} openDialog={openDialog} onDelete={onDelete} />}
      </Collection>
    </TreeItem>
  );
}

/** A closed parent counts its children in; an open one shows its own, a dash for none. It alone is drawn anew when something is coded. */
function RowCount({ node, isExpanded }: { node: CodeNode; isExpanded: boolean }) {
  const counts = useCodeCounts();
  const own = counts.get(node.code.code.id) ?? 0;
  const isOpen = isExpanded && node.children.length > 0;
  const count = isOpen ? own : countWithChildren(node, counts);
  return <span className={styles.count}>{isOpen && count === 0 ? '–' : count}</span>;
}

/** Which codes are open: what the project remembers; at first the top level only; everything while a filter is on. */
function useExpanded(codes: ReadonlyMap<CodeId, NamedCode>, isFiltered: boolean) {
  const { data: view } = useQuery('view.get', {});
  const { mutate } = useCommand('view.set');
  const parents = new Set([...codes.values()].flatMap(({ code }) => (code.parent === null ? [] : [code.parent])));
  const atFirst = [...parents].filter((id) => (codes.get(id)?.depth ?? 0) > 0);
  const stored = view?.closedCodes ?? [];
  const closed = new Set<string>(stored.length > 0 ? stored : atFirst);
  const expanded = [...parents].filter((id) => isFiltered || !closed.has(id));
  return {
    expanded,
    setExpanded: (keys: ReadonlySet<string | number>) => {
      if (isFiltered) return;
      // "none closed" is stored as a name no code has, since an empty list means never touched.
      const nowClosed = [...parents].filter((id) => !keys.has(id)) as string[];
      const closedCodes = nowClosed.length > 0 ? nowClosed : ['-'];
      patchAnswer('view.get', {}, (state) => ({ ...state, closedCodes }));
      mutate({ closedCodes });
    },
  };
}
