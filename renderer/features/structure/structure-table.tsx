import type { ArrowEvidence, StructureArrow, StructureVariable } from '../../../shared/contract/methods/structure.ts';
import type { CodeId } from '../../../shared/domain/ids.ts';
import { useWords } from '../../i18n/text.ts';
import { coefficientText, countText } from '../results/figures.ts';
import result from '../results/result.module.css';
import { undefinedText } from '../results/undefined-text.ts';
import { useNamedCodes } from '../results/use-codes.ts';
import styles from './structure-screen.module.css';

type TableProps = {
  readonly arrows: readonly StructureArrow[];
  readonly variables: readonly StructureVariable[];
  readonly behaviours: readonly CodeId[];
  readonly evidence: readonly ArrowEvidence[];
  readonly chosen: { readonly arrow: string; readonly behaviour: CodeId | null } | null;
  readonly onChoose: (arrow: StructureArrow, behaviour: CodeId | null) => void;
};

/** Every arrow for every behaviour side by side: joint passages, which open, and the correlation of the survey's items with its n. */
export function StructureTable({ arrows, variables, behaviours, evidence, chosen, onChoose }: TableProps) {
  const { t } = useWords();
  const codes = useNamedCodes();
  const names = new Map(variables.map(({ id, name }) => [id, name]));
  const columns: readonly (CodeId | null)[] = [...behaviours, null];
  const columnName = (behaviour: CodeId | null): string =>
    behaviour === null ? t('structure.together') : (codes?.get(behaviour)?.name ?? '');
  return (
    <table className={`${result.table} ${styles.table}`}>
      <thead>
        <tr>
          <th scope="col">{t('structure.column.arrow')}</th>
          {columns.map((behaviour) => (
            <th key={behaviour ?? ''} scope="col" className={result.number}>
              {columnName(behaviour)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {arrows.map((arrow) => {
          const said = t('structure.arrow', { from: names.get(arrow.source) ?? '', to: names.get(arrow.target) ?? '' });
          return (
            <tr key={arrow.id}>
              <th scope="row">{said}</th>
              {columns.map((behaviour) => {
                const cell = evidence.find((one) => one.arrow === arrow.id && one.behaviour === behaviour);
                const isChosen = chosen?.arrow === arrow.id && chosen.behaviour === behaviour;
                return (
                  <td key={behaviour ?? ''} className={result.number} data-selected={isChosen}>
                    {cell?.passages ? (
                      <button
                        type="button"
                        className={result.figure}
                        aria-label={t('structure.open', {
                          arrow: said,
                          behaviour: columnName(behaviour),
                          count: cell.passages.count,
                        })}
                        aria-pressed={isChosen}
                        onClick={() => onChoose(arrow, behaviour)}
                      >
                        {countText(cell.passages.count)}
                      </button>
                    ) : (
                      <span className={result.undefined}>{t('structure.noCode')}</span>
                    )}
                    <span className={styles.correlation}>
                      {cell?.correlation
                        ? 'value' in cell.correlation.coefficient
                          ? t('structure.correlation', {
                              value: coefficientText(cell.correlation.coefficient.value),
                              n: cell.correlation.n,
                            })
                          : t('structure.correlation.undefined', {
                              n: cell.correlation.n,
                              reason: undefinedText(t, cell.correlation.coefficient.undefined),
                            })
                        : t('structure.noItem')}
                    </span>
                  </td>
                );
              })}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
