import { useMemo, useRef } from 'react';
import { type PlanePoint, PlaneChart } from '../../charts/plane-chart.tsx';
import type { PlaneSheet } from '../../../shared/contract/methods/plane.ts';
import { asId, type AttributeId } from '../../../shared/domain/ids.ts';
import { useCommand, useQuery } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { Choice } from '../../ui/choice.tsx';
import { Tag } from '../../ui/tag.tsx';
import { csvText } from '../results/csv.ts';
import { ExportMenu } from '../results/export-menu.tsx';
import { coefficientText } from '../results/figures.ts';
import { useKept } from '../results/kept-state.ts';
import result from '../results/result.module.css';
import { joinedSentences } from '../results/sentences.ts';
import { groupingAttributes } from '../results/transcript-filter.tsx';
import { useNamedCodes } from '../results/use-codes.ts';
import { useProject } from '../results/use-project.ts';
import { PlaneEditor } from './plane-editor.tsx';
import { figuresOf, planeFigures, respondentDots, sourceAttributes, type Spread } from './plane-points.ts';
import styles from './plane.module.css';

type View = { readonly spread: Spread; readonly by: string; readonly respondents: 'no' | 'yes' };

/** The behaviours in the plane of individuality and morality: set by the researcher, or means of the survey or the placing task. */
export function PlaneScreen() {
  const { data } = useQuery('plane.get', {});
  return <div className={styles.screen}>{data ? <Shown sheet={data.sheet} hints={data.hints} /> : null}</div>;
}

