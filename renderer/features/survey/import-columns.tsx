import { attributeTypes } from '../../../shared/domain/attribute.ts';
import type { SurveyColumn } from '../../../shared/contract/methods/survey.ts';
import { useWords } from '../../i18n/text.ts';
import { Choice } from '../../ui/choice.tsx';
import result from '../results/result.module.css';
import { type ColumnUse, type ImportChoices, withRange, withUse } from './import-choices.ts';
import styles from './survey-screen.module.css';

type ColumnsProps = {
  readonly columns: readonly SurveyColumn[];
  readonly choices: ImportChoices;
  readonly onChange: (choices: ImportChoices) => void;
};

/** Every column with what it is taken for; what the project already has keeps its type. */
export function ImportColumns({ columns, choices, onChange }: ColumnsProps) {
  const { t } = useWords();
  return (
    <section aria-label={t('survey.import.columns')}>
      <h2>{t('survey.import.columns')}</h2>
      <table className={`${result.table} ${styles.columns}`}>
        <thead>
          <tr>
            <th scope="col">{t('survey.import.column')}</th>
            <th scope="col">{t('survey.import.use')}</th>
            <th scope="col">{t('survey.import.range')}</th>
            <th scope="col" className={result.number}>
              {t('survey.import.filled')}
            </th>
            <th scope="col" className={result.number}>
              {t('survey.import.distinct')}
            </th>
            <th scope="col">{t('survey.import.examples')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <tr key={column.header}>
              <th scope="row" className={column.faults > 0 ? styles.bad : undefined}>
                {column.header}
              </th>
              <td>
                <Choice
                  hideLabel
                  label={t('survey.import.useOf', { column: column.header })}
                  value={column.role === 'attribute' ? column.type : column.role}
                  options={usesOf(column).map((use) => ({ id: use, label: wordOf(t, use) }))}
                  onChange={(use) => onChange(withUse(choices, column.header, use))}
                />
              </td>
              <td>
                <Range column={column} choices={choices} onChange={onChange} />
              </td>
              <td className={result.number}>{column.filled}</td>
              <td className={result.number}>{column.distinct}</td>
              <td className={styles.examples} title={(column.categories ?? column.examples).join(' · ')}>
                {(column.categories ?? column.examples).join(' · ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function usesOf({ role, type, attribute }: SurveyColumn): ColumnUse[] {
  if (role === 'key') return ['key'];
  // What stands in the project is changed there, where its values are.
  const types: readonly ColumnUse[] = attribute === null ? attributeTypes : [type];
  return ['key', 'document', ...types, 'ignored'];
}

function wordOf(t: ReturnType<typeof useWords>['t'], use: ColumnUse): string {
  if (use === 'key' || use === 'document' || use === 'ignored') return t(`survey.import.use.${use}`);
  return t(`cases.type.${use}`);
}

function Range({ column, choices, onChange }: { readonly column: SurveyColumn } & Omit<ColumnsProps, 'columns'>) {
  const { t } = useWords();
  const { header, role, type, attribute, minimum, maximum } = column;
  if (role !== 'attribute' || (type !== 'integer' && type !== 'decimal')) return null;
  if (attribute !== null) return minimum === null && maximum === null ? null : `${minimum ?? ''}–${maximum ?? ''}`;
  const field = (end: 'minimum' | 'maximum') => (
    <input
      type="number"
      className={styles.range}
      aria-label={t(`survey.import.${end}`, { column: header })}
      value={(end === 'minimum' ? minimum : maximum) ?? ''}
      onChange={(event) => {
        const value = event.target.value === '' ? null : Number(event.target.value);
        onChange(withRange(choices, header, { type, minimum, maximum, [end]: value }));
      }}
    />
  );
  return (
    <>
      {field('minimum')} – {field('maximum')}
    </>
  );
}
