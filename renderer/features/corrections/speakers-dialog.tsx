import { useState } from 'react';
import type { Document, Speaker } from '../../../shared/contract/schema/entities.ts';
import type { DocumentId, SpeakerId } from '../../../shared/domain/ids.ts';
import { speakerRoles } from '../../../shared/domain/transcript.ts';
import { useCommand, useQuery } from '../../api/hooks.ts';
import { closeOverlay } from '../../app/commands/overlays.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';
import { Menu } from '../../ui/menu.tsx';
import styles from './speakers-dialog.module.css';

/** Who speaks in a transcript: other names, two names of one person made one, roles. */
export function SpeakersDialog({ document: id }: { document: DocumentId }) {
  const { t } = useWords();
  const { data: document } = useQuery('documents.get', { document: id });
  return (
    <Dialog
      title={t('speakers.title', { name: document?.name ?? '' })}
      width="wide"
      onClose={closeOverlay}
      buttons={<Button onPress={closeOverlay}>{t('app.close')}</Button>}
    >
      <p>{t('speakers.text')}</p>
      {document ? (
        <table className={styles.speakers}>
          <thead>
            <tr>
              <th scope="col">{t('speakers.name')}</th>
              <th scope="col">{t('speakers.role')}</th>
              <th scope="col" className={styles.turns}>
                {t('speakers.turns')}
              </th>
              <th scope="col">
                <span className="unseen">{t('speakers.doing')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {document.speakers.map((speaker) => (
              <SpeakerRow key={speaker.id} document={document} speaker={speaker} />
            ))}
          </tbody>
        </table>
      ) : null}
    </Dialog>
  );
}

function SpeakerRow({ document, speaker }: { document: Document; speaker: Speaker }) {
  const { t, intl } = useWords();
  const [name, setName] = useState(speaker.name);
  const rename = useCommand('speakers.rename', { ownErrors: true });
  const merge = useCommand('speakers.merge');
  const remove = useCommand('speakers.remove');
  const setRole = useCommand('documents.setSpeakerRole');
  const turns = document.turns.filter((turn) => turn.speaker === speaker.id).length;
  const others = document.speakers.filter(({ id }) => id !== speaker.id);
  const isOther = name.trim() !== '' && name.trim() !== speaker.name;
  const store = (): void => {
    if (isOther) rename.mutate({ speaker: speaker.id, name });
  };
  const into = (id: SpeakerId): void => merge.mutate({ speaker: speaker.id, into: id });
  return (
    <tr>
      <td>
        <Field
          label={t('speakers.nameOf', { name: speaker.name })}
          hideLabel
          lang={document.language}
          value={name}
          onChange={setName}
          onEnter={store}
        />
        {rename.error ? <ErrorNote error={rename.error} /> : null}
      </td>
      <td>
        <Choice
          label={t('imports.role.of', { name: speaker.name })}
          hideLabel
          value={speaker.role}
          options={speakerRoles.map((role) => ({ id: role, label: t(`imports.role.${role}`) }))}
          onChange={(role) => setRole.mutate({ speaker: speaker.id, role })}
        />
      </td>
      <td className={styles.turns}>{intl.formatNumber(turns)}</td>
      <td>
        {isOther ? <Button onPress={store}>{t('speakers.rename')}</Button> : null}
        {others.length > 0 && turns > 0 ? (
          <Menu
            label={t('speakers.mergeOf', { name: speaker.name })}
            trigger={
              <Button look="plain" aria-label={t('speakers.mergeOf', { name: speaker.name })}>
                {t('speakers.merge')}
              </Button>
            }
            entries={others.map((other) => ({
              id: other.id,
              label: t('speakers.mergeInto', { name: other.name }),
              run: () => into(other.id),
            }))}
          />
        ) : null}
        {turns === 0 ? (
          <Button
            look="plain"
            isDisabled={remove.isPending || remove.isSuccess}
            onPress={() => remove.mutate({ speaker: speaker.id })}
          >
            {t('speakers.remove')}
          </Button>
        ) : null}
      </td>
    </tr>
  );
}
