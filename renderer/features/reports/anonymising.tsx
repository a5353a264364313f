import { useQuery } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
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
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={state.isOn}
          onChange={(event) => onChange({ ...state, isOn: event.target.checked })}
        />
        {t('reports.anonymise')}
      </label>
      {state.isOn ? (
        <>
          <p className={styles.note}>{t('reports.anonymise.text')}</p>
          {cases && cases.attributes.length > 0 ? (
            <fieldset className={styles.kept}>
              <legend>{t('reports.anonymise.keep')}</legend>
              <div className={styles.keptList}>
                {cases.attributes.map(({ key, name }) => (
                  <label key={key} className={styles.check}>
                    <input
                      type="checkbox"
                      checked={state.kept.includes(key)}
                      onChange={(event) =>
                        onChange({
                          ...state,
                          kept: event.target.checked ? [...state.kept, key] : state.kept.filter((one) => one !== key),
                        })
                      }
                    />
                    {name}
                  </label>
                ))}
              </div>
            </fieldset>
          ) : null}
        </>
      ) : null}
    </div>
  );
}
