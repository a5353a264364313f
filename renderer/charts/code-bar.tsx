import { colorRoles } from '../../shared/color/roles.ts';
import type { CodeMark } from '../../shared/domain/codebook.ts';
import styles from './portraits.module.css';

export type CodeLook = { readonly color: string; readonly mark: CodeMark };

type BarBox = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

const box = (x: number, y: number, width: number, height: number): string => `M${x} ${y}h${width}v${height}h${-width}z`;

/** Boxes of one width with gaps between them, the last cut off where the bar ends. */
function boxes({ x, y, width, height }: BarBox, long: number, gap: number): string {
  const count = Math.ceil(width / (long + gap));
  return Array.from({ length: count }, (_, place) => {
    const at = place * (long + gap);
    return box(x + at, y, Math.min(long, width - at), height);
  }).join('');
}

/** The outline of a lying bar that carries the mark of its code, so that codes of one colour are told apart without it. */
export function codeBarPath(mark: CodeMark, bar: BarBox): string {
  const { x, y, width, height } = bar;
  const third = height / 3;
  switch (mark) {
    case 'solid':
      return box(x, y, width, height);
    case 'dash':
      return boxes(bar, 6, 2);
    case 'dot':
      return boxes({ x, y: y + third / 2, width, height: 2 * third }, 2, 2);
    case 'double':
      return box(x, y, width, third) + box(x, y + 2 * third, width, third);
    case 'wave':
      return box(x, y, width, third) + boxes({ x, y: y + third, width, height: 2 * third }, 2, 2);
    default:
      return mark satisfies never;
  }
}

/** A lying bar in the colour of a code and with its mark. */
export function CodeBar({ look, ...bar }: BarBox & { readonly look: CodeLook }) {
  return (
    <path d={codeBarPath(look.mark, bar)} className={`code-color ${styles.code}`} style={colorRoles(look.color)} />
  );
}
