import { useId, useState } from 'react';
import type { Settings } from '../../../shared/contract/methods/settings.ts';
import { openOverlay } from '../../app/commands/overlays.ts';
import { useOpenProject } from '../../app/use-open-project.ts';
import { useChangeSettings, useSettings } from '../../app/use-settings.ts';
import { call } from '../../api/connection.ts';
import { useCommand, useQuery } from '../../api/hooks.ts';
import { reportError } from '../../api/error-report.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Tick } from '../../ui/tick.tsx';
import styles from './settings-dialog.module.css';

const languages = ['system', 'en', 'zh-Hans', 'ja'] as const;
/** Every language by its own name. */
const languageNames = { en: 'English', 'zh-Hans': '简体中文', ja: '日本語' } as const;
const themes = ['system', 'light', 'dark'] as const;
const faces = ['serif', 'sans'] as const;
const marks = ['tint', 'lines', 'stripes'] as const;

/** Everything the reader can set for this computer; each change is seen at once. */
export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const { t, intl } = useWords();
  const settings = useSettings();
  const change = useChangeSettings();
  return (
    <Dialog
      title={t('settings.title')}
      onClose={onClose}
      buttons={
        <>
          <Button onPress={() => openOverlay('help')}>{t('settings.keys')}</Button>
          <Button autoFocus onPress={onClose}>
            {t('app.close')}
          </Button>
        </>
      }
    >
      <div className={styles.rows}>
        <Choice
          label={t('settings.language')}
          value={settings.language ?? 'system'}
          options={languages.map((language) => ({
            id: language,
            label: language === 'system' ? t('settings.asSystem') : languageNames[language],
          }))}
          onChange={(language) => change({ language: language === 'system' ? null : language })}
        />
        <Choice
          label={t('settings.theme')}
          value={settings.theme}
          options={themes.map((theme) => ({ id: theme, label: t(`settings.theme.${theme}`) }))}
          onChange={(theme) => change({ theme })}
        />
      </div>
      <h3 className={styles.head}>{t('settings.reading')}</h3>
      <div className={styles.rows}>
        <Choice
          label={t('settings.readingFace')}
          value={settings.readingFace}
          options={faces.map((face) => ({ id: face, label: t(`settings.readingFace.${face}`) }))}
          onChange={(readingFace) => change({ readingFace })}
        />
        <Choice
          label={t('settings.marks')}
          value={settings.marks}
          options={marks.map((mark) => ({ id: mark, label: t(`settings.marks.${mark}`) }))}
          onChange={(chosen) => change({ marks: chosen })}
        />
        <Slider
          label={t('settings.textSize')}
          value={settings.textSize}
          range={[13, 28, 1]}
          shown={intl.formatNumber(settings.textSize)}
          onChange={(textSize) => change({ textSize })}
        />
        <Slider
          label={t('settings.measure')}
          value={settings.measure}
          range={[28, 44, 1]}
          shown={t('settings.em', { value: settings.measure })}
          onChange={(measure) => change({ measure })}
        />
        <Slider
          label={t('settings.lineHeight')}
          value={settings.lineHeight}
          range={[1.4, 2, 0.05]}
          shown={intl.formatNumber(settings.lineHeight, { minimumFractionDigits: 2 })}
          onChange={(lineHeight) => change({ lineHeight })}
        />
      </div>
      <h3 className={styles.head}>{t('settings.coding')}</h3>
      <Tick
        label={t('settings.askForMemos')}
        isTicked={settings.askForMemos}
        onChange={(askForMemos) => change({ askForMemos })}
      />
      <CoderName />
      <BackupsFolder />
    </Dialog>
  );
}

type SliderProps = {
  readonly label: string;
  readonly value: number;
  /** Least, most, step. */
  readonly range: readonly [number, number, number];
  readonly shown: string;
  readonly onChange: (value: Settings['textSize']) => void;
};

function Slider({ label, value, range: [min, max, step], shown, onChange }: SliderProps) {
  const id = useId();
  return (
    <div className={styles.slider}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="range"
        {...{ min, max, step, value }}
        aria-valuetext={shown}
        onChange={(event) => onChange(Number(event.target.value))}
      />
      <output htmlFor={id}>{shown}</output>
    </div>
  );
}

/** Where the backups are; the desktop can put them elsewhere. */
function BackupsFolder() {
  const { t } = useWords();
  const { data: state } = useQuery('app.state', {});
  const { data: backups } = useQuery('backups.folder', {});
  const { mutate: move, isPending } = useCommand('backups.move');
  if (!backups) return null;
  const choose = async (): Promise<void> => {
    const { ticket } = await call('dialogs.chooseFolder', {});
    if (ticket !== null) move({ place: ticket });
  };
  return (
    <>
      <h3 className={styles.head}>{t('settings.backups')}</h3>
      <p className={styles.path} translate="no">
        {backups.folder}
      </p>
      {state?.host === 'desktop' ? (
        <div className={styles.coder}>
          <Button isDisabled={isPending} onPress={() => void choose().catch(reportError)}>
            {t('settings.backups.choose')}
          </Button>
          {backups.isOwn ? (
            <Button isDisabled={isPending} onPress={() => move({ place: null })}>
              {t('settings.backups.reset')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </>
  );
}

/** The name of whoever is coding in the project that is open. */
function CoderName() {
  const { t } = useWords();
  const project = useOpenProject();
  const coder = project?.coders.find(({ id }) => id === project.coder);
  const [name, setName] = useState(coder?.name ?? '');
  const rename = useCommand('coders.rename');
  if (!coder) return null;
  const isNew = name.trim() !== '' && name.trim() !== coder.name;
  const confirm = (): void => rename.mutate({ coder: coder.id, name: name.trim() });
  return (
    <>
      <h3 className={styles.head}>{t('settings.project')}</h3>
      <div className={styles.coder}>
        <Field label={t('settings.coder')} value={name} onChange={setName} onEnter={() => isNew && confirm()} />
        <Button isDisabled={!isNew} onPress={confirm}>
          {t('settings.rename')}
        </Button>
      </div>
    </>
  );
}