function Shown({ sheet, hints }: { sheet: PlaneSheet; hints: Readonly<Record<string, string>> }) {
  const { t, language } = useWords();
  const project = useProject();
  const names = useNamedCodes();
  const chart = useRef<SVGSVGElement>(null);
  const [view, setView] = useKept<View>('plane.view', { spread: 'sd', by: 'none', respondents: 'no' });
  const { mutate: save } = useCommand('plane.save');
  const { mutate: addPlacing } = useCommand('plane.addPlacing');
  const { data: cases } = useQuery('cases.list', {});
  const attributes = cases ? groupingAttributes(cases) : [];
  const { source, behaviours } = sheet;

  const wanted = useMemo(
    () => [
      ...new Set(
        behaviours.flatMap((behaviour): AttributeId[] => {
          const own = sourceAttributes(behaviour, source);
          return [
            ...(own ? [own.x, own.y] : []),
            ...(behaviour.survey.acceptance ? [behaviour.survey.acceptance] : []),
          ];
        }),
      ),
    ],
    [behaviours, source],
  );
  const by = source === 'researcher' || source === 'none' ? 'none' : view.by;
  const { data: figures } = useQuery(
    'survey.figures',
    { attributes: wanted, ...(by === 'none' ? {} : { by: asId<'attribute'>(by) }) },
    { enabled: wanted.length > 0, keepPrevious: true },
  );
  const groups = useMemo(
    () => (by === 'none' ? [] : (figures?.items[0]?.groups ?? []).map(({ group }) => group)),
    [by, figures],
  );

  const nameOf = (place: number): string => names?.get(behaviours[place]!.code)?.name ?? '';
  const placed = useMemo(() => {
    const whole = by === 'none' ? [null] : groups.map((_, place) => place);
    return behaviours.flatMap((behaviour, place) =>
      whole.flatMap((group) => {
        const found = planeFigures(behaviour, source, by === 'none' ? view.spread : 'none', figuresOf(figures, group));
        return found ? [{ behaviour: place, group, figures: found }] : [];
      }),
    );
  }, [behaviours, source, view.spread, figures, by, groups]);
  const points: PlanePoint[] = placed.map(({ behaviour, group, figures: found }) => ({
    id: `${behaviours[behaviour]!.code} ${group ?? ''}`,
    behaviour,
    label: group === null ? nameOf(behaviour) : (groups[group] ?? t('results.filter.noValue')),
    lang: names?.get(behaviours[behaviour]!.code)?.lang ?? language,
    note: joinedSentences('en', [
      group === null ? '' : nameOf(behaviour),
      found.acceptance === null ? '' : t('plane.accepted', { value: coefficientText(found.acceptance) }),
      found.n === null
        ? ''
        : t('plane.n', { x: found.n[0], y: found.n[1], same: found.n[0] === found.n[1] ? 'yes' : 'no' }),
    ]),
    x: found.x,
    y: found.y,
    isGroup: group !== null,
  }));
  const dots = useMemo(
    () => (view.respondents === 'yes' && cases ? respondentDots(behaviours, source, cases.cases) : []),
    [view.respondents, behaviours, source, cases],
  );

  const ends = (axis: 'individuality' | 'morality') => ({
    name: t(`plane.${axis}`),
    low: sheet[axis].low || t('plane.end.unset'),
    high: sheet[axis].high || t('plane.end.unset'),
  });
  const definitions = (['individuality', 'morality'] as const).flatMap((axis) =>
    sheet[axis].definition === ''
      ? []
      : [t('plane.definition', { axis: t(`plane.${axis}`), text: sheet[axis].definition })],
  );
  const byName = attributes.find(({ id }) => id === by)?.name ?? '';
  const caption = joinedSentences(language, [
    t(`plane.caption.${source}`),
    source === 'survey' || source === 'placing'
      ? t('plane.caption.n', { cases: cases?.cases.length ?? 0, spread: by === 'none' ? view.spread : 'none' })
      : '',
    by === 'none' ? '' : t('plane.caption.by', { attribute: byName }),
    project?.synthetic === true ? t('comparison.caption.synthetic') : '',
  ]);

  return (
    <>
      <div className={result.titlebar}>
        <h1 className={result.title}>{t('plane.title')}</h1>
        <p className={result.caption} aria-live="polite">
          {caption}
        </p>
        <div className={result.end}>
          {project ? (
            <ExportMenu
              project={project}
              revision={project.revision}
              title={t('plane.title')}
              nameWords={[t(`plane.source.${source}`)]}
              caption={[t(`plane.source.${source}`), caption, ...definitions]}
              chart={() => chart.current}
              csv={() =>
                csvText(
                  [
                    ['project', project.name],
                    ...(project.synthetic ? [['data', 'synthetic sample'] as const] : []),
                    ['analysis', 'individuality and morality'],
                    ['source', source],
                    ['counted', caption],
                    ...definitions.map((text) => ['definition', text] as const),
                    ['revision', String(project.revision)],
                  ],
                  [
                    'behaviour',
                    'group',
                    'individuality',
                    'individualitySd',
                    'individualityN',
                    'morality',
                    'moralitySd',
                    'moralityN',
                    'acceptance',
                  ],
                  placed.map(({ behaviour, group, figures: { x, y, sd, n, acceptance } }) => [
                    names?.get(behaviours[behaviour]!.code)?.fileName ?? '',
                    group === null ? null : (groups[group] ?? '(no value)'),
                    x.value,
                    sd[0],
                    n?.[0] ?? null,
                    y.value,
                    sd[1],
                    n?.[1] ?? null,
                    acceptance,
                  ]),
                )
              }
            />
          ) : null}
        </div>
      </div>
      <fieldset aria-label={t('results.settings')} className={result.settings}>
        <Choice
          label={t('plane.source.label')}
          value={source}
          options={(['none', 'researcher', 'survey', 'placing'] as const).map((id) => ({
            id,
            label: t(`plane.choice.${id}`),
          }))}
          onChange={(next) => save({ ...sheet, source: next })}
        />
        {source === 'survey' || source === 'placing' ? (
          <>
            <Choice
              label={t('plane.spread.label')}
              value={view.spread}
              options={(['sd', 'none'] as const).map((id) => ({ id, label: t(`plane.spread.${id}`) }))}
              onChange={(spread) => setView({ ...view, spread })}
            />
            <Choice
              label={t('comparison.groups.label')}
              value={view.by}
              options={[
                { id: 'none', label: t('comparison.groups.none') },
                ...attributes.map(({ id, name }) => ({ id, label: t('results.filter.by', { attribute: name }) })),
              ]}
              onChange={(next) => setView({ ...view, by: next })}
            />
            <Choice
              label={t('plane.respondents.label')}
              value={view.respondents}
              options={(['no', 'yes'] as const).map((id) => ({ id, label: t(`plane.respondents.${id}`) }))}
              onChange={(respondents) => setView({ ...view, respondents })}
            />
          </>
        ) : null}
      </fieldset>
      <div className={styles.two}>
        <figure className={styles.figure}>
          <figcaption className={styles.tag}>
            <Tag>{t(`plane.source.${source}`)}</Tag>
          </figcaption>
          <PlaneChart
            ref={chart}
            points={points}
            dots={dots}
            xAxis={ends('individuality')}
            yAxis={ends('morality')}
            label={[
              t('plane.title'),
              ...points.map(
                ({ label, x, y, note }) => `${label} ${coefficientText(x.value)}, ${coefficientText(y.value)} ${note}`,
              ),
            ].join('. ')}
          />
          {points.length === 0 ? <p className={result.note}>{t(`plane.empty.${source}`)}</p> : null}
          {definitions.map((text) => (
            <p key={text} className={result.note}>
              {text}
            </p>
          ))}
        </figure>
        {names ? (
          <PlaneEditor
            sheet={sheet}
            hints={hints}
            names={names}
            attributes={cases?.attributes ?? []}
            placed={placed.filter(({ group }) => group === null)}
            onSave={save}
            onAddPlacing={() => addPlacing({})}
          />
        ) : null}
      </div>
    </>
  );
}
