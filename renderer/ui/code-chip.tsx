import type { CSSProperties } from 'react';
import type { CodeMark } from '../../shared/domain/codebook.ts';
import { colorRoles } from '../../shared/color/roles.ts';
import styles from './code-chip.module.css';

/** Custom properties that give a stored colour its stripe and tint; goes with the class `code-color`. */
export function codeColorStyle(color: string): CSSProperties {
  return colorRoles(color);
}

/** The small bar that stands for a code: its family's colour, its own mark. */
export function Swatch({ color, mark, retired }: { color: string; mark: CodeMark; retired?: boolean }) {
  return (
    <i
      aria-hidden
      className={`code-color ${styles.swatch} ${styles[mark]} ${retired ? styles.retiredSwatch : ''}`}
      style={codeColorStyle(color)}
    />
  );
}

type ChipProps = {
  readonly name: string;
  /** Language of the name. */
  readonly lang?: string | undefined;
  readonly color: string;
  readonly mark: CodeMark;
  readonly retired?: boolean;
};

/** A code in running text: swatch and name, no pill. */
export function CodeChip({ name, lang, color, mark, retired }: ChipProps) {
  return (
    <span className={styles.chip}>
      <Swatch color={color} mark={mark} retired={retired ?? false} />
      <span lang={lang} className={`${styles.name} ${retired ? styles.retired : ''}`}>
        {name}
      </span>
    </span>
  );
}
