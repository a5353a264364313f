import { useId } from 'react';
import list from './tick-list.module.css';
import tick from './tick.module.css';

type RadioListProps<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly id: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
};

/** One of a few named things, all of them in sight. */
export function RadioList<Value extends string>({ label, value, options, onChange }: RadioListProps<Value>) {
  const name = useId();
  return (
    <fieldset className={list.list}>
      <legend className={list.label}>{label}</legend>
      {options.map((option) => (
        <label key={option.id} className={tick.tick}>
          <input type="radio" name={name} checked={option.id === value} onChange={() => onChange(option.id)} />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
