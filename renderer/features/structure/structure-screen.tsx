import { useRef } from 'react';
import {
  type JointRule,
  jointRules,
  type StructureArrow,
  type StructureVariable,
} from '../../../shared/contract/methods/structure.ts';
import type { CodeId } from '../../../shared/domain/ids.ts';
import { useCommand, useQuery } from '../../api/hooks.ts';
import { runShownAtOnce } from '../../api/run-command.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { reasonsOf, reasonsText } from '../../../shared/statistics/reasons.ts';
import type { ResultTable } from '../results/result-csv.ts';
import { ExportMenu } from '../results/export-menu.tsx';
import { useKept } from '../results/kept-state.ts';
import { PassageList } from '../results/passage-list.tsx';
import result from '../results/result.module.css';
import { useNamedCodes } from '../results/use-codes.ts';
import { useProject } from '../results/use-project.ts';
import { freePlace } from './structure-geometry.ts';
import { StructureSheet } from './structure-sheet.tsx';
import { StructureTable } from './structure-table.tsx';
import { VariablePanel } from './variable-panel.tsx';
import styles from './structure-screen.module.css';

type Cell = { readonly arrow: string; readonly behaviour: CodeId | null };

/** The endorsement structure as the researcher draws it; every arrow opens what stands behind it, behaviour by behaviour. */
export function StructureScreen() {
  const { t } = useWords();
  const project = useProject();
  const codes = useNamedCodes();
  const [rule, setRule] = useKept<JointRule>('structure.rule', 'overlap');
  const [chosen, setChosen] = useKept<string | null>('structure.chosen', null);
  const [cell, setCell] = useKept<Cell | null>('structure.cell', null);
  const { data: sheet } = useQuery('structure.get', {});
  const { data: evidence = [] } = useQuery('structure.evidence', { rule }, { keepPrevious: true });
  const revision = useQuery('history.state', {}).data?.revision ?? 0;
  const add = useCommand('structure.addVariable');
  const draw = useCommand('structure.addArrow');
  const remove = useCommand('structure.removeArrow');
  const drawing = useRef<SVGSVGElement>(null);
  if (!sheet || !project) return <h1 className={result.title}>{t('structure.title')}</h1>;

  const { variables, arrows, behaviours } = sheet;
  const variable = variables.find(({ id }) => id === chosen);
  const arrow = arrows.find(({ id }) => id === chosen);
  const nameOf = (id: string): string => variables.find((one) => one.id === id)?.name ?? '';
  const arrowName = ({ source, target }: StructureArrow): string =>
    t('structure.arrow', { from: nameOf(source), to: nameOf(target) });
  const addVariable = (): void =>
    add.mutate(
      {
        name: t('structure.newName', { number: variables.length + 1 }),
        code: null,
        items: {},
        ...freePlace(variables),
      },
      { onSuccess: ({ id }) => setChosen(id) },
    );
  const caption = t('structure.caption', {
    rule: t(`structure.rule.${rule}`),
    synthetic: project.synthetic ? 'yes' : 'no',
  });
  const table = (): ResultTable => ({
    facts: [['analysis', 'endorsement structure']],
    head: ['from', 'to', 'behaviour', 'passages', 'respondents', 'item_from', 'item_to', 'spearman', 'n', 'undefined'],
    rows: evidence.map((one) => {
      const of = arrows.find(({ id }) => id === one.arrow);
      const coefficient = one.correlation?.coefficient;
      return [
        of ? nameOf(of.source) : '',
        of ? nameOf(of.target) : '',
        one.behaviour === null ? 'all' : (codes?.get(one.behaviour)?.fileName ?? ''),
        one.passages?.count ?? null,
        one.passages?.respondents ?? null,
        one.correlation?.source ?? null,
        one.correlation?.target ?? null,
        coefficient && 'value' in coefficient ? coefficient.value : null,
        one.correlation?.n ?? null,
        reasonsText(reasonsOf({ spearman: coefficient })),
      ];
    }),
  });

  return (
    <div className={styles.screen}>
      <header className={styles.top}>
        <div className={result.titlebar}>
          <h1 className={result.title}>{t('structure.title')}</h1>
          <p className={result.caption}>{variables.length > 0 ? caption : null}</p>
          <div className={result.end}>
            {variables.length > 0 ? (
              <ExportMenu
                project={project}
                revision={revision}
                title={t('structure.title')}
                caption={[caption]}
                chart={() => drawing.current}
                description={arrows.map(arrowName).join('; ')}
                table={table}
              />
            ) : null}
            <Button look={variables.length === 0 ? 'edged' : 'main'} onPress={addVariable}>
              {t('structure.add')}
            </Button>
          </div>
        </div>
        {variables.length > 0 ? (
          <div className={result.settings}>
            <Choice
              label={t('structure.rule')}
              value={rule}
              options={jointRules.map((one) => ({ id: one, label: t(`structure.rule.${one}`) }))}
              onChange={setRule}
            />
            <span className={result.note}>{t('structure.how')}</span>
          </div>
        ) : null}
      </header>
      {variables.length === 0 ? (
        <div className={styles.empty}>
          <EmptyState
            title={t('structure.empty.title')}
            text={t('structure.empty.text')}
            action={
              <Button look="main" onPress={addVariable}>
                {t('structure.empty.action')}
              </Button>
            }
          />
        </div>
      ) : (
        <div className={styles.body}>
          <div className={styles.middle}>
            <div className={styles.sheet}>
              <StructureSheet
                variables={variables}
                arrows={arrows}
                subtitle={({ code }: StructureVariable) =>
                  code === null ? t('structure.noCode') : (codes?.get(code)?.name ?? t('structure.noCode'))
                }
                chosen={chosen}
                onChoose={(id) => {
                  setChosen(id);
                  if (arrows.some((one) => one.id === id)) setCell({ arrow: id!, behaviour: null });
                }}
                onMove={moveVariable}
                onDraw={(source, target) => draw.mutate({ source: source.id, target: target.id })}
                drawing={drawing}
              />
            </div>
            {arrows.length > 0 ? (
              <StructureTable
                arrows={arrows}
                variables={variables}
                behaviours={behaviours}
                evidence={evidence}
                chosen={cell}
                onChoose={({ id }, behaviour) => {
                  setChosen(id);
                  setCell({ arrow: id, behaviour });
                }}
              />
            ) : null}
          </div>
          <aside className={styles.aside} aria-label={t('structure.beside')}>
            {variable ? (
              <VariablePanel
                key={variable.id}
                variable={variable}
                others={variables.filter(
                  ({ id }) =>
                    id !== variable.id && !arrows.some((one) => one.source === variable.id && one.target === id),
                )}
                behaviours={behaviours}
                onRemoved={() => setChosen(null)}
              />
            ) : null}
            {arrow ? (
              <div className={styles.panel}>
                <h2 className={styles.panelTitle}>{arrowName(arrow)}</h2>
                <Button
                  onPress={() => {
                    setChosen(null);
                    setCell(null);
                    remove.mutate({ arrow: arrow.id });
                  }}
                >
                  {t('structure.removeArrow')}
                </Button>
                {cell?.arrow === arrow.id ? (
                  <ArrowPassages arrow={arrow} behaviour={cell.behaviour} rule={rule} />
                ) : null}
              </div>
            ) : null}
            {variable || arrow ? null : <p className={styles.hint}>{t('structure.hint')}</p>}
          </aside>
        </div>
      )}
    </div>
  );
}

