import type { ReactNode } from 'react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import styles from './choice.module.css';

export type ChoiceOption<Value extends string> = { readonly id: Value; readonly label: string };

type ChoiceProps<Value extends string> = {
  /** Stands before the value as part of a sentence: Unit *Turn*. */
  readonly label: string;
  readonly value: Value;
  readonly options: readonly ChoiceOption<Value>[];
  readonly onChange: (value: Value) => void;
  /** What the button shows instead of the value's label. */
  readonly shown?: ReactNode;
  readonly hideLabel?: boolean;
};

/** A setting as part of a sentence: its value is underlined and opens the other values. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { label, value, options, onChange, shown, hideLabel } = props;
  return (
    <Select
      className={styles.choice!}
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.id === key);
        if (chosen) onChange(chosen.id);
      }}
    >
      <Label className={hideLabel ? 'unseen' : styles.label!}>{label}</Label>
      <Button className={styles.value!}>
        <SelectValue>{shown ?? options.find((option) => option.id === value)?.label ?? ''}</SelectValue>
        <span aria-hidden className={styles.arrow} />
      </Button>
      <Popover className={styles.popover!} offset={4}>
        <ListBox className={styles.list!}>
          {options.map((option) => (
            <ListBoxItem key={option.id} id={option.id} textValue={option.label} className={styles.option!}>
              {option.label}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
