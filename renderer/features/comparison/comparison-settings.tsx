import { membershipRules } from '../../../shared/analysis/matrix/membership.ts';
import type { Code } from '../../../shared/contract/schema/entities.ts';
import type { CodeId } from '../../../shared/domain/ids.ts';
import { useQuery } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { Choice, type ChoiceOption } from '../../ui/choice.tsx';
import type { NamedCode } from '../results/code-names.ts';
import result from '../results/result.module.css';
import { markerOf, MarkerSetting } from '../results/marker.tsx';
import { groupingAttributes, TranscriptFilter } from '../results/transcript-filter.tsx';
import type { Settings } from './settings.ts';

type ComparisonSettingsProps = {
  readonly settings: Settings;
  readonly onChange: (change: Partial<Settings>) => void;
  readonly codes: readonly Code[];
  readonly names: ReadonlyMap<CodeId, NamedCode>;
  readonly coders: readonly { readonly id: string; readonly name: string }[];
  readonly coder: string;
};

/** The settings that change the figures, as a sentence. */
export function ComparisonSettings({ settings, onChange, codes, names, coders, coder }: ComparisonSettingsProps) {
  const { t } = useWords();
  const { data: cases } = useQuery('cases.list', {});
  const attributes = cases ? groupingAttributes(cases) : [];
  const nameOf = (id: CodeId): string => names.get(id)?.name ?? '';
  const parents = codes.filter(({ id }) => codes.filter(({ parent }) => parent === id).length > 1);
  const { columns, rows } = settings;
  const ofAttributes = (prefix: string): ChoiceOption<string>[] =>
    attributes.map(({ id, name }) => ({ id: `${prefix}${id}`, label: t('results.filter.by', { attribute: name }) }));
  return (
    <fieldset aria-label={t('results.settings')} className={result.settings}>
      <Choice
        label={t('comparison.columns.label')}
        value={columns.kind === 'behaviours' ? 'behaviours' : `${columns.kind} ${columns.id}`}
        options={[
          { id: 'behaviours', label: t('comparison.columns.behaviours') },
          ...parents.map(({ id }) => ({
            id: `children ${id}`,
            label: t('comparison.columns.children', { code: nameOf(id) }),
          })),
          ...ofAttributes('attribute '),
        ]}
        onChange={(next) => {
          const [kind, id = ''] = next.split(' ');
          onChange({
            columns: kind === 'behaviours' ? { kind } : { kind: kind as 'children' | 'attribute', id },
          });
        }}
      />
      <Choice
        label={t('comparison.rows.label')}
        value={typeof rows === 'string' ? rows : `under ${rows.under}`}
        options={[
          { id: 'main', label: t('comparison.rows.main') },
          { id: 'used', label: t('comparison.rows.used') },
          ...parents.map(({ id }) => ({ id: `under ${id}`, label: t('comparison.rows.under', { code: nameOf(id) }) })),
        ]}
        onChange={(next) => onChange({ rows: next === 'main' || next === 'used' ? next : { under: next.slice(6) } })}
      />
      {columns.kind === 'attribute' ? null : (
        <Choice
          label={t('comparison.rule.label')}
          value={settings.rule}
          options={membershipRules.map((id) => ({ id, label: t(`comparison.rule.${id}`) }))}
          onChange={(rule) => onChange({ rule })}
        />
      )}
      <Choice
        label={t('comparison.unit.label')}
        value={settings.unit}
        options={(['respondents', 'passages'] as const).map((id) => ({ id, label: t(`comparison.unit.${id}`) }))}
        onChange={(unit) => onChange({ unit })}
      />
      <Choice
        label={t('results.children.label')}
        value={settings.children}
        options={(['apart', 'parents'] as const).map((id) => ({ id, label: t(`results.children.${id}`) }))}
        onChange={(children) => onChange({ children })}
      />
      <Choice
        label={t('results.coder.label')}
        value={coder}
        options={[
          ...coders.map(({ id, name }) => ({ id, label: name })),
          ...(coders.length > 1
            ? [
                { id: 'together', label: t('results.coder.together') },
                { id: 'gold', label: t('results.coder.gold') },
              ]
            : []),
        ]}
        onChange={(next) => onChange({ coder: next as Settings['coder'] })}
      />
      <Choice
        label={t('comparison.groups.label')}
        value={settings.groups}
        options={[
          { id: 'none', label: t('comparison.groups.none') },
          { id: 'coder', label: t('comparison.groups.coder') },
          ...ofAttributes(''),
        ]}
        onChange={(groups) => onChange({ groups })}
      />
      <TranscriptFilter choice={settings.transcripts} onChange={(transcripts) => onChange({ transcripts })} />
      <MarkerSetting
        marker={markerOf(settings.marker, codes)}
        codes={codes.map(({ id }) => ({ id, name: nameOf(id) }))}
        onChange={(marker) => onChange({ marker })}
      />
    </fieldset>
  );
}
