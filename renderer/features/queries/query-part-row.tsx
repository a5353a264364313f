import { termFields } from '../../../shared/analysis/query/query-tree.ts';
import { speakerRoles } from '../../../shared/domain/transcript.ts';
import { useQuery } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { CloseIcon } from '../../ui/icons.tsx';
import { Tick } from '../../ui/tick.tsx';
import { useNamedCodes } from '../results/use-codes.ts';
import { distanceOf, joinNames, type QueryPart } from './query-parts.ts';
import styles from './query-screen.module.css';

type RowProps = {
  readonly part: QueryPart;
  /** The first line is joined to nothing. */
  readonly isFirst: boolean;
  readonly number: number;
  readonly onChange: (part: QueryPart) => void;
  readonly onRemove: (() => void) | null;
};

/** One line of the builder: join, field, value. */
export function QueryPartRow({ part, isFirst, number, onChange, onRemove }: RowProps) {
  const { t } = useWords();
  const change = (next: Partial<QueryPart>): void => onChange({ ...part, ...next });
  return (
    <li className={styles.part} aria-label={t('query.part', { number })}>
      {isFirst ? (
        <span>{t('query.find')}</span>
      ) : (
        <Choice
          hideLabel
          label={t('query.join')}
          value={part.join}
          options={joinNames.map((join) => ({ id: join, label: t(`query.join.${join}`) }))}
          onChange={(join) => change({ join, distance: distanceOf(join, part.distance) })}
        />
      )}
      {part.distance === null || isFirst ? null : <DistanceFields part={part} onChange={change} />}
      <Tick label={t('query.not')} isTicked={part.isNot} onChange={(isNot) => change({ isNot })} />
      <Choice
        hideLabel
        label={t('query.field')}
        value={part.field}
        options={termFields.map((field) => ({ id: field, label: t(`query.field.${field}`) }))}
        onChange={(field) => change({ field, key: null, value: field === 'memo' ? 'any' : '', isExact: false })}
      />
      <ValueField part={part} onChange={change} />
      {onRemove ? (
        <Button look="icon" aria-label={t('query.removePart', { number })} onPress={onRemove}>
          <CloseIcon />
        </Button>
      ) : null}
    </li>
  );
}

type FieldsProps = { readonly part: QueryPart; readonly onChange: (change: Partial<QueryPart>) => void };

function DistanceFields({ part, onChange }: FieldsProps) {
  const { t } = useWords();
  const { count, unit } = part.distance!;
  return (
    <>
      <input
        type="number"
        min={0}
        max={9999}
        aria-label={t('query.distance')}
        className={styles.number}
        value={count}
        onChange={(event) => {
          const next = Math.min(9999, Math.max(0, Math.round(Number(event.target.value))));
          onChange({ distance: { count: next, unit } });
        }}
      />
      <Choice
        hideLabel
        label={t('query.distance.unit')}
        value={unit}
        options={[
          { id: 'turns', label: t('query.distance.turns') },
          { id: 'characters', label: t('query.distance.characters') },
        ]}
        onChange={(next) => onChange({ distance: { count, unit: next } })}
      />
    </>
  );
}

function TextValue({ part, onChange }: FieldsProps) {
  const { t } = useWords();
  return (
    <input
      type="text"
      aria-label={t('query.value')}
      className={styles.value}
      value={part.value}
      spellCheck={false}
      autoComplete="off"
      autoCorrect="off"
      translate="no"
      onChange={(event) => onChange({ value: event.target.value })}
    />
  );
}

/** The value of a line: chosen from what there is, typed where anything may be meant. */
function ValueField({ part, onChange }: FieldsProps) {
  const { t } = useWords();
  const codes = useNamedCodes();
  const { data: coders = [] } = useQuery('coders.list', {});
  const { data: documents = [] } = useQuery('documents.list', {});
  const { data: cases } = useQuery('cases.list', {});
  const chosen = (options: readonly { readonly id: string; readonly label: string }[]) => (
    <Choice
      hideLabel
      label={t('query.value')}
      value={part.value}
      options={options}
      shown={options.find(({ id }) => id === part.value)?.label ?? (part.value === '' ? t('query.choose') : part.value)}
      onChange={(value) => onChange({ value })}
    />
  );
  switch (part.field) {
    case 'code':
      return chosen([...(codes?.values() ?? [])].map(({ fileName, name }) => ({ id: fileName, label: name })));
    case 'coder':
      return chosen(coders.map(({ name }) => ({ id: name, label: name })));
    case 'memo':
      return chosen(
        ['any', 'none'].map((id) => ({ id, label: t(id === 'any' ? 'query.memo.any' : 'query.memo.none') })),
      );
    case 'role':
      return chosen(speakerRoles.map((role) => ({ id: role, label: t(`query.role.${role}`) })));
    case 'case':
      return chosen((cases?.cases ?? []).map(({ name }) => ({ id: name, label: name })));
    case 'document':
      return chosen(documents.map(({ name }) => ({ id: name, label: name })));
    case 'language':
      return chosen([...new Set(documents.map(({ language }) => language))].sort().map((id) => ({ id, label: id })));
    case 'attribute': {
      const attribute = cases?.attributes.find(({ key }) => key === part.key);
      const values = new Set(cases?.cases.flatMap(({ values }) => (attribute ? (values[attribute.id] ?? []) : [])));
      return (
        <>
          <Choice
            hideLabel
            label={t('query.attribute')}
            value={part.key ?? ''}
            options={(cases?.attributes ?? []).map(({ key, name }) => ({ id: key, label: name }))}
            shown={attribute?.name ?? t('query.choose')}
            onChange={(key) => onChange({ key, value: '' })}
          />
          {attribute ? chosen([...values].sort().map((id) => ({ id, label: id }))) : null}
        </>
      );
    }
    case 'text':
    case 'speaker':
      return <TextValue part={part} onChange={onChange} />;
    default:
      return part.field satisfies never;
  }
}
