import { useState } from 'react';
import type { Attribute, StudyCase } from '../../../shared/contract/methods/cases.ts';
import { useCommand } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Tick } from '../../ui/tick.tsx';
import styles from './cases-screen.module.css';

/** More values than this are a text to read, not a list to group. */
const mostValues = 60;

/** The values of an attribute, to be counted as one where they mean the same: a city in several scripts. The originals stay. */
export function ValueGroups({ attribute, cases }: { attribute: Attribute; cases: readonly StudyCase[] }) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [name, setName] = useState('');
  const { mutate } = useCommand('attributes.group');
  const counts = new Map<string, number>();
  for (const { values } of cases) {
    const value = values[attribute.id];
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  if (counts.size < 2 || counts.size > mostValues) return null;
  const toggle = (value: string): void => {
    const next = new Set(chosen);
    if (!next.delete(value)) next.add(value);
    setChosen(next);
    if (name === '' || !next.has(name)) setName([...next][0] ?? '');
  };
  const group = (as: string | null): void =>
    mutate({ attribute: attribute.id, values: [...chosen], as }, { onSuccess: () => setChosen(new Set()) });
  return (
    <fieldset className={styles.groups}>
      <legend>{t('cases.groups.title')}</legend>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a list that scrolls must be reachable by keyboard */}
      <div className={styles.values} tabIndex={0}>
        {[...counts].map(([value, count]) => (
          <Tick
            key={value}
            label={
              <>
                <span>{value}</span>
                <span className={styles.count}>{count}</span>
                {attribute.groups[value] === undefined ? null : (
                  <span className={styles.grouped}>{t('cases.groups.as', { name: attribute.groups[value] })}</span>
                )}
              </>
            }
            isTicked={chosen.has(value)}
            onChange={() => toggle(value)}
          />
        ))}
      </div>
      {chosen.size > 0 ? (
        <div className={styles.row}>
          <Field
            label={t('cases.groups.name')}
            value={name}
            onChange={setName}
            onEnter={() => name.trim() !== '' && group(name)}
          />
          <Button isDisabled={name.trim() === ''} onPress={() => group(name)}>
            {t('cases.groups.join', { count: chosen.size })}
          </Button>
          <Button onPress={() => group(null)}>{t('cases.groups.apart')}</Button>
        </div>
      ) : null}
    </fieldset>
  );
}
