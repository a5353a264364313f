import { attributeTypes } from '../../../shared/domain/attribute.ts';
import { useWords } from '../../i18n/text.ts';
import { Choice } from '../../ui/choice.tsx';
import { Field } from '../../ui/field.tsx';
import { Tick } from '../../ui/tick.tsx';
import type { AttributeDraft } from './attribute-draft.ts';
import styles from './cases-screen.module.css';

type FieldsProps = {
  readonly draft: AttributeDraft;
  readonly onChange: (change: Partial<AttributeDraft>) => void;
};

/** Name, type and what the type needs: categories in their order, or a range with the meaning of its ends. */
export function AttributeFields({ draft, onChange }: FieldsProps) {
  const { t } = useWords();
  const { type } = draft;
  return (
    <>
      <Field label={t('cases.attribute.name')} value={draft.name} onChange={(name) => onChange({ name })} autoFocus />
      <Choice
        label={t('cases.attribute.type')}
        value={type}
        options={attributeTypes.map((id) => ({ id, label: t(`cases.type.${id}`) }))}
        onChange={(next) => onChange({ type: next })}
      />
      {type === 'one_of' || type === 'ordered' ? (
        <Field
          label={t(type === 'ordered' ? 'cases.attribute.categories.ordered' : 'cases.attribute.categories')}
          value={draft.categories}
          onChange={(categories) => onChange({ categories })}
          lines={6}
        />
      ) : null}
      {type === 'integer' || type === 'decimal' ? (
        <div className={styles.pair}>
          <Field
            label={t('cases.attribute.minimum')}
            value={draft.minimum}
            onChange={(minimum) => onChange({ minimum })}
          />
          <Field
            label={t('cases.attribute.maximum')}
            value={draft.maximum}
            onChange={(maximum) => onChange({ maximum })}
          />
          <Field
            label={t('cases.attribute.lowLabel')}
            value={draft.lowLabel}
            onChange={(lowLabel) => onChange({ lowLabel })}
          />
          <Field
            label={t('cases.attribute.highLabel')}
            value={draft.highLabel}
            onChange={(highLabel) => onChange({ highLabel })}
          />
        </div>
      ) : null}
      <Tick
        label={t('cases.attribute.confidential')}
        isTicked={draft.confidential}
        onChange={(confidential) => onChange({ confidential })}
      />
    </>
  );
}
