import { useQuery } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { Tick } from '../../ui/tick.tsx';
import { TickList } from '../../ui/tick-list.tsx';
import styles from './reports-screen.module.css';

/** Whether names are told, and which attributes are told where they are not. */
export type AnonymisingState = { readonly isOn: boolean; readonly kept: readonly string[] };

export const notAnonymised: AnonymisingState = { isOn: false, kept: [] };

type AnonymisingProps = { readonly state: AnonymisingState; readonly onChange: (state: AnonymisingState) => void };

/** Numbers in place of names, and the attributes that may still be told. */
export function Anonymising({ state, onChange }: AnonymisingProps) {
  const { t } = useWords();
  const { data: cases } = useQuery('cases.list', {});
  return (
    <div className={styles.people}>
      <Tick label={t('reports.anonymise')} isTicked={state.isOn} onChange={(isOn) => onChange({ ...state, isOn })} />
      {state.isOn ? (
        <>
          <p className={styles.note}>{t('reports.anonymise.text')}</p>
          {cases && cases.attributes.length > 0 ? (
            <TickList
              label={t('reports.anonymise.keep')}
              items={cases.attributes.map(({ key, name }) => ({
                id: key,
                label: name,
                isTicked: state.kept.includes(key),
              }))}
              onToggle={(key) =>
                onChange({
                  ...state,
                  kept: state.kept.includes(key) ? state.kept.filter((one) => one !== key) : [...state.kept, key],
                })
              }
            />
          ) : null}
        </>
      ) : null}
    </div>
  );
}
