import { memo, useMemo, useRef, useState } from 'react';
import type { CodeId, CoderId } from '../../../shared/domain/ids.ts';
import { type Command, useCommands } from '../../app/commands/registry.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field } from '../../ui/field.tsx';
import { AddIcon } from '../../ui/icons.tsx';
import { PaneSection } from '../../ui/pane-section.tsx';
import { CodeCounts } from './tree/code-counts.tsx';
import type { NamedCode } from './code-names.ts';
import { codeSearch } from './pick/code-search.ts';
import { codeTree } from './tree/code-tree.ts';
import { CodeTreeView } from './tree/code-tree-view.tsx';
import { CodebookDialogs } from './dialogs/codebook-dialogs.tsx';
import styles from './codebook-pane.module.css';
import { openCodebookDialog } from './codebook-state.ts';
import { useExpanded } from './tree/use-expanded.ts';

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
  const filterBox = useRef<HTMLDivElement>(null);
  const expansion = useExpanded(codes, filter !== '');

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
        run: () => openCodebookDialog({ kind: 'new', parent: null }),
      },
      {
        id: 'codebook.import',
        message: 'command.codebook.import',
        run: () => openCodebookDialog({ kind: 'import' }),
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
          onPress={() => openCodebookDialog({ kind: 'new', parent: null })}
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
          <EmptyState
            title={t('coding.codebook.empty.title')}
            text={t('coding.codebook.empty.text')}
            action={
              <Button onPress={() => openCodebookDialog({ kind: 'import' })}>{t('command.codebook.import')}</Button>
            }
          />
        </div>
      ) : (
        <CodeCounts coder={coder}>
          <CodeTreeView codes={codes} tree={tree} expansion={expansion} onApply={onApply} />
        </CodeCounts>
      )}
      <CodebookDialogs codes={codes} />
    </PaneSection>
  );
});
