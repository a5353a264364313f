import { Swatch } from '../../../ui/code-chip.tsx';
import type { NamedCode } from '../code-names.ts';
import { hitInName } from './code-search.ts';
import styles from './found-code.module.css';

/** A code among those found: its sign, its name with the letters that were looked for, and where it stands. */
export function FoundCode({ named: { code, name, lang, path }, query }: { named: NamedCode; query: string }) {
  const [before, hit, after] = hitInName(name, query);
  return (
    <>
      <Swatch color={code.color} mark={code.mark} />
      <span className={styles.name} lang={lang}>
        {before}
        <b>{hit}</b>
        {after}
      </span>
      <span className={styles.path} lang={lang}>
        {path}
      </span>
    </>
  );
}
