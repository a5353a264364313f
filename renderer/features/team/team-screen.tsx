import { useState } from 'react';
import type { Merged } from '../../../shared/contract/methods/copies.ts';
import { downloadTicket, uploadFile } from '../../api/files.ts';
import { useJob, useQuery } from '../../api/hooks.ts';
import { openOverlay } from '../../app/commands/overlays.ts';
import { reportError } from '../../api/error-report.ts';
import { type OpenProject, useOpenProject } from '../../app/use-open-project.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { showToast } from '../../ui/toast.tsx';
import result from '../results/result.module.css';
import { Assignments } from './assignments.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { TeamFlow } from './team-flow.tsx';
import styles from './team-screen.module.css';

/** Who codes, whose copies are out, and bringing them back. */
export function TeamScreen() {
  const project = useOpenProject();
  return project ? <Team project={project} /> : null;
}

function Team({ project }: { project: OpenProject }) {
  const { t } = useWords();
  const preview = useJob('copies.preview');
  const [isDealing, setDealing] = useState(false);
  // Shown together: what came later would push the rest down.
  const coders = useQuery('coders.list', {}).data;
  const copies = useQuery('copies.list', {}).data;
  const assignments = useQuery('assignments.list', {}).data;
  const isKnown = coders !== undefined && copies !== undefined && assignments !== undefined;
  const [offered, setOffered] = useState<{ tickets: readonly string[]; merged: Merged } | null>(null);

  const look = async (files: readonly File[]): Promise<void> => {
    try {
      const tickets = await Promise.all(files.map((file) => uploadFile(file)));
      const merged = await preview.run({ tickets });
      if (merged?.nothingToDo) showToast({ text: t('team.merge.nothing') });
      else if (merged) setOffered({ tickets, merged });
    } catch (error) {
      reportError(error);
    }
  };

  return (
    <div className={styles.screen}>
      <header className={result.titlebar}>
        <h1 className={result.title}>{t('team.title')}</h1>
        <p className={result.caption}>{t(project.isBlind ? 'team.blind' : 'team.text')}</p>
      </header>
      {project.isBlind ? null : <TeamFlow onDeal={() => setDealing(true)} onMerge={(files) => void look(files)} />}
      {isKnown ? (
        <>
          <Coders project={project} />
          <Assignments project={project} isDealing={isDealing} onDealt={() => setDealing(false)} />
        </>
      ) : null}
      {offered ? <MergeDialog {...offered} onClose={() => setOffered(null)} /> : null}
    </div>
  );
}

type Holds = 'all' | 'assigned';

function Coders({ project }: { project: OpenProject }) {
  const { t } = useWords();
  const { data: coders = [] } = useQuery('coders.list', {});
  const { data: copies = [] } = useQuery('copies.list', {});
  const { data: assignments = [] } = useQuery('assignments.list', {});
  const { data: documents = [] } = useQuery('documents.list', {});
  const [wanted, setWanted] = useState<Holds>('all');
  const holds = assignments.length > 0 ? wanted : 'all';
  const make = useJob('copies.make');
  const makeFor = async (coder: (typeof coders)[number]): Promise<void> => {
    try {
      const made = await make.run({ coder: coder.id, assigned: holds === 'assigned' });
      if (made) await downloadTicket(made.ticket);
    } catch (error) {
      reportError(error);
    }
  };
  return (
    <>
      {assignments.length > 0 && !project.isBlind ? (
        <div className={result.settings}>
          <Choice<Holds>
            label={t('team.holds')}
            value={holds}
            options={(['all', 'assigned'] as const).map((id) => ({ id, label: t(`team.holds.${id}`) }))}
            onChange={setWanted}
          />
        </div>
      ) : null}
      <table className={styles.table} aria-label={t('team.coders')}>
        <thead>
          <tr>
            <th scope="col">{t('app.status.coder')}</th>
            <th scope="col" className={styles.number}>
              {t('team.codings')}
            </th>
            <th scope="col" className={styles.number}>
              {t('team.done')}
            </th>
            <th scope="col" className={styles.number}>
              {t('team.copies')}
            </th>
            <th scope="col" className={styles.number}>
              {t('team.merged')}
            </th>
            <th scope="col">
              <span className="unseen">{t('team.copyFor', { name: '…' })}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {coders.map((coder) => {
            const own = copies.filter((copy) => copy.coder === coder.id);
            const dealt = new Set(assignments.flatMap((each) => (each.coder === coder.id ? [each.document] : [])));
            const theirs = assignments.length === 0 ? documents : documents.filter(({ id }) => dealt.has(id));
            const done = theirs.filter(({ doneBy }) => doneBy.includes(coder.id)).length;
            return (
              <tr key={coder.id}>
                <th scope="row">{coder.name}</th>
                <td className={styles.number}>{coder.codings}</td>
                <td className={styles.number}>{t('team.done.of', { done, of: theirs.length })}</td>
                <td className={styles.number}>{own.length}</td>
                <td className={styles.number}>{own.filter(({ isMerged }) => isMerged).length}</td>
                <td className={styles.end}>
                  <Button
                    look="plain"
                    aria-label={t('team.rename', { name: coder.name })}
                    onPress={() => openOverlay({ kind: 'renameCoder', coder })}
                  >
                    {t('team.rename.word')}
                  </Button>
                  {project.isBlind ? null : (
                    <Button
                      look="plain"
                      aria-label={t('team.copyFor', { name: coder.name })}
                      isDisabled={make.isRunning}
                      onPress={() => void makeFor(coder)}
                    >
                      {t('team.copyFor.word')}
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
