import type { Input } from '../../../shared/contract/methods.ts';
import { cooccurrenceUnits } from '../../../shared/contract/methods/cooccurrence.ts';
import { type JointRule, jointRules } from '../../../shared/contract/methods/structure.ts';
import { auditParts } from '../../../shared/contract/reports/audit.ts';
import type { AttributeId, CodeId, CoderId } from '../../../shared/domain/ids.ts';
import { downloadTicket } from '../../api/files.ts';
import { useJob, useQuery } from '../../api/hooks.ts';
import { reportError } from '../../api/error-report.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Tick } from '../../ui/tick.tsx';
import { type Marker, type MarkerChoice, markerFilter, markerOf, MarkerSetting } from '../results/marker.tsx';
import { useNamedCodes } from '../results/use-codes.ts';
import styles from './reports-screen.module.css';

export type Request = Input<'reports.write'>['report'];
type Kind = Request['kind'];

/** The settings of the reports that have some here; the others are written with their first settings. */
export type Settings = {
  readonly code: CodeId | null;
  /** The code whose children tell the passages apart. */
  readonly across: CodeId | null;
  readonly rule: JointRule;
  readonly group: AttributeId | null;
  readonly coder: CoderId | null;
  /** Null: the code for disguised attitudes if the codebook has it, marked. */
  readonly marker: MarkerChoice;
  readonly memos: boolean;
  readonly translations: boolean;
  readonly unit: (typeof cooccurrenceUnits)[number];
  readonly retired: boolean;
  readonly part: (typeof auditParts)[number];
};

export const firstSettings: Settings = {
  code: null,
  across: null,
  rule: 'overlap',
  group: null,
  coder: null,
  marker: null,
  memos: true,
  translations: true,
  unit: 'turn',
  retired: true,
  part: 'decisions',
};

/** What is asked of the core: `below` answers the codes below one. */
export function requestOf(
  kind: Kind,
  settings: Settings,
  marker: Marker | null,
  below: (code: CodeId) => readonly CodeId[],
): Request {
  const coders = settings.coder === null ? {} : { coders: [settings.coder] };
  switch (kind) {
    case 'passages':
      return {
        kind,
        ...(settings.code === null ? {} : { codes: [settings.code] }),
        across: settings.across === null ? [] : [...below(settings.across)],
        rule: settings.rule,
        group: settings.group,
        ...coders,
        ...markerFilter(marker),
        memos: settings.memos,
        translations: settings.translations,
      };
    case 'codebook':
      return { kind, retired: settings.retired };
    case 'audit':
      return { kind, part: settings.part };
    case 'agreement':
    case 'protocol':
      return { kind };
    case 'cooccurrence':
      return { kind, unit: settings.unit, ...coders, ...markerFilter(marker) };
    case 'comparison':
      return { kind, rule: settings.rule, group: settings.group, ...coders, ...markerFilter(marker) };
    default:
      return kind satisfies never;
  }
}

type SettingsProps = {
  readonly kind: Kind;
  readonly settings: Settings;
  readonly onChange: (settings: Settings) => void;
};

const none = 'none';

/** What decides what a report says, as a sentence. */
export function ReportSettings({ kind, settings, onChange }: SettingsProps) {
  const { t } = useWords();
  const change = (next: Partial<Settings>): void => onChange({ ...settings, ...next });
  const json = useJob('codebook.exportJson');
  const saveJson = async (): Promise<void> => {
    const written = await json.run({});
    if (written) await downloadTicket(written.ticket);
  };
  switch (kind) {
    case 'passages':
      return (
        <>
          <PassagesChoices settings={settings} onChange={change} />
          <MarkerChoices settings={settings} onChange={change} />
          <div>
            <Tick label={t('reports.memos')} isTicked={settings.memos} onChange={(memos) => change({ memos })} />
            <Tick
              label={t('reports.translations')}
              isTicked={settings.translations}
              onChange={(translations) => change({ translations })}
            />
          </div>
        </>
      );
    case 'codebook':
      return (
        <>
          <Tick label={t('reports.retired')} isTicked={settings.retired} onChange={(retired) => change({ retired })} />
          <Button onPress={() => void saveJson().catch(reportError)}>{t('reports.codebook.json')}</Button>
        </>
      );
    case 'audit':
      return (
        <Choice
          label={t('reports.audit.part')}
          value={settings.part}
          options={auditParts.map((part) => ({ id: part, label: t(`reports.audit.part.${part}`) }))}
          onChange={(part) => change({ part })}
        />
      );
    case 'cooccurrence':
      return (
        <>
          <Choice
            label={t('results.unit.label')}
            value={settings.unit}
            options={cooccurrenceUnits.map((id) => ({
              id,
              label: id === 'overlap' ? t('cooccurrence.unit.overlap') : t(`results.unit.${id}`),
            }))}
            onChange={(unit) => change({ unit })}
          />
          <CoderChoice settings={settings} onChange={change} />
          <MarkerChoices settings={settings} onChange={change} />
        </>
      );
    case 'comparison':
      return (
        <>
          <RuleChoice settings={settings} onChange={change} />
          <GroupChoice settings={settings} onChange={change} />
          <CoderChoice settings={settings} onChange={change} />
          <MarkerChoices settings={settings} onChange={change} />
        </>
      );
    case 'agreement':
      return <p className={styles.note}>{t('reports.settings.first')}</p>;
    case 'protocol':
      return null;
    default:
      return kind satisfies never;
  }
}

