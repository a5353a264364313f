import { useMemo, useRef } from 'react';
import { planeAxes, type PlaneSheet } from '../../../shared/contract/methods/plane.ts';
import { asId, type AttributeId } from '../../../shared/domain/ids.ts';
import { useCommand, useQuery } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { Choice } from '../../ui/choice.tsx';
import { Tag } from '../../ui/tag.tsx';
import { ExportMenu } from '../results/export-menu.tsx';
import { useKept } from '../results/kept-state.ts';
import result from '../results/result.module.css';
import { joinedSentences } from '../results/sentences.ts';
import { groupingAttributes } from '../results/transcript-filter.tsx';
import { useNamedCodes } from '../results/use-codes.ts';
import { useProject } from '../results/use-project.ts';
import { PlaneDrawing } from './plane-drawing.tsx';
import { PlaneEditor } from './plane-editor.tsx';
import { type PlacedBehaviour, planeTable } from './plane-figures-table.ts';
import { figuresOf, planeFigures, respondentPlaces, sourceAttributes, type Spread } from './plane-points.ts';
import styles from './plane.module.css';

/** `respondents`: `no`, `yes` (each as a mark), or the case that is shown beside the means. */
type View = { readonly spread: Spread; readonly by: string; readonly respondents: string };

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

  const [whole, placed] = useMemo(() => {
    const placesOf = (group: number | null, spread: Spread): PlacedBehaviour[] =>
      behaviours.flatMap((one, behaviour) => {
        const found = planeFigures(one, source, spread, figuresOf(figures, group));
        return found ? [{ behaviour, group, figures: found }] : [];
      });
    const all = placesOf(null, view.spread);
    const byGroup = groups.flatMap((_, group) => placesOf(group, 'none'));
    return [all, by === 'none' ? all : byGroup.sort((a, b) => a.behaviour - b.behaviour)];
  }, [behaviours, source, view.spread, figures, by, groups]);
  const places = useMemo(
    () => (cases ? respondentPlaces(behaviours, source, cases.cases) : []),
    [behaviours, source, cases],
  );
  const respondents = [...new Map(places.map(({ respondent, name }) => [respondent, name]))];
  const one = respondents.some(([id]) => id === view.respondents) ? view.respondents : null;
  const shownPlaces =
    view.respondents === 'yes' ? places : one === null ? [] : places.filter(({ respondent }) => respondent === one);
  const definitions = planeAxes.flatMap((axis) =>
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
              table={() =>
                planeTable(placed, by === 'none' ? shownPlaces : [], {
                  source,
                  definitions,
                  behaviours: behaviours.map(({ code }) => names?.get(code)?.fileName ?? ''),
                  groups,
                })
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
              label={t('comparison.groups.label')}
              value={view.by}
              options={[
                { id: 'none', label: t('comparison.groups.none') },
                ...attributes.map(({ id, name }) => ({ id, label: t('results.filter.by', { attribute: name }) })),
              ]}
              onChange={(next) => setView({ ...view, by: next })}
            />
            {by === 'none' ? (
              <>
                <Choice
                  label={t('plane.spread.label')}
                  value={view.spread}
                  options={(['sd', 'none'] as const).map((id) => ({ id, label: t(`plane.spread.${id}`) }))}
                  onChange={(spread) => setView({ ...view, spread })}
                />
                <Choice
                  label={t('plane.respondents.label')}
                  value={view.respondents === 'yes' ? 'yes' : (one ?? 'no')}
                  options={[
                    ...(['no', 'yes'] as const).map((id) => ({ id, label: t(`plane.respondents.${id}`) })),
                    ...respondents.map(([id, label]) => ({ id, label })),
                  ]}
                  onChange={(next) => setView({ ...view, respondents: next })}
                />
              </>
            ) : null}
          </>
        ) : null}
      </fieldset>
      <div className={styles.two}>
        <figure className={styles.figure}>
          <figcaption className={styles.tag}>
            <Tag>{t(`plane.source.${source}`)}</Tag>
          </figcaption>
          <PlaneDrawing
            ref={chart}
            sheet={sheet}
            names={names}
            placed={placed}
            groups={by === 'none' ? null : groups}
            dots={view.respondents === 'yes' ? places : []}
            respondent={one === null ? [] : shownPlaces}
          />
          {placed.length === 0 ? <p className={result.note}>{t(`plane.empty.${source}`)}</p> : null}
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
            placed={whole}
            onSave={save}
            onAddPlacing={() => addPlacing({})}
          />
        ) : null}
      </div>
    </>
  );
}
