import { useState } from 'react';
import type { Attribute, StudyCase } from '../../../shared/contract/methods/cases.ts';
import { surveyProblemMessage } from '../../../shared/messages/error-message.ts';
import { movedBefore } from '../../../shared/domain/moved-before.ts';
import { useCommand, useQuery } from '../../api/hooks.ts';
import { runShownAtOnce } from '../../api/run-command.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { described, draftOf, draftShape } from './attribute-draft.ts';
import { AttributeFields } from './attribute-fields.tsx';
import styles from './cases-screen.module.css';
import { ValueGroups } from './value-groups.tsx';

type DialogProps = {
  readonly attribute: Attribute;
  readonly attributes: readonly Attribute[];
  readonly cases: readonly StudyCase[];
  readonly onClose: () => void;
};

const misfitsShown = 6;

/** Everything about one attribute: its description, what does not fit a new type, values counted as one, its place, its end. */
export function AttributeDialog({ attribute, attributes, cases, onClose }: DialogProps) {
  const { t, say } = useWords();
  const [draft, setDraft] = useState(() => draftOf(attribute));
  const shape = draftShape(draft);
  const { data: misfits = [] } = useQuery('attributes.misfits', { attribute: attribute.id, ...shape });
  const update = useCommand('attributes.update', { ownErrors: true });
  const remove = useCommand('attributes.remove');
  const place = attributes.findIndex(({ id }) => id === attribute.id);

  const save = (): void =>
    update.mutate(
      { attribute: attribute.id, patch: described(draft), misfitsToMissing: misfits.length > 0 },
      { onSuccess: onClose },
    );
  // Seen at once, so that the next press goes on from there.
  const moveTo = (place: number): void => {
    const before = attributes[place]?.id ?? null;
    runShownAtOnce(
      'attributes.move',
      { attribute: attribute.id, before },
      {
        method: 'cases.list',
        input: {},
        patch: (table) => ({
          ...table,
          attributes: movedBefore(table.attributes, attribute.id, before) ?? table.attributes,
        }),
      },
    );
  };

  return (
    <Dialog
      title={t('cases.attribute.title', { name: attribute.name })}
      onClose={onClose}
      width="wide"
      confirm={{
        label: misfits.length > 0 ? t('cases.attribute.saveMissing', { count: misfits.length }) : t('app.save'),
        run: save,
        isDisabled: update.isPending,
      }}
      error={update.error}
    >
      <AttributeFields draft={draft} onChange={(change) => setDraft({ ...draft, ...change })} />
      {misfits.length > 0 ? (
        <div className={styles.misfits} role="status">
          <p>{t('cases.attribute.misfits', { count: misfits.length })}</p>
          <ul>
            {misfits.slice(0, misfitsShown).map((misfit) => (
              <li key={misfit.case}>
                {t('error.survey.cell', {
                  case: misfit.caseName,
                  attribute: draft.name,
                  what: say(surveyProblemMessage(misfit)),
                })}
              </li>
            ))}
          </ul>
          {misfits.length > misfitsShown ? (
            <p>{t('cases.faults.more', { count: misfits.length - misfitsShown })}</p>
          ) : null}
        </div>
      ) : null}
      <ValueGroups attribute={attribute} cases={cases} />
      <div className={styles.row}>
        <Button isDisabled={place <= 0} onPress={() => moveTo(place - 1)}>
          {t('cases.attribute.earlier')}
        </Button>
        <Button isDisabled={place === attributes.length - 1} onPress={() => moveTo(place + 2)}>
          {t('cases.attribute.later')}
        </Button>
        <Button
          isDisabled={remove.isPending}
          onPress={() => remove.mutate({ attribute: attribute.id }, { onSuccess: onClose })}
        >
          {t('cases.attribute.remove', {
            count: cases.filter((of) => of.values[attribute.id] !== undefined).length,
          })}
        </Button>
      </div>
    </Dialog>
  );
}