/** Moves a box; it stays where it was let go, and the next step goes on from there. */
function moveVariable({ id }: StructureVariable, place: Pick<StructureVariable, 'x' | 'y'>): void {
  runShownAtOnce(
    'structure.updateVariable',
    { variable: id, ...place },
    {
      method: 'structure.get',
      input: {},
      patch: (sheet) => ({
        ...sheet,
        variables: sheet.variables.map((one) => (one.id === id ? { ...one, ...place } : one)),
      }),
    },
  );
}

type PassagesProps = { readonly arrow: StructureArrow; readonly behaviour: CodeId | null; readonly rule: JointRule };

/** The passages behind one cell. */
function ArrowPassages({ arrow, behaviour, rule }: PassagesProps) {
  const { t } = useWords();
  const codes = useNamedCodes();
  const { data } = useQuery('structure.passages', { arrow: arrow.id, behaviour, rule });
  if (!data) return null;
  return (
    <section aria-label={t('structure.passages')}>
      <h3 className={styles.small}>
        {behaviour === null ? t('structure.together') : codes?.get(behaviour)?.name} ·{' '}
        {t('structure.count', { count: data.length })}
      </h3>
      {data.length === 0 ? <p className={styles.hint}>{t('structure.noPassages')}</p> : <PassageList passages={data} />}
    </section>
  );
}
