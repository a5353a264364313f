import { useEffect } from 'react';
import type { Output } from '../../../shared/contract/methods.ts';
import type { InterfaceLanguage } from '../../../shared/contract/schema/scalars.ts';
import { keysShown } from '../../app/commands/keys.ts';
import { openOverlay } from '../../app/commands/overlays.ts';
import { ErrorBanner } from '../../app/error-banner.tsx';
import { reportError } from '../../api/error-report.ts';
import { useChangeSettings, useSettings } from '../../app/use-settings.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { useOpenSample } from '../tour/use-open-sample.ts';
import { RecentProjects } from './recent-projects.tsx';
import { useOpenTicket } from './use-open-ticket.ts';
import styles from './welcome-screen.module.css';

const languages: readonly { readonly id: InterfaceLanguage; readonly label: string }[] = [
  { id: 'en', label: 'English' },
  { id: 'zh-Hans', label: '简体中文' },
  { id: 'ja', label: '日本語' },
];

/** First run: begin a project, open one, or look around in the sample study. */
export function WelcomeScreen({ state }: { state: Output<'app.state'> }) {
  const { t } = useWords();
  const sample = useOpenSample();
  const { open, error } = useOpenTicket();
  useEffect(() => {
    if (error) reportError(error);
  }, [error]);
  return (
    <div className={styles.page}>
      <main className={styles.start}>
        <h1 className={styles.hero}>{t('app.name')}</h1>
        <p className={styles.tagline}>{t('welcome.tagline')}</p>
        <ul className={styles.ways}>
          <Way
            title={t('welcome.new')}
            text={t('welcome.new.text')}
            autoFocus
            onClick={() => openOverlay('newProject')}
          />
          <Way
            title={t('welcome.open')}
            text={t('welcome.open.text')}
            keys={keysShown('Mod+O')}
            onClick={() => openOverlay('openProject')}
          />
          <Way
            title={t('welcome.sample')}
            text={t('welcome.sample.text')}
            keys={keysShown('Mod+Shift+O')}
            isBusy={sample.isPending}
            onClick={sample.open}
          />
        </ul>
        <p className={styles.drop}>{t('welcome.drop')}</p>
      </main>
      <aside className={styles.recent}>
        <h2 className={styles.recentHead}>{t('welcome.recent')}</h2>
        <RecentProjects projects={state.recent} onOpen={open} />
        <div className={styles.restore}>
          <Button look="flush" onPress={() => openOverlay('restoreBackup')}>
            {t('command.backup.restore')}
          </Button>
        </div>
      </aside>
      <div className={styles.foot}>
        <ErrorBanner />
        <footer className={styles.status}>
          <span>{t('welcome.version', { version: state.version })}</span>
          <span>{t('welcome.offline')}</span>
          <span className={styles.gap} />
          <Preferences />
        </footer>
      </div>
    </div>
  );
}

type WayProps = {
  readonly title: string;
  readonly text: string;
  readonly keys?: string;
  readonly isBusy?: boolean;
  readonly autoFocus?: boolean;
  readonly onClick: () => void;
};

function Way({ title, text, keys, isBusy, autoFocus, onClick }: WayProps) {
  return (
    <li>
      <button
        type="button"
        className={styles.way}
        onClick={onClick}
        disabled={isBusy}
        // The first thing on the page one can do.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={autoFocus}
      >
        <b>{title}</b>
        <span className={styles.wayText}>{text}</span>
        <kbd>{keys}</kbd>
      </button>
    </li>
  );
}

function Preferences() {
  const { t, language } = useWords();
  const { theme } = useSettings();
  const change = useChangeSettings();
  return (
    <>
      {languages.map(({ id, label }) => (
        <button
          key={id}
          type="button"
          lang={id}
          className={styles.language}
          data-word={label}
          aria-pressed={id === language}
          onClick={() => change({ language: id })}
        >
          {label}
        </button>
      ))}
      <Choice
        label={t('app.theme.label')}
        hideLabel
        value={theme}
        options={[
          { id: 'system', label: t('app.theme.system') },
          { id: 'light', label: t('app.theme.light') },
          { id: 'dark', label: t('app.theme.dark') },
        ]}
        onChange={(chosen) => change({ theme: chosen })}
      />
    </>
  );
}
