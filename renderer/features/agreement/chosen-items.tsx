import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import choice from '../../ui/choice.module.css';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './chosen-items.module.css';

export type ChosenItem<Id extends string> = {
  readonly id: Id;
  readonly name: string;
  readonly lang?: string;
  /** In a tree: 0 at the top; what follows deeper belongs to it and is chosen along with it. */
  readonly depth: number;
};

type ChosenItemsProps<Id extends string> = {
  /** Stands before the value as part of a sentence: Codes *All*. */
  readonly label: string;
  readonly items: readonly ChosenItem<Id>[];
  /** Undefined: all. */
  readonly chosen: readonly Id[] | undefined;
  readonly onChange: (chosen: readonly Id[] | undefined) => void;
};

/** Which of many are compared, as part of the sentence of settings; its value opens a list of boxes. */
export function ChosenItems<Id extends string>({ label, items, chosen, onChange }: ChosenItemsProps<Id>) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const value =
    chosen === undefined
      ? t('agreement.chosen.all')
      : t('agreement.chosen.some', { count: chosen.length, total: items.length });
  return (
    <span className={choice.choice}>
      {label}
      <AriaButton className={choice.value!} aria-label={`${label}: ${value}`} onPress={() => setOpen(true)}>
        {value}
        <span aria-hidden className={choice.arrow} />
      </AriaButton>
      {isOpen ? (
        <ItemsDialog label={label} items={items} chosen={chosen} onChange={onChange} onClose={() => setOpen(false)} />
      ) : null}
    </span>
  );
}

/** The item at a place with everything below it in the tree. */
function withBelow<Id extends string>(items: readonly ChosenItem<Id>[], place: number): readonly Id[] {
  const { depth } = items[place]!;
  const next = items.findIndex((item, at) => at > place && item.depth <= depth);
  return items.slice(place, next === -1 ? items.length : next).map(({ id }) => id);
}

function ItemsDialog<Id extends string>(props: ChosenItemsProps<Id> & { readonly onClose: () => void }) {
  const { label, items, chosen: before, onChange, onClose } = props;
  const { t } = useWords();
  const [chosen, setChosen] = useState<ReadonlySet<Id>>(new Set(before ?? items.map(({ id }) => id)));
  const isAll = chosen.size === items.length;
  const toggle = (place: number, isOn: boolean): void => {
    const next = new Set(chosen);
    for (const id of withBelow(items, place)) {
      if (isOn) next.add(id);
      else next.delete(id);
    }
    setChosen(next);
  };
  return (
    <Dialog
      title={label}
      onClose={onClose}
      buttons={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button
            look="main"
            isDisabled={chosen.size === 0}
            onPress={() => {
              onChange(isAll ? undefined : items.map(({ id }) => id).filter((id) => chosen.has(id)));
              onClose();
            }}
          >
            {t('agreement.chosen.apply', { count: chosen.size })}
          </Button>
        </>
      }
    >
      <label className={styles.item}>
        <input
          type="checkbox"
          checked={isAll}
          onChange={() => setChosen(new Set(isAll ? [] : items.map(({ id }) => id)))}
        />
        {t('agreement.chosen.all')}
      </label>
      <ul className={styles.list} aria-label={label}>
        {items.map(({ id, name, lang, depth }, place) => (
          <li key={id} style={{ paddingInlineStart: `${depth * 1.25}rem` }}>
            <label className={styles.item}>
              <input
                type="checkbox"
                checked={chosen.has(id)}
                onChange={(event) => toggle(place, event.target.checked)}
              />
              <span lang={lang}>{name}</span>
            </label>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
