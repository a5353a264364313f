import { useState } from 'react';
import {
  agreementUnit,
  type Resampling,
  resampling as resamplingKinds,
} from '../../../shared/contract/methods/agreement.ts';
import { childCodes } from '../../../shared/contract/methods/analysis-filter.ts';
import type { Scope } from '../../../shared/contract/methods/analysis.ts';
import type { Output, ParsedInput } from '../../../shared/contract/methods.ts';
import type { Code } from '../../../shared/contract/schema/entities.ts';
import { codesInTreeOrder } from '../../../shared/domain/codebook.ts';
import { asId, type CodeId } from '../../../shared/domain/ids.ts';
import { useQuery } from '../../api/hooks.ts';
import { type MessageId, useWords } from '../../i18n/text.ts';
import { Choice } from '../../ui/choice.tsx';
import { namesInText } from '../results/sentences.ts';
import { useNamedCodes } from '../results/use-codes.ts';
import result from '../results/result.module.css';
import { ChosenItems } from './chosen-items.tsx';
import { type IntervalMeasure, intervalMeasures, measuresFor } from './agreement-rows.ts';

type AgreementSettingsProps = {
  readonly agreement: Output<'agreement.compute'>;
  readonly settings: ParsedInput<'agreement.compute'>;
  readonly onChange: (settings: ParsedInput<'agreement.compute'>) => void;
  /** How the intervals are made. */
  readonly resampling: Resampling;
  readonly onResampling: (resampling: Resampling) => void;
  /** Whose intervals are shown. */
  readonly shown: IntervalMeasure;
  readonly onShown: (shown: IntervalMeasure) => void;
};

const measureHeads = {
  krippendorffAlpha: 'agreement.column.alpha',
  cohenKappa: 'agreement.column.kappa',
  gwetAc1: 'agreement.column.ac1',
  positiveAgreement: 'agreement.column.f1',
} as const satisfies Record<IntervalMeasure, MessageId>;

const scopes = ['text', 'content', 'respondent'] as const satisfies readonly Scope[];

/** Every two of the given, in order. */
function pairsOf<Item>(items: readonly Item[]): (readonly [Item, Item])[] {
  return items.flatMap((first, place) => items.slice(place + 1).map((second) => [first, second] as const));
}

/** The settings that change the figures, as a sentence; what the core took where nothing was chosen is shown as taken. */
export function AgreementSettings(props: AgreementSettingsProps) {
  const { agreement, settings, onChange, resampling, onResampling, shown, onShown } = props;
  const { t, language } = useWords();
  const { data } = useQuery('coders.list', {});
  const coders = (data ?? []).filter(
    ({ id, codings }) => codings > 0 || agreement.coders.some((each) => each.id === id),
  );
  const chosen = settings.coders ?? null;
  const names = useNamedCodes();
  const codes = [...(names ?? [])].map(([id, { name }]) => ({ id: String(id), label: name }));
  const { data: codebook } = useQuery('codes.list', {});
  const { data: documents } = useQuery('documents.list', {});
  const treeItems = codesInTreeOrder<CodeId, Code>(codebook ?? []).map(({ code: { id }, depth }) => ({
    id,
    depth,
    name: names?.get(id)?.name ?? '',
    lang: names?.get(id)?.lang ?? language,
  }));
  const [isChoosing, setChoosing] = useState(false);
  // Scope and rule go with the unit, the code of the segments with that one unit.
  const { scope: _scope, rule: _rule, segments: _segments, ...kept } = settings;

  return (
    <fieldset aria-label={t('results.settings')} className={result.settings}>
      <Choice
        label={t('results.unit.label')}
        value={agreement.unit}
        options={agreementUnit.options.map((id) => ({ id, label: t(`results.unit.${id}`) }))}
        onChange={(unit) => {
          setChoosing(unit === 'segment');
          if (unit !== 'segment') onChange({ ...kept, unit });
        }}
      />
      {isChoosing || agreement.unit === 'segment' ? (
        <Choice
          label={t('agreement.segments.label')}
          value={String(settings.segments ?? '')}
          options={[
            ...(settings.segments === undefined ? [{ id: '', label: t('agreement.segments.choose') }] : []),
            ...codes,
          ]}
          onChange={(segments) => {
            setChoosing(false);
            if (segments !== '') onChange({ ...kept, unit: 'segment', segments: asId<'code'>(segments) });
          }}
        />
      ) : null}
      <Choice
        label={t('results.scope.label')}
        value={agreement.scope}
        options={scopes.map((id) => ({ id, label: t(`results.scope.${id}`) }))}
        onChange={(scope) => onChange({ ...settings, scope })}
      />
      {agreement.unit === 'character' ? null : (
        <Choice
          label={t('agreement.rule.label')}
          value={agreement.rule}
          options={(['any', 'half'] as const).map((id) => ({ id, label: t(`agreement.rule.${id}`) }))}
          onChange={(rule) => onChange({ ...settings, rule })}
        />
      )}
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
            onChange(value === 'all' ? others : { ...others, coders: value.split(' ').map((id) => asId<'coder'>(id)) });
          }}
        />
      ) : null}
      <ChosenItems
        label={t('agreement.chosen.codes')}
        items={treeItems}
        chosen={settings.codes}
        onChange={(codesChosen) => {
          const { codes: _, ...others } = settings;
          onChange(codesChosen === undefined ? others : { ...others, codes: [...codesChosen] });
        }}
      />
      <ChosenItems
        label={t('results.filter.label')}
        items={(documents ?? []).map(({ id, name }) => ({ id, name, depth: 0 }))}
        chosen={settings.documents}
        onChange={(documentsChosen) => {
          const { documents: _, ...others } = settings;
          onChange(documentsChosen === undefined ? others : { ...others, documents: [...documentsChosen] });
        }}
      />
      <Choice
        label={t('agreement.children.label')}
        value={agreement.children}
        options={childCodes.options.map((id) => ({ id, label: t(`agreement.children.${id}`) }))}
        onChange={(children) => onChange({ ...settings, children })}
      />
      <Choice
        label={t('agreement.resampling.label')}
        value={resampling}
        options={resamplingKinds.options
          .filter((id) => id !== 'units' || agreement.unit !== 'character')
          .map((id) => ({ id, label: t(`agreement.resampling.${id}`) }))}
        onChange={onResampling}
      />
      <Choice
        label={t('agreement.shown.label')}
        value={shown}
        options={intervalMeasures
          .filter((id) => measuresFor(agreement.coders.length).includes(id))
          .map((id) => ({ id, label: t(measureHeads[id]) }))}
        onChange={onShown}
      />
    </fieldset>
  );
}
