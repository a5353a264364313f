import { useMemo, useState } from 'react';
import type { CodeId } from '../../../../shared/domain/ids.ts';
import { useWords } from '../../../i18n/text.ts';
import { Swatch } from '../../../ui/code-chip.tsx';
import { PickList } from '../../../ui/pick-list.tsx';
import type { NamedCode } from '../code-names.ts';
import styles from './code-pick.module.css';
import { codeSearch, hitInName } from './code-search.ts';

type PickProps = {
  readonly label: string;
  readonly codes: readonly NamedCode[];
  readonly onPick: (code: CodeId) => void;
};

/** A search for one code: a few letters of anything it is called, arrows, Enter. */
export function CodePick({ label, codes, onPick }: PickProps) {
  const { t } = useWords();
  const [query, setQuery] = useState('');
  const search = useMemo(() => codeSearch(codes), [codes]);
  const found = query.trim() === '' ? codes : search(query);
  return (
    <div className={styles.pick}>
      <PickList
        label={label}
        placeholder={t('codebook.merge.find')}
        query={query}
        onQuery={setQuery}
        options={found.map(({ code, name, lang, path }) => {
          const [before, hit, after] = hitInName(name, query);
          return {
            id: code.id,
            content: (
              <>
                <Swatch color={code.color} mark={code.mark} />
                <span lang={lang}>
                  {before}
                  <b>{hit}</b>
                  {after}
                </span>
                <span className={styles.path} lang={lang}>
                  {path}
                </span>
              </>
            ),
          };
        })}
        onPick={(id) => {
          if (id !== null) onPick(id as CodeId);
        }}
        note={found.length === 0 ? t('codebook.merge.none') : null}
      />
    </div>
  );
}
