import { type Ref, useMemo } from 'react';
import { codeColorStyle } from '../ui/code-chip.tsx';
import { cellAt, useRovingCells } from '../ui/use-roving-cells.ts';
import { linkFigures } from './link-figures.ts';
import styles from './network.module.css';
import { networkLayout, type NetworkLink } from './network-layout.ts';
import { nodeNames } from './node-names.ts';

export type NetworkNode = {
  readonly name: string;
  readonly lang: string;
  readonly count: number;
  /** The colour stored with the code: it is drawn as a stripe is. */
  readonly color: string;
};

type NetworkProps = {
  readonly ref?: Ref<SVGSVGElement>;
  readonly nodes: readonly NetworkNode[];
  /** With the count each stands for. */
  readonly links: readonly (NetworkLink & { readonly count: number })[];
  readonly width: number;
  readonly height: number;
  readonly countText: (count: number) => string;
  readonly linkLabel: (from: number, to: number, count: number) => string;
  readonly nodeLabel: (node: number) => string;
  /** One node, or the two of a link. */
  readonly selected: readonly number[];
  readonly onNode: (node: number) => void;
  readonly onLink: (from: number, to: number) => void;
};

const margin = { x: 40, y: 26 };

/**
 * Codes as nodes, what occurs together as links, the thicker the more often. Every node and link is a button: arrow keys
 * move between them, a node's links after it.
 */
export function Network(props: NetworkProps) {
  const { ref, nodes, links, width, height, countText, linkLabel, nodeLabel, selected, onNode, onLink } = props;
  const cells = useRovingCells<SVGGElement>();
  const places = useMemo(() => networkLayout(nodes.length, links), [nodes.length, links]);
  const at = (node: number) => ({
    x: margin.x + places[node]!.x * (width - 2 * margin.x),
    y: margin.y + places[node]!.y * (height - 2 * margin.y),
  });
  const most = nodes.reduce((largest, { count }) => Math.max(largest, count), 1);
  const radius = (count: number): number => 4 + 9 * Math.sqrt(count / most);
  const press = (run: () => void) => ({
    onClick: run,
    onKeyDown: (event: React.KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      run();
    },
  });
  const discs = nodes.map(({ name, count }, node) => ({ ...at(node), radius: radius(count), name }));
  const names = nodeNames(discs, { width, height });
  const figures = linkFigures(
    discs,
    names.map(({ box }) => box),
    links.map(({ from, to, count }) => ({ from, to, text: countText(count) })),
  );
  const ofNode = new Map<number, number>();
  return (
    <svg ref={ref} width={width} height={height} className={styles.network}>
      <g ref={cells}>
        {links.map(({ from, to, weight, count }) => {
          const [a, b] = [at(from), at(to)];
          const place = (ofNode.get(from) ?? 0) + 1;
          ofNode.set(from, place);
          const isSelected = selected.length === 2 && selected.includes(from) && selected.includes(to);
          return (
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- SVG has no button of its own
            <g
              key={`${from} ${to}`}
              role="button"
              aria-label={linkLabel(from, to, count)}
              aria-pressed={isSelected}
              className={styles.link}
              data-selected={isSelected || undefined}
              {...press(() => onLink(from, to))}
              {...cellAt(from, place)}
            >
              <line x1={a.x} y1={a.y} x2={b.x} y2={b.y} className={styles.reach} data-only="screen" />
              <line x1={a.x} y1={a.y} x2={b.x} y2={b.y} strokeWidth={1 + 5 * weight} className={styles.line} />
            </g>
          );
        })}
        {links.map(({ from, to, count }, place) => (
          <text key={`${from} ${to}`} x={figures[place]!.x} y={figures[place]!.y + 4} className={styles.count}>
            {countText(count)}
          </text>
        ))}
        {nodes.map((node, place) => {
          const { x, y, radius: r } = discs[place]!;
          const name = names[place]!;
          return (
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- SVG has no button of its own
            <g
              key={node.name + String(place)}
              role="button"
              aria-label={nodeLabel(place)}
              aria-pressed={selected.length === 1 && selected[0] === place}
              className={styles.node}
              data-selected={selected.includes(place) || undefined}
              {...press(() => onNode(place))}
              {...cellAt(place, 0)}
            >
              <circle cx={x} cy={y} r={r} className={`code-color ${styles.disc}`} style={codeColorStyle(node.color)} />
              <text x={name.x} y={name.y} lang={node.lang} textAnchor={name.anchor} className={styles.name}>
                {node.name}
              </text>
            </g>
          );
        })}
      </g>
    </svg>
  );
}
