import { useMemo, useRef } from 'react';
import type { CooccurrenceBlock, Scope } from '../../../shared/contract/methods/analysis.ts';
import type { ProjectSummary } from '../../../shared/contract/methods/project.ts';
import type { CodeId, CoderId } from '../../../shared/domain/ids.ts';
import { useQuery } from '../../api/hooks.ts';
import { showView } from '../../app/navigation.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import type { NamedCode } from '../results/code-names.ts';
import { ExportMenu } from '../results/export-menu.tsx';
import { useKept } from '../results/kept-state.ts';
import result from '../results/result.module.css';
import { joinedSentences } from '../results/sentences.ts';
import { useNamedCodes } from '../results/use-codes.ts';
import { useProject } from '../results/use-project.ts';
import { cooccurrenceCsv } from './cooccurrence-csv.ts';
import styles from './cooccurrence-screen.module.css';
import { CooccurrenceResult } from './cooccurrence-result.tsx';
import { codesUsedAtLeast, comfortableLeast, leastChoices } from './pair-rows.ts';
import type { CooccurrenceUnit } from './pair-table.tsx';

type Settings = {
  readonly unit: CooccurrenceUnit;
  /** Null: the scope the core takes for the unit; what it took is shown. */
  readonly scope: Scope | null;
  /** Null: the coder at work, or the first who coded anything. */
  readonly coder: CoderId | null;
  /** Null: as few codes left out as the heat map needs. */
  readonly least: number | null;
};

const firstSettings: Settings = { unit: 'turn', scope: null, coder: null, least: null };

/** Which codes go together: settings as a sentence, heat map, table of pairs, and the passages of what is chosen. */
export function CooccurrenceScreen() {
  const { t } = useWords();
  const project = useProject();
  const names = useNamedCodes();
  const [settings, setSettings] = useKept('cooccurrence.settings', firstSettings);
  const { data, error } = useQuery(
    'cooccurrence.compute',
    { unit: settings.unit, ...(settings.scope ? { scope: settings.scope } : {}) },
    { keepPrevious: true },
  );
  const coded = useMemo(() => data?.blocks.filter((block) => block.codes.length > 0) ?? [], [data]);
  const block =
    coded.find((one) => one.coder === settings.coder) ??
    coded.find((one) => one.coder === project?.coder) ??
    coded[0] ??
    null;

  return (
    <div className={styles.screen}>
      {block && names && project && data ? (
        <Shown
          block={block}
          blocks={coded}
          names={names}
          settings={settings}
          onChange={(change) => setSettings({ ...settings, ...change })}
          project={project}
          revision={data.revision}
        />
      ) : (
        <div className={styles.empty}>
          <h1 className={result.title}>{t('cooccurrence.title')}</h1>
          {error ? <ErrorNote error={error} /> : null}
          {data && coded.length === 0 ? (
            <EmptyState
              title={t('cooccurrence.empty.title')}
              text={t('cooccurrence.empty.text')}
              action={<Button onPress={() => showView('code')}>{t('cooccurrence.empty.action')}</Button>}
            />
          ) : null}
        </div>
      )}
    </div>
  );
}

type ShownProps = {
  readonly block: CooccurrenceBlock;
  readonly blocks: readonly CooccurrenceBlock[];
  readonly names: ReadonlyMap<CodeId, NamedCode>;
  readonly settings: Settings;
  readonly onChange: (change: Partial<Settings>) => void;
  readonly project: ProjectSummary;
  readonly revision: number;
};

const scopes = ['respondent', 'content', 'text'] as const satisfies readonly Scope[];

function Shown({ block, blocks, names, settings, onChange, project, revision }: ShownProps) {
  const { t, language } = useWords();
  const { unit, scope } = block;
  const { synthetic } = project;
  const chart = useRef<SVGSVGElement>(null);
  const choices = leastChoices(block);
  const least = settings.least ?? comfortableLeast(block);
  const shown = codesUsedAtLeast(block, least);
  const caption = joinedSentences(language, [
    unit === 'turn'
      ? t('cooccurrence.caption.turn', { scope, n: block.n ?? 0 })
      : t('cooccurrence.caption.overlap', { scope }),
    t('cooccurrence.caption.coder', { coder: block.coderName }),
    t('cooccurrence.caption.documents', { count: block.documents, synthetic: synthetic ? 'yes' : 'no' }),
    t(unit === 'turn' ? 'cooccurrence.caption.codes.turn' : 'cooccurrence.caption.codes.overlap', {
      shown,
      total: block.codes.length,
      least,
    }),
  ]);

  return (
    <>
      <div className={result.titlebar}>
        <h1 className={result.title}>{t('cooccurrence.title')}</h1>
        <p className={result.caption} aria-live="polite">
          {caption}
        </p>
        <div className={result.end}>
          <ExportMenu
            project={project}
            revision={revision}
            title={t('cooccurrence.title')}
            nameWords={[block.coderName]}
            caption={[caption]}
            chart={() => chart.current}
            csv={() => cooccurrenceCsv(block, names, { project: project.name, revision, synthetic: project.synthetic })}
          />
        </div>
      </div>
      <fieldset aria-label={t('results.settings')} className={result.settings}>
        <Choice
          label={t('results.unit.label')}
          value={settings.unit}
          options={(['turn', 'overlap'] as const).map((id) => ({ id, label: t(`cooccurrence.unit.${id}`) }))}
          onChange={(next) => onChange({ unit: next, scope: null, least: null })}
        />
        <Choice
          label={t('results.coder.label')}
          value={block.coder}
          options={blocks.map(({ coder, coderName }) => ({ id: coder, label: coderName }))}
          onChange={(coder) => onChange({ coder })}
        />
        <Choice
          label={t('results.scope.label')}
          value={scope}
          options={scopes.map((id) => ({ id, label: t(`results.scope.${id}`) }))}
          onChange={(next) => onChange({ scope: next })}
        />
        <Choice
          label={t('cooccurrence.least.label')}
          value={String(least)}
          options={choices.map((choice) => ({
            id: String(choice),
            label: t('cooccurrence.least.option', { least: choice }),
          }))}
          onChange={(choice) => onChange({ least: Number(choice) })}
        />
      </fieldset>
      <CooccurrenceResult block={block} names={names} least={least} chart={chart} />
    </>
  );
}
