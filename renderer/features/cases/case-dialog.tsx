import { useState } from 'react';
import type { StudyCase } from '../../../shared/contract/methods/cases.ts';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { useCommand, useQuery } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Tick } from '../../ui/tick.tsx';
import { PurgeDialog } from '../protection/purge-dialog.tsx';
import { openMemo } from '../memos/memos-state.ts';
import styles from './cases-screen.module.css';

/** What belongs to a case: whole transcripts, or single speakers of a group discussion; its memo; its end. */
export function CaseDialog({ of, onClose }: { of: StudyCase; onClose: () => void }) {
  const { t } = useWords();
  const { data: documents = [] } = useQuery('documents.list', {});
  const { mutate: assign } = useCommand('cases.assignDocument');
  const { mutate: remove } = useCommand('cases.remove');
  const [isPurging, setPurging] = useState(false);
  const own = new Set<string>(of.documents);
  if (isPurging) return <PurgeDialog of={of} onClose={onClose} />;
  return (
    <Dialog
      title={t('cases.case.title', { name: of.name })}
      onClose={onClose}
      width="wide"
      buttons={
        <>
          <Button onPress={() => setPurging(true)}>{t('protection.purge.open')}</Button>
          <Button onPress={() => remove({ cases: [of.id] }, { onSuccess: onClose })}>{t('cases.case.remove')}</Button>
          <Button
            onPress={() => {
              onClose();
              requestAnimationFrame(() => openMemo({ kind: 'case', id: of.id }));
            }}
          >
            {t('cases.case.memo')}
          </Button>
          <Button onPress={onClose}>{t('app.close')}</Button>
        </>
      }
    >
      <p>{t('cases.case.text')}</p>
      <ul className={styles.documents}>
        {documents.map(({ id, name, language, case: standing }) => (
          <li key={id}>
            <Tick
              label={
                <>
                  <span lang={language}>{name}</span>
                  {standing !== null && standing.id !== of.id ? (
                    <span className={styles.count}>{t('cases.case.elsewhere', { name: standing.name })}</span>
                  ) : null}
                </>
              }
              isTicked={own.has(id)}
              onChange={(isOwn) => assign({ document: id, case: isOwn ? of.id : null })}
            />
            {own.has(id) ? null : <SpeakersOf document={id} of={of} />}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

/** The speakers of a transcript who may belong to a case of their own, where it has more than two. */
function SpeakersOf({ document, of }: { document: DocumentId; of: StudyCase }) {
  const { data } = useQuery('documents.get', { document });
  const { mutate: assign } = useCommand('cases.assignSpeaker');
  const speakers = (data?.speakers ?? []).filter(({ role }) => role !== 'interviewer');
  const own = new Set<string>(of.speakers.map(({ id }) => id));
  if (speakers.length < 2 && !speakers.some(({ id }) => own.has(id))) return null;
  return (
    <ul className={styles.speakers}>
      {speakers.map(({ id, name }) => (
        <li key={id}>
          <Tick
            label={name}
            isTicked={own.has(id)}
            onChange={(isOwn) => assign({ speaker: id, case: isOwn ? of.id : null })}
          />
        </li>
      ))}
    </ul>
  );
}
