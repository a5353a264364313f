import { useState } from 'react';
import type { StructureVariable } from '../../../shared/contract/methods/structure.ts';
import type { AttributeId, CodeId } from '../../../shared/domain/ids.ts';
import { useCommand, useQuery } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Field } from '../../ui/field.tsx';
import { showUndoToast } from '../../app/undo-toast.ts';
import { useNamedCodes } from '../results/use-codes.ts';
import styles from './structure-screen.module.css';

type PanelProps = {
  readonly variable: StructureVariable;
  readonly others: readonly StructureVariable[];
  readonly behaviours: readonly CodeId[];
  readonly onRemoved: () => void;
};

const none = 'none';

/** A variable: its name, the code that stands for it in the interviews, its items in the survey, and arrows to others. */
export function VariablePanel({ variable, others, behaviours, onRemoved }: PanelProps) {
  const { t } = useWords();
  const codes = useNamedCodes();
  const { data: cases } = useQuery('cases.list', {});
  const update = useCommand('structure.updateVariable');
  const remove = useCommand('structure.removeVariable');
  const draw = useCommand('structure.addArrow');
  const [name, setName] = useState(variable.name);
  const named = [...(codes?.values() ?? [])];
  const numbers = (cases?.attributes ?? []).filter(({ type }) => type === 'integer' || type === 'decimal');
  const rename = (): void => {
    if (name.trim() !== '' && name.trim() !== variable.name) update.mutate({ variable: variable.id, name });
  };
  const setItem = (behaviour: string, attribute: AttributeId | null): void => {
    const items = Object.fromEntries(Object.entries(variable.items).filter(([key]) => key !== behaviour));
    update.mutate({ variable: variable.id, items: attribute === null ? items : { ...items, [behaviour]: attribute } });
  };
  const itemChoice = (behaviour: string, label: string) => (
    <Choice
      key={behaviour}
      label={label}
      value={variable.items[behaviour] ?? none}
      options={[
        { id: none, label: t('structure.none') },
        ...numbers.map((attribute) => ({ id: attribute.id as string, label: attribute.name })),
      ]}
      onChange={(id) => setItem(behaviour, numbers.find((attribute) => attribute.id === id)?.id ?? null)}
    />
  );
  return (
    <div className={styles.panel}>
      <h2 className={styles.panelTitle}>{variable.name}</h2>
      <div onBlur={rename}>
        <Field label={t('structure.name')} value={name} onChange={setName} onEnter={rename} />
      </div>
      <Choice
        label={t('structure.code')}
        value={variable.code ?? none}
        options={[
          { id: none, label: t('structure.none') },
          ...named.map((code) => ({ id: code.id as string, label: code.name })),
        ]}
        onChange={(id) =>
          update.mutate({ variable: variable.id, code: named.find((code) => code.id === id)?.id ?? null })
        }
      />
      <h3 className={styles.small}>{t('structure.items')}</h3>
      {itemChoice('', t('structure.items.all'))}
      {behaviours.map((behaviour) => itemChoice(behaviour, codes?.get(behaviour)?.name ?? ''))}
      {others.length > 0 ? (
        <>
          <h3 className={styles.small}>{t('structure.draw')}</h3>
          <div className={styles.targets}>
            {others.map((other) => (
              <Button
                key={other.id}
                look="flush"
                onPress={() => draw.mutate({ source: variable.id, target: other.id })}
              >
                {t('structure.drawTo', { name: other.name })}
              </Button>
            ))}
          </div>
        </>
      ) : null}
      <Button
        onPress={() =>
          void remove.mutateAsync({ variable: variable.id }, { onSuccess: onRemoved }).then(
            () => showUndoToast(t, t('structure.removed', { name: variable.name })),
            () => null,
          )
        }
      >
        {t('structure.remove')}
      </Button>
    </div>
  );
}
