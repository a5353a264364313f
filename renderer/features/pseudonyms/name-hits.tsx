import { memo } from 'react';
import { nameContext, type PseudonymHit } from '../../../shared/contract/methods/pseudonyms.ts';
import { useWords } from '../../i18n/text.ts';
import { countText } from '../results/figures.ts';
import { Tag } from '../../ui/tag.tsx';
import styles from './name-hits.module.css';
import { hitKey, leaveHits, usePseudonyms } from './pseudonyms-state.ts';

type NameHitsProps = {
  readonly name: string;
  readonly hits: readonly PseudonymHit[];
  readonly pseudonyms: readonly string[];
};

/** The hits of one transcript as they will read; each can be left as it is. */
export function NameHits({ name, hits, pseudonyms }: NameHitsProps) {
  const { t } = useWords();
  const left = usePseudonyms(({ left: keys }) => keys);
  const taken = hits.filter((hit) => !left.has(hitKey(hit))).length;
  return (
    <section aria-label={name} className={styles.group}>
      <h2 className={styles.document}>
        <input
          type="checkbox"
          aria-label={t('pseudonyms.choose.document', { name })}
          checked={taken === hits.length}
          ref={(box) => {
            if (box) box.indeterminate = taken > 0 && taken < hits.length;
          }}
          onChange={(event) => leaveHits(hits, !event.target.checked)}
        />
        {name}
        <span className={styles.count}>{countText(hits.length)}</span>
      </h2>
      <ul>
        {hits.map((hit) => (
          <Hit key={hitKey(hit)} hit={hit} pseudonym={pseudonyms[hit.entry] ?? ''} isTaken={!left.has(hitKey(hit))} />
        ))}
      </ul>
    </section>
  );
}

type HitProps = { readonly hit: PseudonymHit; readonly pseudonym: string; readonly isTaken: boolean };

const Hit = memo(function Hit({ hit, pseudonym, isTaken }: HitProps) {
  const { t } = useWords();
  const { before, found, after, inWord } = hit;
  return (
    <li className={styles.row}>
      <label className={styles.hit}>
        <input
          type="checkbox"
          aria-label={t('pseudonyms.choose', { found, pseudonym })}
          checked={isTaken}
          onChange={(event) => leaveHits([hit], !event.target.checked)}
        />
        <span className={styles.words} dir="auto" translate="no">
          {before.length < nameContext ? before : `…${before}`}
          {isTaken ? <del className={styles.name}>{found}</del> : found}
          {isTaken ? <ins className={styles.pseudonym}>{pseudonym}</ins> : null}
          {after.length < nameContext ? after : `${after}…`}
        </span>
        {inWord ? <Tag>{t('pseudonyms.inWord')}</Tag> : null}
      </label>
    </li>
  );
});
