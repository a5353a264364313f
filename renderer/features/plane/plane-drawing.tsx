import type { Ref } from 'react';
import { PlaneChart, type PlanePoint } from '../../charts/plane-chart.tsx';
import { PlanePanels } from '../../charts/plane-panels.tsx';
import type { PlaneSheet } from '../../../shared/contract/methods/plane.ts';
import type { CodeId } from '../../../shared/domain/ids.ts';
import { useWords } from '../../i18n/text.ts';
import type { NamedCode } from '../results/code-names.ts';
import { coefficientText } from '../results/figures.ts';
import { joinedSentences } from '../results/sentences.ts';
import type { PlacedBehaviour } from './plane-figures-table.ts';
import { PlaneGroups } from './plane-groups.tsx';
import { respondentDots, type RespondentPlace } from './plane-points.ts';

type PlaneDrawingProps = {
  readonly ref: Ref<SVGSVGElement>;
  readonly sheet: PlaneSheet;
  readonly names: ReadonlyMap<CodeId, NamedCode> | null;
  readonly placed: readonly PlacedBehaviour[];
  /** Values of the attribute that makes the groups; null where there are none. */
  readonly groups: readonly (string | null)[] | null;
  /** Places of respondents shown as marks. */
  readonly dots: readonly RespondentPlace[];
  /** Places of the one respondent who is shown by name. */
  readonly respondent: readonly RespondentPlace[];
};

/** The plane as it stands: behaviours with their spread and respondents, or, by group, a plane for each behaviour with its figures. */
export function PlaneDrawing({ ref, sheet, names, placed, groups, dots, respondent }: PlaneDrawingProps) {
  const { t, language } = useWords();
  const named = sheet.behaviours.map(({ code }) => {
    const found = names?.get(code);
    return { id: String(code), name: found?.name ?? '', lang: found?.lang ?? language };
  });
  const ends = (axis: 'individuality' | 'morality') => ({
    name: t(`plane.${axis}`),
    low: sheet[axis].low || t('plane.end.unset'),
    high: sheet[axis].high || t('plane.end.unset'),
  });
  const axes = { xAxis: ends('individuality'), yAxis: ends('morality'), language };
  const at = (x: number, y: number): string => `${coefficientText(x)}, ${coefficientText(y)}`;
  const said = (parts: readonly string[]): string => [t('plane.title'), ...parts].join('. ');

  if (groups !== null) {
    const groupNames = groups.map((group) => group ?? t('results.filter.noValue'));
    return (
      <>
        <PlanePanels
          ref={ref}
          panels={named.flatMap(({ id, name, lang }, behaviour) => {
            const own = placed.filter((each) => each.behaviour === behaviour);
            const points = own.map(({ group, figures: { x, y } }) => ({ group: group ?? 0, x: x.value, y: y.value }));
            return points.length === 0 ? [] : [{ id, behaviour, name, lang, points }];
          })}
          groups={groupNames}
          {...axes}
          label={said(
            placed.map(
              ({ behaviour, group, figures: { x, y } }) =>
                `${named[behaviour]!.name} ${groupNames[group ?? 0]} ${at(x.value, y.value)}`,
            ),
          )}
        />
        <PlaneGroups placed={placed} behaviours={named} groups={groupNames} />
      </>
    );
  }
  const points: PlanePoint[] = [
    ...placed.map(({ behaviour, figures: { x, y, n, acceptance } }) => ({
      ...named[behaviour]!,
      behaviour,
      label: named[behaviour]!.name,
      note: joinedSentences('en', [
        acceptance === null ? '' : t('plane.accepted', { value: coefficientText(acceptance) }),
        n === null ? '' : t('plane.n', { x: n[0], y: n[1], same: n[0] === n[1] ? 'yes' : 'no' }),
      ]),
      x,
      y,
      isHollow: false,
    })),
    ...respondent.map(({ behaviour, respondent: id, name, x, y }) => ({
      id: `${named[behaviour]!.id} ${id}`,
      behaviour,
      label: t('plane.respondents.place', { respondent: name, behaviour: named[behaviour]!.name }),
      note: '',
      x: { value: x, low: null, high: null },
      y: { value: y, low: null, high: null },
      isHollow: true,
    })),
  ];
  return (
    <PlaneChart
      ref={ref}
      points={points}
      dots={respondentDots(dots)}
      {...axes}
      label={said(points.map(({ label, x, y, note }) => `${label} ${at(x.value, y.value)} ${note}`.trim()))}
    />
  );
}