function picked<Id extends string>(all: readonly { readonly id: Id }[], id: string): Id | null {
  return all.find((one) => one.id === id)?.id ?? null;
}

/** What may be chosen, and before it that nothing is. */
function options(first: string, all: readonly { readonly id: string; readonly name: string }[]) {
  return [{ id: none, label: first }, ...all.map(({ id, name }) => ({ id, label: name }))];
}

type ChoicesProps = { readonly settings: Settings; readonly onChange: (change: Partial<Settings>) => void };

function PassagesChoices({ settings, onChange }: ChoicesProps) {
  const { t } = useWords();
  const names = useNamedCodes();
  const { data: codes = [] } = useQuery('codes.list', {});
  const named = [...(names?.values() ?? [])];
  const parents = named.filter(({ id }) => codes.some(({ parent }) => parent === id));
  return (
    <>
      <Choice
        label={t('reports.passages.codes')}
        value={settings.code ?? none}
        options={options(t('reports.all'), named)}
        onChange={(id) => onChange({ code: picked(named, id) })}
      />
      <Choice
        label={t('reports.passages.across')}
        value={settings.across ?? none}
        options={options(t('reports.nothing'), parents)}
        onChange={(id) => onChange({ across: picked(parents, id) })}
      />
      {settings.across === null ? null : <RuleChoice settings={settings} onChange={onChange} />}
      <GroupChoice settings={settings} onChange={onChange} />
      <CoderChoice settings={settings} onChange={onChange} />
    </>
  );
}

function RuleChoice({ settings, onChange }: ChoicesProps) {
  const { t } = useWords();
  return (
    <Choice
      label={t('reports.rule')}
      value={settings.rule}
      options={jointRules.map((rule) => ({ id: rule, label: t(`reports.rule.${rule}`) }))}
      onChange={(rule) => onChange({ rule })}
    />
  );
}

function GroupChoice({ settings, onChange }: ChoicesProps) {
  const { t } = useWords();
  const { data: cases } = useQuery('cases.list', {});
  const attributes = cases?.attributes ?? [];
  return (
    <Choice
      label={t('reports.passages.group')}
      value={settings.group ?? none}
      options={options(t('reports.nothing'), attributes)}
      onChange={(id) => onChange({ group: picked(attributes, id) })}
    />
  );
}

function MarkerChoices({ settings, onChange }: ChoicesProps) {
  const names = useNamedCodes();
  const { data: codes = [] } = useQuery('codes.list', {});
  return (
    <MarkerSetting
      marker={markerOf(settings.marker, codes)}
      codes={[...(names?.values() ?? [])].map(({ id, name }) => ({ id, name }))}
      onChange={(marker) => onChange({ marker })}
    />
  );
}

function CoderChoice({ settings, onChange }: ChoicesProps) {
  const { t } = useWords();
  const { data: coders = [] } = useQuery('coders.list', {});
  return (
    <Choice
      label={t('reports.coders')}
      value={settings.coder ?? none}
      options={options(t('reports.all'), coders)}
      onChange={(id) => onChange({ coder: picked(coders, id) })}
    />
  );
}
