import type { ReactNode } from 'react';
import { downloadTicket } from '../../api/files.ts';
import { call } from '../../api/connection.ts';
import { useQuery } from '../../api/hooks.ts';
import { openOverlay } from '../../app/commands/overlays.ts';
import { reportError } from '../../api/error-report.ts';
import { showView } from '../../app/navigation.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { ChooseFiles } from '../../ui/choose-files.tsx';
import { Menu } from '../../ui/menu.tsx';
import styles from './team-flow.module.css';
import { nextStep, type TeamStep, teamSteps } from './team-steps.ts';

type TeamFlowProps = {
  readonly onDeal: () => void;
  readonly onMerge: (files: readonly File[]) => void;
};

const protocolFormats = ['html', 'docx', 'md'] as const;

/** The way of a round, step by step: what stands where, and the one thing to do next. */
export function TeamFlow({ onDeal, onMerge }: TeamFlowProps) {
  const { t, language } = useWords();
  const { data: coders = [] } = useQuery('coders.list', {});
  const { data: documents = [] } = useQuery('documents.list', {});
  const { data: copies = [] } = useQuery('copies.list', {});
  const { data: assignments = [] } = useQuery('assignments.list', {});
  const { data: rounds = [] } = useQuery('rounds.list', {});
  const next = nextStep({ coders, assignments: assignments.length, copies, rounds: rounds.length });
  const given = new Set(copies.map(({ coder }) => coder)).size;
  const merged = copies.filter(({ isMerged }) => isMerged).length;

  const protocol = async (format: (typeof protocolFormats)[number]): Promise<void> => {
    const { ticket } = await call('reports.write', { report: { kind: 'protocol' }, format, language });
    await downloadTicket(ticket);
  };
  const look = (step: TeamStep) => (step === next ? { look: 'main' as const } : {});
  const states: Readonly<Record<TeamStep, string>> = {
    coders: t('team.step.coders.state', { coders: coders.length }),
    deal:
      assignments.length === 0
        ? t('team.step.deal.none')
        : t('team.step.deal.state', {
            documents: new Set(assignments.map(({ document }) => document)).size,
            of: documents.length,
            sample: new Set(assignments.flatMap(({ document, inSample }) => (inSample ? [document] : []))).size,
          }),
    copies: t('team.step.copies.state', { given, of: coders.length }),
    merge: copies.length === 0 ? t('team.step.merge.none') : t('team.step.merge.state', { merged, of: copies.length }),
    compare: t('team.step.compare.state', { rounds: rounds.length }),
  };
  const actions: Readonly<Record<TeamStep, ReactNode>> = {
    coders: (
      <Button {...look('coders')} onPress={() => openOverlay('addCoder')}>
        {t('team.coder.add')}
      </Button>
    ),
    deal:
      documents.length === 0 ? null : (
        <Button {...look('deal')} onPress={onDeal}>
          {t('team.assign.deal')}
        </Button>
      ),
    copies: (
      <Menu
        label={t('team.protocol')}
        trigger={<Button {...look('copies')}>{t('team.protocol')}</Button>}
        entries={protocolFormats.map((format) => ({
          id: format,
          label: t(`reports.format.${format}`),
          run: () => void protocol(format).catch(reportError),
        }))}
      />
    ),
    merge: <ChooseFiles label={t('team.merge')} accept=".vbt" onChoose={onMerge} isMain={next === 'merge'} />,
    compare: (
      <>
        <Button {...look('compare')} onPress={() => showView('rounds')}>
          {t('rounds.make')}
        </Button>
        <Button look="plain" onPress={() => showView('agreement')}>
          {t('app.view.agreement')}
        </Button>
      </>
    ),
  };
  return (
    <ol className={styles.steps} aria-label={t('team.steps')}>
      {teamSteps.map((step, place) => (
        <li key={step} className={styles.step} {...(step === next ? { 'aria-current': 'step' } : {})}>
          <h2 className={styles.title}>
            <span className={styles.number}>{place + 1}</span> {t(`team.step.${step}`)}
          </h2>
          <p className={styles.text}>{t(`team.step.${step}.text`)}</p>
          <p className={styles.state}>{states[step]}</p>
          <div className={styles.action}>{actions[step]}</div>
        </li>
      ))}
    </ol>
  );
}
