import { useWords } from '../../i18n/text.ts';
import { Choice } from '../../ui/choice.tsx';
import result from '../results/result.module.css';
import { columnSets, type ColumnSet } from './pair-figures.ts';
import type { ShownCode } from './pair-rows.ts';
import type { Settings } from './settings.ts';

type CooccurrenceControlsProps = {
  readonly settings: Settings;
  readonly onChange: (change: Partial<Settings>) => void;
  readonly codes: readonly ShownCode[];
  readonly isOverlap: boolean;
  /** The most any two codes are together. */
  readonly mostLinks: number;
};

const leastLinks = [1, 2, 3, 4, 5, 8, 10, 20, 50, 100];
const allPairs = 'all';

/** How the figures are shown: they change nothing of the counts. */
export function CooccurrenceControls({ settings, onChange, codes, isOverlap, mostLinks }: CooccurrenceControlsProps) {
  const { t } = useWords();
  const { view } = settings;
  return (
    <fieldset aria-label={t('cooccurrence.view.settings')} className={result.settings}>
      <Choice
        label={t('cooccurrence.view.label')}
        value={view}
        options={(['heat', 'network'] as const).map((id) => ({ id, label: t(`cooccurrence.view.${id}`) }))}
        onChange={(next) => onChange({ view: next })}
      />
      {view === 'heat' ? (
        <Choice
          label={t('cooccurrence.order.label')}
          value={settings.order}
          options={(['codebook', 'clustered'] as const).map((id) => ({ id, label: t(`cooccurrence.order.${id}`) }))}
          onChange={(order) => onChange({ order })}
        />
      ) : (
        <Choice
          label={t('cooccurrence.links.label')}
          value={String(settings.leastLink)}
          options={leastLinks
            .filter((least) => least <= Math.max(1, mostLinks) || least === settings.leastLink)
            .map((least) => ({ id: String(least), label: t('cooccurrence.links.option', { least }) }))}
          onChange={(least) => onChange({ leastLink: Number(least) })}
        />
      )}
      {view === 'network' && !isOverlap ? (
        <Choice
          label={t('cooccurrence.significant.label')}
          value={settings.onlySignificant ? 'yes' : 'no'}
          options={(['no', 'yes'] as const).map((id) => ({ id, label: t(`cooccurrence.significant.${id}`) }))}
          onChange={(chosen) => onChange({ onlySignificant: chosen === 'yes' })}
        />
      ) : null}
      <Choice
        label={t('cooccurrence.neighbour.label')}
        value={
          settings.neighbour !== null && codes.some(({ code }) => code.id === settings.neighbour)
            ? settings.neighbour
            : allPairs
        }
        options={[
          { id: allPairs, label: t('cooccurrence.neighbour.all') },
          ...codes.map(({ code }) => ({ id: code.id as string, label: code.name })),
        ]}
        onChange={(code) => onChange({ neighbour: code === allPairs ? null : code })}
      />
      {isOverlap ? null : (
        <Choice
          label={t('cooccurrence.columns.label')}
          value={settings.columns}
          options={(Object.keys(columnSets) as ColumnSet[]).map((id) => ({
            id,
            label: t(`cooccurrence.columns.${id}`),
          }))}
          onChange={(columns) => onChange({ columns })}
        />
      )}
    </fieldset>
  );
}
