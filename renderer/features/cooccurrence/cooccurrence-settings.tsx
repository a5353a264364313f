import { codingRelations } from '../../../shared/analysis/coding-relations.ts';
import { scopeNames } from '../../../shared/analysis/unit-names.ts';
import { cooccurrenceUnits } from '../../../shared/contract/methods/cooccurrence.ts';
import type { CodeId } from '../../../shared/domain/ids.ts';
import { useWords } from '../../i18n/text.ts';
import { Choice, type ChoiceOption } from '../../ui/choice.tsx';
import type { NamedCode } from '../results/code-names.ts';
import result from '../results/result.module.css';
import { type Marker, MarkerSetting } from '../results/marker.tsx';
import { TranscriptFilter } from '../results/transcript-filter.tsx';
import { gold, type Settings, together } from './settings.ts';

type CooccurrenceSettingsProps = {
  readonly settings: Settings;
  readonly onChange: (change: Partial<Settings>) => void;
  readonly coders: readonly { readonly id: string; readonly name: string }[];
  /** What the core took where nothing was chosen. */
  readonly taken: {
    readonly coder: string;
    readonly scope: Settings['scope'];
    readonly least: number;
    readonly marker: Marker | null;
  };
  readonly leastChoices: readonly number[];
  readonly names: ReadonlyMap<CodeId, NamedCode>;
};

const windows = [2, 3, 4, 5, 7, 10];
const distances = [0, 1, 2, 3, 5, 10];

function numbers(values: readonly number[], label: (value: number) => string): ChoiceOption<string>[] {
  return values.map((value) => ({ id: String(value), label: label(value) }));
}

/** The settings that change the figures, as a sentence. */
export function CooccurrenceSettings(props: CooccurrenceSettingsProps) {
  const { settings, onChange, coders, taken, leastChoices, names } = props;
  const { t } = useWords();
  const { unit, relation } = settings;
  const isSequence = relation === 'precedes' || relation === 'follows';
  return (
    <fieldset aria-label={t('results.settings')} className={result.settings}>
      <Choice
        label={t('results.unit.label')}
        value={unit}
        options={cooccurrenceUnits.map((id) => ({
          id,
          label: id === 'overlap' ? t('cooccurrence.unit.overlap') : t(`results.unit.${id}`),
        }))}
        onChange={(next) => onChange({ unit: next, scope: null, least: null, relation: null })}
      />
      {unit === 'window' ? (
        <Choice
          label={t('cooccurrence.window.label')}
          value={String(settings.window)}
          options={numbers(windows, (size) => t('cooccurrence.window.option', { size }))}
          onChange={(size) => onChange({ window: Number(size), least: null })}
        />
      ) : null}
      {unit === 'overlap' ? (
        <Choice
          label={t('cooccurrence.relation.label')}
          value={relation ?? 'any'}
          options={[
            { id: 'any', label: t('cooccurrence.relation.any') },
            ...codingRelations.map((id) => ({ id, label: t(`cooccurrence.relation.${id}`) })),
          ]}
          onChange={(next) => onChange({ relation: next === 'any' ? null : next, least: null })}
        />
      ) : (
        <Choice
          label={t('cooccurrence.rule.label')}
          value={settings.rule}
          options={(['any', 'half'] as const).map((id) => ({ id, label: t(`cooccurrence.rule.${id}`) }))}
          onChange={(rule) => onChange({ rule })}
        />
      )}
      {isSequence ? (
        <Choice
          label={t('cooccurrence.distance.label')}
          value={String(settings.distance)}
          options={numbers(distances, (distance) => t('cooccurrence.distance.option', { distance }))}
          onChange={(distance) => onChange({ distance: Number(distance) })}
        />
      ) : null}
      <Choice
        label={t('results.coder.label')}
        value={taken.coder}
        options={[
          ...coders.map(({ id, name }) => ({ id, label: name })),
          ...(coders.length > 1
            ? [
                { id: together as string, label: t('results.coder.together') },
                { id: gold as string, label: t('results.coder.gold') },
              ]
            : []),
        ]}
        onChange={(coder) => onChange({ coder: coder as Settings['coder'] })}
      />
      {taken.scope === null ? null : (
        <Choice
          label={t('results.scope.label')}
          value={taken.scope}
          options={scopeNames.map((id) => ({ id, label: t(`results.scope.${id}`) }))}
          onChange={(scope) => onChange({ scope })}
        />
      )}
      <Choice
        label={t('results.children.label')}
        value={settings.children}
        options={(['apart', 'parents'] as const).map((id) => ({ id, label: t(`results.children.${id}`) }))}
        onChange={(children) => onChange({ children, least: null })}
      />
      <TranscriptFilter
        choice={settings.transcripts}
        onChange={(transcripts) => onChange({ transcripts, least: null })}
      />
      <MarkerSetting
        marker={taken.marker}
        codes={[...names.values()]}
        onChange={(marker) => onChange({ marker, least: null })}
      />
      <Choice
        label={t('cooccurrence.least.label')}
        value={String(taken.least)}
        options={numbers(leastChoices, (least) => t('cooccurrence.least.option', { least }))}
        onChange={(least) => onChange({ least: Number(least) })}
      />
    </fieldset>
  );
}
