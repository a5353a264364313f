import type { ViewState } from '../../../shared/contract/methods/settings.ts';
import { type ReactNode, useEffect, useMemo } from 'react';
import { Group, Panel, type PanelImperativeHandle, Separator, usePanelRef } from 'react-resizable-panels';
import { useQueryPart } from '../../api/hooks.ts';
import { rememberedView, rememberView } from '../../api/remembered-view.ts';
import { type Command, useCommands } from '../../app/commands/registry.ts';
import { useWords } from '../../i18n/text.ts';
import { useTranscript } from '../transcript/transcript-state.ts';
import styles from './coding-panes.module.css';

type PanesProps = {
  readonly lists: ReactNode;
  readonly codebook: ReactNode;
  readonly middle: ReactNode;
  readonly passage: ReactNode;
  readonly rules: ReactNode;
};

/** Widths the panes have until the reader moves them, in pixels, by the window's width. */
function deliveredWidths(window: number): { readonly left: number; readonly right: number } {
  if (window >= 1800) return { left: 304, right: 376 };
  return window >= 1400 ? { left: 256, right: 296 } : { left: 228, right: 272 };
}

const paneSizes = ({ panes }: ViewState): ViewState['panes'] => panes;

/** What is remembered of panes replaces all of it. */
function rememberPanes(name: string, sizes: number[]): void {
  rememberView({ panes: { ...rememberedView()?.panes, [name]: sizes } });
}

function toggle(panel: PanelImperativeHandle | null): void {
  if (panel?.isCollapsed()) panel.expand();
  else panel?.collapse();
}

/** Three panes; the outer ones fold away; the project remembers how they stood. */
export function CodingPanes({ lists, codebook, middle, passage, rules }: PanesProps) {
  const { t } = useWords();
  const left = usePanelRef();
  const right = usePanelRef();
  const panes = useQueryPart('view.get', {}, paneSizes);
  const widths = useMemo(() => deliveredWidths(window.innerWidth), []);
  const commands = useMemo<readonly Command[]>(
    () => [
      { id: 'pane.left', message: 'command.pane.left', keys: ['Mod+1'], run: () => toggle(left.current) },
      { id: 'pane.right', message: 'command.pane.right', keys: ['Mod+3'], run: () => toggle(right.current) },
    ],
    [left, right],
  );
  useCommands(commands);
  // A memo is written in the right pane: it must be there.
  const isWriting = useTranscript(({ memo }) => memo !== null);
  useEffect(() => {
    if (isWriting && right.current?.isCollapsed()) right.current.expand();
  }, [isWriting, right]);

  if (!panes) return null;
  const columns = panes['coding'];
  const rows = panes['codingLists'];
  return (
    <Group
      orientation="horizontal"
      className={styles.panes}
      {...(columns?.length === 3
        ? { defaultLayout: { left: columns[0]!, middle: columns[1]!, right: columns[2]! } }
        : {})}
      onLayoutChanged={(layout) =>
        rememberPanes('coding', [layout['left'] ?? 0, layout['middle'] ?? 0, layout['right'] ?? 0])
      }
    >
      <Panel
        id="left"
        panelRef={left}
        defaultSize={widths.left}
        minSize={200}
        maxSize={480}
        collapsible
        className={styles.side}
      >
        <Group
          orientation="vertical"
          className={styles.lists}
          {...(rows?.length === 2 ? { defaultLayout: { documents: rows[0]!, codebook: rows[1]! } } : {})}
          onLayoutChanged={(layout) =>
            rememberPanes('codingLists', [layout['documents'] ?? 0, layout['codebook'] ?? 0])
          }
        >
          <Panel id="documents" defaultSize={212} minSize={92}>
            {lists}
          </Panel>
          <Separator className={styles.across} aria-label={t('app.resize.lists')} />
          <Panel id="codebook" minSize={120}>
            {codebook}
          </Panel>
        </Group>
      </Panel>
      <Separator className={styles.along} aria-label={t('app.resize.left')} />
      <Panel id="middle" minSize={420}>
        {middle}
      </Panel>
      <Separator className={styles.along} aria-label={t('app.resize.right')} />
      <Panel
        id="right"
        panelRef={right}
        defaultSize={widths.right}
        minSize={240}
        maxSize={560}
        collapsible
        className={styles.side}
      >
        <div className={styles.right}>
          <div className={styles.passage}>{passage}</div>
          <div className={styles.rules}>{rules}</div>
        </div>
      </Panel>
    </Group>
  );
}
