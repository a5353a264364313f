import type { CodingId } from '../../../shared/domain/ids.ts';
import { codePointOffsets } from '../../../shared/text/offsets.ts';
import { guessLanguage } from '../../../shared/text/language.ts';
import { shortDateTime } from '../../i18n/format.ts';
import { useWords } from '../../i18n/text.ts';
import { Swatch } from '../../ui/code-chip.tsx';
import { CloseIcon } from '../../ui/icons.tsx';
import type { NamedCode } from '../codebook/code-names.ts';
import { useNamedCodes } from '../codebook/use-named-codes.ts';
import { MemoEditor } from '../memos/memo-editor.tsx';
import type { MemoPlace } from '../memos/sent-memos.ts';
import { chooseCoding, type ComingCoding, hoverCoding, writeMemo } from '../transcript/transcript-state.ts';
import type { DocumentView, PlacedCoding } from '../transcript/use-document-view.ts';
import styles from './passage-pane.module.css';

type ItemProps = {
  readonly view: DocumentView;
  /** A coding, or one that is still being made and whose memo is begun. */
  readonly item: PlacedCoding | ComingCoding;
  readonly isSelected: boolean;
  /** Whether its memo is being written. */
  readonly isWritten: boolean;
  readonly onRemove: (coding: CodingId) => void;
  /** Up or down in the list. */
  readonly onStep: (by: 1 | -1) => void;
};

/** A coding in the list of those on a passage, with its memo. The field of a memo stays the same one when the coding comes. */
export function CodingItem({ view, item, isSelected, isWritten, onRemove, onStep }: ItemProps) {
  const { t } = useWords();
  const one = 'id' in item ? item : null;
  const code = useCodeOf(item);
  const memo = one?.memo;
  const target: MemoPlace = one ? { kind: 'coding', id: one.id } : { coming: item as ComingCoding };
  return (
    <li className={isSelected ? `${styles.item} ${styles.on}` : styles.item}>
      {one ? (
        <button
          type="button"
          data-item={one.id}
          className={styles.main}
          aria-pressed={isSelected}
          onClick={() => chooseCoding(one.id, one.start)}
          onFocus={() => hoverCoding(one.id)}
          onBlur={() => hoverCoding(null)}
          onPointerEnter={() => hoverCoding(one.id)}
          onPointerLeave={() => hoverCoding(null)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
            event.preventDefault();
            event.stopPropagation();
            onStep(event.key === 'ArrowDown' ? 1 : -1);
          }}
        >
          <CodingLines view={view} item={one} code={code} />
        </button>
      ) : (
        <div className={styles.main}>
          <CodingLines view={view} item={item} code={code} />
        </div>
      )}
      {one?.isOwn ? (
        <button
          type="button"
          className={styles.remove}
          aria-label={t('coding.passage.remove', { name: code.name })}
          onClick={() => onRemove(one.id)}
        >
          <CloseIcon />
        </button>
      ) : null}
      {one && memo && !isWritten ? (
        <button type="button" className={styles.memo} onClick={() => writeMemo({ coding: one.id })}>
          <span className="unseen">{t('coding.passage.memo', { name: code.name })} </span>
          <span lang={guessLanguage(memo.text)}>{memo.text}</span>
        </button>
      ) : null}
      {one?.isOwn && isSelected && !memo && !isWritten ? (
        <button
          type="button"
          className={`${styles.memo} ${styles.write}`}
          onClick={() => writeMemo({ coding: one.id })}
        >
          {t('coding.passage.writeMemo')}
        </button>
      ) : null}
      {isWritten ? (
        <div className={styles.editor}>
          <MemoEditor
            label={t('coding.memo.coding', { name: code.name })}
            target={target}
            text={memo?.text ?? ''}
            body={memo?.body ?? null}
            language={view.language}
          />
        </div>
      ) : null}
    </li>
  );
}

/** What a coding is with: a code as it is named and drawn; of one that is being made too there is only the name. */
type ShownCode = Pick<NamedCode, 'name'> & Partial<Pick<NamedCode, 'lang' | 'path' | 'code'>>;

function useCodeOf(item: PlacedCoding | ComingCoding): ShownCode {
  const codes = useNamedCodes();
  if ('id' in item) return item.code;
  return typeof item.code === 'object' ? item.code : (codes?.get(item.code) ?? { name: '' });
}

/** What it is, whose, since when and how long. */
function CodingLines({ view, item, code }: Pick<ItemProps, 'view' | 'item'> & { readonly code: ShownCode }) {
  const { t, language } = useWords();
  const one = 'id' in item ? item : null;
  const count = codePointOffsets(view.text.slice(item.start, item.end)).length;
  const said = [
    one ? view.coderName(one.coding.coder) : view.ownName,
    ...(one ? [shortDateTime(one.coding.createdAt, language)] : []),
    t('coding.passage.characters', { count }),
  ];
  return (
    <>
      {code.code ? <Swatch color={code.code.color} mark={code.code.mark} retired={code.code.retired} /> : null}
      <span className={styles.words}>
        <b lang={code.lang} className={styles.name} title={code.path}>
          {code.name}
        </b>
        <span className={styles.meta}>{said.join(' · ')}</span>
        {one?.selection.state === 'uncertain' ? (
          <span className={styles.uncertain}>{t('coding.passage.uncertain')}</span>
        ) : null}
      </span>
    </>
  );
}
