import { useMemo, useState } from 'react';
import type { CodeId } from '../../../../shared/domain/ids.ts';
import { useWords } from '../../../i18n/text.ts';
import { PickList } from '../../../ui/pick-list.tsx';
import type { NamedCode } from '../code-names.ts';
import styles from './code-pick.module.css';
import { codeSearch } from './code-search.ts';
import { FoundCode } from './found-code.tsx';

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
        options={found.map((named) => ({ id: named.code.id, content: <FoundCode named={named} query={query} /> }))}
        onPick={(id) => {
          if (id !== null) onPick(id as CodeId);
        }}
        note={found.length === 0 ? t('codebook.merge.none') : null}
      />
    </div>
  );
}
