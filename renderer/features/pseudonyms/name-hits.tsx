import { memo } from 'react';
import { nameContext, type PseudonymHit } from '../../../shared/contract/methods/pseudonyms.ts';
import { shownAfter, shownBefore } from '../../../shared/text/cut-context.ts';
import { guessLanguage } from '../../../shared/text/language.ts';
import { useWords } from '../../i18n/text.ts';
import { HitGroup } from '../results/hit-group.tsx';
import group from '../results/hit-group.module.css';
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
    <HitGroup
      name={name}
      count={hits.length}
      taken={taken}
      label={t('pseudonyms.choose.document', { name })}
      onTakeAll={(isTaken) => leaveHits(hits, !isTaken)}
    >
      {hits.map((hit) => (
        <Hit key={hitKey(hit)} hit={hit} pseudonym={pseudonyms[hit.entry] ?? ''} isTaken={!left.has(hitKey(hit))} />
      ))}
    </HitGroup>
  );
}

type HitProps = { readonly hit: PseudonymHit; readonly pseudonym: string; readonly isTaken: boolean };

const Hit = memo(function Hit({ hit, pseudonym, isTaken }: HitProps) {
  const { t } = useWords();
  const { before, found, after, inWord } = hit;
  return (
    <li>
      <label className={group.row}>
        <input
          type="checkbox"
          aria-label={t('pseudonyms.choose', { found, pseudonym })}
          checked={isTaken}
          onChange={(event) => leaveHits([hit], !event.target.checked)}
        />
        <span className={group.words} lang={guessLanguage(before + after)} dir="auto" translate="no">
          {shownBefore(before, nameContext)}
          {isTaken ? <del className={styles.name}>{found}</del> : found}
          {isTaken ? <ins className={`${group.found} ${styles.pseudonym}`}>{pseudonym}</ins> : null}
          {shownAfter(after, nameContext)}
        </span>
        {inWord ? <Tag>{t('pseudonyms.inWord')}</Tag> : null}
      </label>
    </li>
  );
});
