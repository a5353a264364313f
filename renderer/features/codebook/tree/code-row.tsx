import { Button as AriaButton, Collection, TreeItem, TreeItemContent } from 'react-aria-components';
import type { CodeId } from '../../../../shared/domain/ids.ts';
import { useCommand, useQueryPart } from '../../../api/hooks.ts';
import { useWords } from '../../../i18n/text.ts';
import { Button } from '../../../ui/button.tsx';
import { Swatch } from '../../../ui/code-chip.tsx';
import { MoreIcon } from '../../../ui/icons.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { useCodeCounts } from './code-counts.tsx';
import styles from './code-row.module.css';
import { type CodeNode, countWithChildren } from './code-tree.ts';
import { pinnedCodes } from '../pinned-codes.ts';
import { openCodebookDialog } from '../codebook-state.ts';
import { firstIndent, indentStep } from './use-tree-drag.ts';

/** A row of the tree with the rows below it: twisty, swatch, name, count; a menu while it is pointed at. */
export function CodeRow({ node }: { node: CodeNode }) {
  const { t } = useWords();
  const { code, name, lang } = node.code;
  return (
    <TreeItem id={code.id} textValue={name} className={styles.row!}>
      <TreeItemContent>
        {({ isExpanded, hasChildItems, level }) => (
          <div className={styles.line} style={{ paddingInlineStart: firstIndent + (level - 1) * indentStep }}>
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
            {code.retired ? <span className="unseen">{t('coding.code.retired')}</span> : null}
            {code.pinned ? <PinKey code={code.id} /> : null}
            <span className={styles.actions}>
              <RowMenu node={node} />
            </span>
            <RowCount node={node} isExpanded={isExpanded} />
          </div>
        )}
      </TreeItemContent>
      <Collection items={node.children}>{(child) => <CodeRow node={child} />}</Collection>
    </TreeItem>
  );
}

/** The key that applies a pinned code; beyond the ninth there is none. */
function PinKey({ code }: { code: CodeId }) {
  const at = useQueryPart('codes.list', {}, pinnedCodes)?.indexOf(code) ?? -1;
  return at < 0 ? null : <kbd className={styles.pin}>{at + 1}</kbd>;
}

function RowMenu({ node }: { node: CodeNode }) {
  const { t } = useWords();
  const { code, name } = node.code;
  const { mutate: update } = useCommand('codes.update');
  return (
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
          run: () => openCodebookDialog({ kind: 'edit', code: code.id }),
        },
        {
          id: 'new',
          label: t('coding.codebook.newUnder', { name }),
          run: () => openCodebookDialog({ kind: 'new', parent: code.id }),
        },
        {
          id: 'merge',
          label: t('codebook.merge'),
          run: () => openCodebookDialog({ kind: 'merge', code: code.id, into: null }),
        },
        {
          id: 'split',
          label: t('codebook.split'),
          run: () => openCodebookDialog({ kind: 'split', code: code.id }),
        },
        {
          id: 'pin',
          label: t(code.pinned ? 'coding.codebook.unpin' : 'coding.codebook.pin'),
          run: () => update({ code: code.id, pinned: !code.pinned }),
        },
        {
          id: 'retire',
          label: t(code.retired ? 'codebook.unretire' : 'codebook.retire'),
          run: () => update({ code: code.id, retired: !code.retired }),
        },
        {
          id: 'delete',
          label: t('coding.codebook.delete'),
          run: () => openCodebookDialog({ kind: 'delete', code: code.id }),
        },
      ]}
    />
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
