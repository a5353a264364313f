import { planeAxes } from '../../../shared/contract/methods/plane.ts';
import { BehaviourShape } from '../../charts/behaviour-shape.tsx';
import { useWords } from '../../i18n/text.ts';
import { coefficientText, noFigure } from '../results/figures.ts';
import result from '../results/result.module.css';
import type { PlacedBehaviour } from './plane-figures-table.ts';
import styles from './plane.module.css';

type PlaneGroupsProps = {
  readonly placed: readonly PlacedBehaviour[];
  readonly behaviours: readonly { readonly name: string; readonly lang: string }[];
  /** What the groups are called, by number. */
  readonly groups: readonly string[];
};

/** The figures behind the groups of the chart: mean, standard deviation and n of both axes. */
export function PlaneGroups({ placed, behaviours, groups }: PlaneGroupsProps) {
  const { t } = useWords();
  return (
    <table className={`${result.table} ${styles.groups}`} aria-label={t('plane.groups')}>
      <thead>
        <tr>
          <th scope="col">{t('plane.column.behaviour')}</th>
          <th scope="col">{t('plane.column.group')}</th>
          {planeAxes.map((axis) => (
            <th key={axis} scope="col" className={result.number}>
              {t(`plane.${axis}`)}
            </th>
          ))}
          <th scope="col" className={result.number}>
            {t('plane.acceptance')}
          </th>
        </tr>
      </thead>
      <tbody>
        {placed.map(({ behaviour, group, figures: { x, y, sd, n, acceptance } }, place) => (
          <tr key={`${behaviour} ${group}`}>
            <th scope="row">
              {placed[place - 1]?.behaviour === behaviour ? (
                <span className="unseen">{behaviours[behaviour]!.name}</span>
              ) : (
                <span className={styles.behaviourName}>
                  <BehaviourShape place={behaviour} />
                  <span lang={behaviours[behaviour]!.lang}>{behaviours[behaviour]!.name}</span>
                </span>
              )}
            </th>
            <td>
              <span className={styles.key}>{(group ?? 0) + 1}</span> {groups[group ?? 0]}
            </td>
            {[x, y].map(({ value }, axis) => (
              <td key={axis === 0 ? 'x' : 'y'} className={result.number}>
                {coefficientText(value)}{' '}
                <span className={styles.beside}>
                  {t('comparison.survey.spread', {
                    sd: sd[axis] === null ? noFigure : coefficientText(sd[axis]!),
                    n: n?.[axis] ?? 0,
                  })}
                </span>
              </td>
            ))}
            <td className={result.number}>{acceptance === null ? noFigure : coefficientText(acceptance)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
