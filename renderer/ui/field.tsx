import { Input, Label, Text, TextArea, TextField } from 'react-aria-components';
import { isComposing } from './composing.ts';
import { useConfirm } from './dialog.tsx';
import styles from './field.module.css';

type FieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  /** The label is for screen readers only (a filter above its list). */
  readonly hideLabel?: boolean;
  readonly autoFocus?: boolean;
  readonly lines?: number;
  readonly hint?: string;
  /** Language of what is typed, where it is not the interface's. */
  readonly lang?: string;
  /** In a dialog Enter does what its main button does, if nothing else is said. */
  readonly onEnter?: () => void;
  /** What is typed is not shown. */
  readonly secret?: boolean;
};

/** One line or a few lines of text with a label; spelling help is off, it would send words away or download dictionaries. */
export function Field(props: FieldProps) {
  const { label, value, onChange, placeholder, hideLabel, autoFocus, lines, hint, lang, onEnter, secret } = props;
  const confirm = useConfirm();
  const enter = onEnter ?? confirm;
  const common = {
    className: styles.input!,
    spellCheck: false,
    autoComplete: 'off',
    autoCorrect: 'off',
    ...(lang === undefined ? {} : { lang }),
    ...(placeholder === undefined ? {} : { placeholder }),
  };
  return (
    <TextField
      type={secret ? 'password' : 'text'}
      className={styles.field!}
      value={value}
      onChange={onChange}
      autoFocus={autoFocus ?? false}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || lines || !enter || isComposing(event.nativeEvent)) {
          // Escape is for the dialog around the field.
          if ('continuePropagation' in event) event.continuePropagation();
          return;
        }
        event.preventDefault();
        enter();
      }}
    >
      <Label className={hideLabel ? 'unseen' : styles.label!}>{label}</Label>
      {lines ? <TextArea {...common} rows={lines} /> : <Input {...common} />}
      {hint ? (
        <Text slot="description" className={styles.hint}>
          {hint}
        </Text>
      ) : null}
    </TextField>
  );
}
