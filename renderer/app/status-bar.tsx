import { memo } from 'react';
import type { IntegrityFault } from '../../shared/contract/methods/project.ts';
import { useConnection } from '../api/connection.ts';
import { useReportedError } from '../api/error-report.ts';
import { useCommand, useQuery, useSaving } from '../api/hooks.ts';
import { clockTime } from '../../shared/text/clock-time.ts';
import { ReviewCount } from '../features/review/review-count.tsx';
import { stepLabel } from '../../shared/messages/step-label.ts';
import { useWords } from '../i18n/text.ts';
import { Button } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { BlindIcon } from '../ui/icons.tsx';
import { showToast } from '../ui/toast.tsx';
import { StateIcon } from '../ui/state-icon.tsx';
import { keysShown } from './commands/keys.ts';
import { openOverlay } from './commands/overlays.ts';
import styles from './status-bar.module.css';
import { savingState, useReadingPlace } from './status-state.ts';
import { useChooseCoder } from './use-choose-coder.ts';
import { coderName, type OpenProject } from './use-open-project.ts';

type StatusBarProps = {
  readonly project: OpenProject;
  /** What the check after opening found. */
  readonly faults: readonly IntegrityFault[];
};

/** Who codes, where the reader is, what Undo would undo, and whether everything is saved. */
export function StatusBar({ project, faults }: StatusBarProps) {
  const { t } = useWords();
  return (
    <footer className={styles.bar} aria-label={t('app.status')}>
      <CoderMenu project={project} />
      {project.isBlind ? (
        <span className={styles.blind} title={t('blind.onLong', { name: coderName(project) })}>
          <BlindIcon /> {t('blind.on')}
        </span>
      ) : null}
      <Place />
      {faults.length > 0 ? (
        <Button look="plain" onPress={() => openOverlay({ kind: 'faults', faults })}>
          <span className={styles.faults}>
            <StateIcon state="bad" /> {t('check.found', { count: faults.length })}
          </span>
        </Button>
      ) : null}
      <ReviewCount />
      <span className={styles.gap} />
      <NextUndo />
      <Saved />
    </footer>
  );
}

function Place() {
  const { t } = useWords();
  const place = useReadingPlace((s) => s.place);
  if (!place) return null;
  const { turn, turns, time, selected } = place;
  return (
    <>
      <span>
        {time === null
          ? t('app.status.turn', { turn, turns })
          : t('app.status.turnAt', { turn, turns, time: clockTime(time) })}
      </span>
      {selected > 0 ? <span>{t('app.status.selected', { count: selected })}</span> : null}
    </>
  );
}

function NextUndo() {
  const { t, say } = useWords();
  const { data: history } = useQuery('history.state', {});
  if (!history?.undo) return null;
  return (
    <button type="button" className={styles.undo} onClick={() => openOverlay('history')}>
      {t('app.status.undo', { what: say(stepLabel(history.undo)) })} <kbd aria-hidden>{keysShown('Mod+Z')}</kbd>
      <span className="unseen">{t('history.open')}</span>
    </button>
  );
}

function Saved() {
  const { t } = useWords();
  const isOpen = useConnection((s) => s.state === 'open');
  const isSaving = useSaving();
  const { error } = useReportedError();
  const state = savingState(isOpen, isSaving, error);
  return state === null ? null : <span className={styles.saved}>{t(`app.status.${state}`)}</span>;
}

const CoderMenu = memo(function CoderMenu({ project }: { project: OpenProject }) {
  const { t } = useWords();
  const choose = useChooseCoder();
  const codeBlind = useCommand('blinding.begin');
  const current = project.coders.find(({ id }) => id === project.coder);
  const name = current?.name ?? '';
  const entries = [
    ...project.coders
      .filter(({ id }) => id !== project.coder)
      .map((coder) => ({
        id: coder.id,
        label: t('command.coder.choose', { name: coder.name }),
        run: () => choose(coder),
      })),
    project.isBlind
      ? { id: 'lift', label: t('command.blind.lift'), run: () => openOverlay('liftBlind') }
      : {
          id: 'blind',
          label: t('command.blind.begin'),
          run: () => codeBlind.mutate({}, { onSuccess: () => showToast({ text: t('blind.begun') }) }),
        },
    { id: 'new', label: t('app.status.newCoder'), run: () => openOverlay('newCoder') },
    ...(current
      ? [
          {
            id: 'rename',
            label: t('app.status.renameCoder', { name }),
            run: () => openOverlay({ kind: 'renameCoder', coder: current }),
          },
        ]
      : []),
  ];
  return (
    <Menu
      label={t('app.status.coder')}
      entries={entries}
      trigger={
        <Button look="plain" aria-label={t('app.status.chooseCoder', { name })}>
          <b className={styles.coder}>{t('app.status.coderIs', { name })}</b>
        </Button>
      }
    />
  );
});
