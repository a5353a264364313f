import { useState } from 'react';
import { useWords } from '../../i18n/text.ts';
import { Field } from '../../ui/field.tsx';

const shortest = 8;

type NewPassphraseProps = {
  /** Told what stands in both fields once it is long enough and the same, else null. */
  readonly onChange: (passphrase: string | null) => void;
};

/** A passphrase to be set, written twice. */
export function NewPassphrase({ onChange }: NewPassphraseProps) {
  const { t } = useWords();
  const [first, setFirst] = useState('');
  const [again, setAgain] = useState('');
  const tell = (one: string, other: string): void =>
    onChange(Array.from(one).length >= shortest && one === other ? one : null);
  const differs = again !== '' && !first.startsWith(again);
  return (
    <>
      <Field
        label={t('protection.passphrase')}
        value={first}
        onChange={(value) => {
          setFirst(value);
          tell(value, again);
        }}
        hint={t('protection.passphrase.hint', { shortest })}
        secret
        autoFocus
      />
      <Field
        label={t('protection.passphrase.again')}
        value={again}
        onChange={(value) => {
          setAgain(value);
          tell(first, value);
        }}
        {...(differs ? { hint: t('protection.passphrase.differs') } : {})}
        secret
      />
    </>
  );
}
