import type { Scope } from '../../../shared/contract/methods/analysis.ts';
import type { Input, Output } from '../../../shared/contract/methods.ts';
import { useQuery } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { Choice } from '../../ui/choice.tsx';
import { namesInText } from '../results/sentences.ts';
import result from '../results/result.module.css';

type AgreementSettingsProps = {
  readonly agreement: Output<'agreement.compute'>;
  readonly settings: Input<'agreement.compute'>;
  readonly onChange: (settings: Input<'agreement.compute'>) => void;
};

const scopes = ['text', 'content', 'respondent'] as const satisfies readonly Scope[];

/** Every two of the given, in order. */
function pairsOf<Item>(items: readonly Item[]): (readonly [Item, Item])[] {
  return items.flatMap((first, place) => items.slice(place + 1).map((second) => [first, second] as const));
}

/** The settings that change the figures, as a sentence; what the core took where nothing was chosen is shown as taken. */
export function AgreementSettings({ agreement, settings, onChange }: AgreementSettingsProps) {
  const { t, language } = useWords();
  const { data } = useQuery('coders.list', {});
  const coders = (data ?? []).filter(
    ({ id, codings }) => codings > 0 || agreement.coders.some((each) => each.id === id),
  );
  const chosen = settings.coders ?? null;

  return (
    <fieldset aria-label={t('results.settings')} className={result.settings}>
      <Choice
        label={t('results.unit.label')}
        value={agreement.unit}
        options={(['character', 'turn'] as const).map((id) => ({ id, label: t(`agreement.unit.${id}`) }))}
        onChange={(unit) => onChange({ unit, ...(settings.coders ? { coders: settings.coders } : {}) })}
      />
      <Choice
        label={t('results.scope.label')}
        value={agreement.scope}
        options={scopes.map((id) => ({ id, label: t(`results.scope.${id}`) }))}
        onChange={(scope) => onChange({ ...settings, scope })}
      />
      {agreement.unit === 'turn' ? (
        <Choice
          label={t('agreement.rule.label')}
          value={agreement.rule}
          options={(['any', 'half'] as const).map((id) => ({ id, label: t(`agreement.rule.${id}`) }))}
          onChange={(rule) => onChange({ ...settings, rule })}
        />
      ) : null}
      {coders.length > 2 ? (
        <Choice
          label={t('agreement.coders.label')}
          value={chosen?.join(' ') ?? 'all'}
          options={[
            { id: 'all', label: t('agreement.coders.all', { count: coders.length }) },
            ...pairsOf(coders).map((pair) => ({
              id: pair.map(({ id }) => id).join(' '),
              label: namesInText(
                language,
                pair.map(({ name }) => name),
              ),
            })),
          ]}
          onChange={(value) => {
            const { coders: _, ...others } = settings;
            onChange(value === 'all' ? others : { ...others, coders: value.split(' ') });
          }}
        />
      ) : null}
    </fieldset>
  );
}
