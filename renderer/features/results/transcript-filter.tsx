import type { AnalysisFilter } from '../../../shared/contract/methods/analysis-filter.ts';
import type { Output } from '../../../shared/contract/methods.ts';
import { asId } from '../../../shared/domain/ids.ts';
import { useQuery } from '../../api/hooks.ts';
import { type Words, useWords } from '../../i18n/text.ts';
import { Choice } from '../../ui/choice.tsx';

/** Which transcripts are counted: all, one of them, or those of cases with a value of an attribute. */
export type TranscriptChoice =
  | { readonly kind: 'all' }
  | { readonly kind: 'document'; readonly document: string }
  | { readonly kind: 'cases'; readonly attribute: string; readonly value: string | null };

export const allTranscripts: TranscriptChoice = { kind: 'all' };

/** The choice as the core takes it. */
export function transcriptFilter(choice: TranscriptChoice): Pick<AnalysisFilter, 'documents' | 'cases'> {
  if (choice.kind === 'document') return { documents: [asId<'document'>(choice.document)] };
  if (choice.kind === 'cases')
    return { cases: [{ attribute: asId<'attribute'>(choice.attribute), values: [choice.value] }] };
  return {};
}

type Cases = Output<'cases.list'>;

/** More values than these make no groups one would choose from. */
const mostValues = 12;

/** Attributes that make groups of the cases with transcripts, with the values there are; null: no value. */
export function groupingAttributes({ attributes, cases }: Cases) {
  const withWords = cases.filter(({ documents }) => documents.length > 0);
  return attributes.flatMap(({ id, name, groups }) => {
    const groupOf = (value: string | undefined): string | null =>
      value === undefined ? null : (groups[value] ?? value);
    const values = [...new Set(withWords.map((one) => groupOf(one.values[id])))];
    return values.length > 1 && values.length <= mostValues && values.length < Math.max(3, withWords.length)
      ? [{ id: String(id), name, values: values.sort((a, b) => (a ?? '\uffff').localeCompare(b ?? '\uffff')) }]
      : [];
  });
}

/** The filter in a sentence of a caption; empty for all. */
export function useTranscriptCaption(choice: TranscriptChoice): string {
  const { t } = useWords();
  const { data: cases } = useQuery('cases.list', {});
  const { data: documents } = useQuery('documents.list', {});
  return captionOf(t, choice, cases, documents);
}

function captionOf(
  t: Words['t'],
  choice: TranscriptChoice,
  cases: Cases | undefined,
  documents: Output<'documents.list'> | undefined,
): string {
  if (choice.kind === 'document')
    return t('results.filter.caption.document', {
      name: documents?.find(({ id }) => id === choice.document)?.name ?? '',
    });
  if (choice.kind === 'cases')
    return t('results.filter.caption.cases', {
      attribute: cases?.attributes.find(({ id }) => id === choice.attribute)?.name ?? '',
      value: choice.value ?? t('results.filter.noValue'),
    });
  return '';
}

type TranscriptFilterProps = {
  readonly choice: TranscriptChoice;
  readonly onChange: (choice: TranscriptChoice) => void;
};

/** The filter as part of the sentence of settings: Transcripts *All*, or Transcripts *By Language* *en*. */
export function TranscriptFilter({ choice, onChange }: TranscriptFilterProps) {
  const { t } = useWords();
  const { data: cases } = useQuery('cases.list', {});
  const { data: documents } = useQuery('documents.list', {});
  const attributes = cases ? groupingAttributes(cases) : [];
  const chosen = choice.kind === 'cases' ? attributes.find(({ id }) => id === choice.attribute) : undefined;
  const none = '\u0000';
  return (
    <>
      <Choice
        label={t('results.filter.label')}
        value={
          choice.kind === 'all' ? 'all' : choice.kind === 'cases' ? `a ${choice.attribute}` : `d ${choice.document}`
        }
        options={[
          { id: 'all', label: t('results.filter.all') },
          ...attributes.map(({ id, name }) => ({ id: `a ${id}`, label: t('results.filter.by', { attribute: name }) })),
          ...(documents ?? []).map(({ id, name }) => ({ id: `d ${id}`, label: name })),
        ]}
        onChange={(next) => {
          const id = next.slice(2);
          if (next === 'all') onChange(allTranscripts);
          else if (next.startsWith('d')) onChange({ kind: 'document', document: id });
          else
            onChange({
              kind: 'cases',
              attribute: id,
              value: attributes.find((attribute) => attribute.id === id)?.values[0] ?? null,
            });
        }}
      />
      {choice.kind === 'cases' && chosen ? (
        <Choice
          label={chosen.name}
          hideLabel
          value={choice.value ?? none}
          options={chosen.values.map((value) => ({
            id: value ?? none,
            label: value ?? t('results.filter.noValue'),
          }))}
          onChange={(value) => onChange({ ...choice, value: value === none ? null : value })}
        />
      ) : null}
    </>
  );
}
