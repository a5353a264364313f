import { useCallback } from 'react';
import type { Document, DocumentSummary } from '../../../shared/contract/schema/entities.ts';
import { openOverlay } from '../../app/commands/overlays.ts';
import { useOpenProject } from '../../app/use-open-project.ts';
import { useQueryPart } from '../../api/hooks.ts';
import { useChangeSettings, useSettings } from '../../app/use-settings.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { StateIcon } from '../../ui/state-icon.tsx';
import { startCorrecting } from '../corrections/correcting-state.ts';
import { markDone } from '../documents/mark-done.ts';
import { lightCode } from './backlight.ts';
import styles from './transcript-header.module.css';
import { toggleBacklight, useTranscript } from './transcript-state.ts';

const sizes = [15, 17, 19, 22, 26];

/** Whose words these are, from which file, and the few commands that concern the whole transcript. */
export function TranscriptHeader({ document }: { document: Document }) {
  const { t, intl } = useWords();
  const settings = useSettings();
  const change = useChangeSettings();
  const project = useOpenProject();
  const coder = project?.coder;
  const doneBy = useCallback(
    (documents: readonly DocumentSummary[]) =>
      documents.some((one) => one.id === document.id && one.doneBy.some((done) => done === coder)),
    [document.id, coder],
  );
  const isDone = useQueryPart('documents.list', {}, doneBy) === true;
  const title = document.case?.name ?? document.name;
  return (
    <header className={styles.head}>
      <h1 className={styles.title} lang={document.language}>
        {title}
      </h1>
      {title === document.name ? null : (
        <span className={styles.file} lang={document.language}>
          {document.name}
        </span>
      )}
      <div className={styles.tools}>
        <BacklightMenu document={document} />
        <Menu
          label={t('coding.transcript.textSize')}
          trigger={<Button look="plain">{t('coding.transcript.textSize')}</Button>}
          entries={[
            ...sizes.map((size) => ({
              id: String(size),
              label: intl.formatNumber(size),
              run: () => change({ textSize: size }),
            })),
            { id: 'serif', label: t('command.readingFace.serif'), run: () => change({ readingFace: 'serif' }) },
            { id: 'sans', label: t('command.readingFace.sans'), run: () => change({ readingFace: 'sans' }) },
          ]}
          selected={[String(settings.textSize), settings.readingFace]}
        />
        <CorrectMenu document={document} />
        {project ? (
          <Button
            look="plain"
            {...(isDone ? { 'aria-label': t('coding.transcript.markNotDone') } : {})}
            onPress={() => markDone(document.id, project.coder, !isDone)}
          >
            {isDone ? <StateIcon state="ok" /> : null}
            {t(isDone ? 'coding.documents.done' : 'coding.transcript.markDone')}
          </Button>
        ) : null}
      </div>
    </header>
  );
}

/** Everything that corrects a transcript rather than codes it. */
function CorrectMenu({ document }: { document: Document }) {
  const { t } = useWords();
  return (
    <Menu
      label={t('correcting.menu')}
      trigger={<Button look="plain">{t('correcting.menu')}</Button>}
      entries={[
        { id: 'text', label: t('command.correcting.start'), keys: 'E', run: () => startCorrecting(document.id) },
        {
          id: 'speakers',
          label: t('command.speakers'),
          run: () => openOverlay({ kind: 'speakers', document: document.id }),
        },
        { id: 'reimport', label: t('command.reimport'), run: () => openOverlay({ kind: 'reimport', document }) },
        { id: 'review', label: t('command.review'), run: () => openOverlay('review') },
      ]}
    />
  );
}

/** What to light and what to dim, for the pointer; the keys are in the list of commands. */
function BacklightMenu({ document }: { document: Document }) {
  const { t } = useWords();
  const backlight = useTranscript((s) => s.backlight);
  const label = t('coding.backlight');
  return (
    <Menu
      label={label}
      trigger={<Button look="plain">{backlight ? t('coding.backlight.on') : label}</Button>}
      entries={[
        { id: 'uncoded', label: t('coding.backlight.uncoded'), run: () => toggleBacklight({ kind: 'uncoded' }) },
        { id: 'code', label: t('coding.backlight.code'), run: lightCode },
        ...document.speakers.map(({ id, name }) => ({
          id,
          label: name,
          run: () => toggleBacklight({ kind: 'speaker', speaker: id }),
        })),
      ]}
      selected={
        backlight === null
          ? []
          : [backlight.kind === 'codes' ? 'code' : backlight.kind === 'uncoded' ? 'uncoded' : (backlight.speaker ?? '')]
      }
    />
  );
}
