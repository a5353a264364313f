import { useState } from 'react';
import type { Output } from '../../../shared/contract/methods.ts';
import type { ListedStep } from '../../../shared/contract/methods/history.ts';
import { useCommand, useQuery } from '../../api/hooks.ts';
import { runCommand } from '../../api/run-command.ts';
import { closeOverlay } from '../../app/commands/overlays.ts';
import { showPassage, useNavigation } from '../../app/navigation.ts';
import type { OpenProject } from '../../app/use-open-project.ts';
import { stepLabel } from '../../../shared/messages/step-label.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { showToast } from '../../ui/toast.tsx';
import styles from './history-dialog.module.css';
import { HistoryPage } from './history-page.tsx';

/** Steps one goes without being asked. */
const fewSteps = 10;

/** Every change of the project; choosing one goes back, or forward again, to how things stood after it. */
export function HistoryDialog({ project }: { project: OpenProject }) {
  const { t, say } = useWords();
  const [asked, setAsked] = useState<ListedStep | null>(null);
  const { data: state } = useQuery('history.state', {});
  const { mutate, error, isPending } = useCommand('history.goTo', { ownErrors: true });

  const tell = ({ undone, redone, place }: Output<'history.goTo'>, back?: () => void): void => {
    const went = undone > 0 ? 'history.went.back' : 'history.went.forward';
    showToast({
      text: t(went, { count: Math.max(undone, redone) }),
      ...(back ? { action: { label: t('history.return'), run: back } } : {}),
    });
    if (place && useNavigation.getState().view === 'code') showPassage(place);
  };
  const goTo = (revision: number): void => {
    const before = state?.undo?.revision ?? 0;
    // The toast outlives this dialog.
    const back = (): void => {
      runCommand('history.goTo', { revision: before }).then(
        (went) => tell(went),
        () => null,
      );
    };
    mutate(
      { revision },
      {
        onSuccess: (went) => {
          closeOverlay();
          tell(went, back);
        },
      },
    );
  };
  const choose = (step: ListedStep): void => {
    if (Math.abs(step.away ?? 0) > fewSteps) setAsked(step);
    else goTo(step.revision);
  };

  if (asked) {
    const isBack = (asked.away ?? 0) < 0;
    return (
      <Dialog
        role="alertdialog"
        title={t(isBack ? 'history.confirm.back' : 'history.confirm.forward', { count: Math.abs(asked.away ?? 0) })}
        onClose={() => setAsked(null)}
        confirm={{
          label: t(isBack ? 'history.confirm.goBack' : 'history.confirm.goForward'),
          run: () => goTo(asked.revision),
          isDisabled: isPending,
        }}
        error={error}
      >
        <p>{t('history.confirm.text', { what: say(stepLabel(asked)) })}</p>
      </Dialog>
    );
  }
  return (
    <Dialog
      title={t('history.title')}
      width="wide"
      onClose={closeOverlay}
      buttons={
        <Button autoFocus onPress={closeOverlay}>
          {t('app.close')}
        </Button>
      }
    >
      <p className={styles.text}>{t('history.text')}</p>
      {error ? <ErrorNote error={error} /> : null}
      <div className={styles.list}>
        <HistoryPage coders={project.coders} isBusy={isPending} onChoose={choose} />
      </div>
    </Dialog>
  );
}
