import { useEffect, useState } from 'react';
import type { ExchangeExport, ExchangeReport } from '../../../shared/contract/methods/exchange.ts';
import { useJob, useQuery } from '../../api/hooks.ts';
import { closeOverlay } from '../../app/commands/overlays.ts';
import { useSaveAndClose } from '../../app/use-save-and-close.ts';
import { reportError } from '../../api/error-report.ts';
import type { OpenProject } from '../../app/use-open-project.ts';
import { useWords } from '../../i18n/text.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { RadioList } from '../../ui/radio-list.tsx';
import { Tick } from '../../ui/tick.tsx';
import { TickList } from '../../ui/tick-list.tsx';
import { PrivacyButton } from '../protection/privacy-button.tsx';
import result from '../results/result.module.css';
import { useTicked } from '../results/use-ticked.ts';
import styles from './exchange.module.css';
import { LossList } from './loss-list.tsx';

const formats = ['qdpx', 'qdc', 'archive'] as const;
type Format = (typeof formats)[number];
type Preview = { readonly losses: ExchangeReport['losses']; readonly positionsMatter: boolean };

/** Chooses what of the project goes into a file for other programs or for deposit; says first what it cannot hold. */
export function ExportProjectDialog({ project }: { project: OpenProject }) {
  const { t } = useWords();
  const { data: documents = [] } = useQuery('documents.list', {});
  const [format, setFormat] = useState<Format>('qdpx');
  const { data: table } = useQuery('cases.list', {});
  const told = (table?.attributes ?? []).filter(({ confidential }) => !confidential);
  const [kept, toggleKept] = useTicked();
  const [left, toggle] = useTicked();
  const [anonymous, setAnonymous] = useState(false);
  const [utf16, setUtf16] = useState(false);
  const [withConfidential, setWithConfidential] = useState(false);
  const [preview, setPreview] = useState<Preview | null>(null);
  const previewJob = useJob('exchange.exportPreview');
  const exportJob = useJob('exchange.export');
  const archiveJob = useJob('archive.write');
  const isRunning = exportJob.isRunning || archiveJob.isRunning;

  const coders = project.coders.filter(({ id }) => !left.has(id)).map(({ id }) => id);
  const chosen = documents.filter(({ id }) => !left.has(id)).map(({ id }) => id);
  const isEmpty = format === 'qdpx' && (coders.length === 0 || (documents.length > 0 && chosen.length === 0));
  const exchanged: ExchangeExport['format'] = format === 'qdc' ? 'qdc' : 'qdpx';
  const options: ExchangeExport = {
    format: exchanged,
    anonymous,
    ...(anonymous ? { attributes: told.flatMap(({ id, key }) => (kept.has(id) ? [key] : [])) } : {}),
    positions: utf16 ? 'utf16' : 'code-points',
    ...(coders.length < project.coders.length && coders.length > 0 ? { coders } : {}),
    ...(chosen.length < documents.length && chosen.length > 0 ? { documents: chosen } : {}),
  };
  const asked = JSON.stringify(options);
  const { run: look } = previewJob;
  useEffect(() => {
    if (format === 'archive' || isEmpty) return;
    let isStale = false;
    look(JSON.parse(asked) as ExchangeExport)
      .then((answer) => {
        if (!isStale) setPreview(answer);
      })
      .catch(reportError);
    return () => {
      isStale = true;
    };
  }, [asked, format, isEmpty, look]);

  const ticked = (things: readonly { readonly id: string; readonly name: string }[]) =>
    things.map(({ id, name }) => ({ id, label: name, isTicked: !left.has(id) }));
  const make = async (): Promise<string | null> => {
    const made = format === 'archive' ? await archiveJob.run({ withConfidential }) : await exportJob.run(options);
    return made?.ticket ?? null;
  };
  const { save, error } = useSaveAndClose(make);
  const cancel = (): void => {
    exportJob.cancel();
    archiveJob.cancel();
    closeOverlay();
  };

  return (
    <Dialog
      title={t('exchange.export.title')}
      width="wide"
      onClose={cancel}
      buttons={<PrivacyButton make={make} isDisabled={isRunning || isEmpty} />}
      confirm={{
        label: t(isRunning ? 'exchange.export.running' : 'exchange.export.save'),
        run: () => void save(),
        isDisabled: isRunning || isEmpty,
      }}
    >
      <div className={styles.dialog}>
        <RadioList
          label={t('exchange.export.format')}
          value={format}
          options={formats.map((id) => ({ id, label: t(`exchange.export.${id}`) }))}
          onChange={setFormat}
        />
        {format === 'qdpx' ? (
          <>
            <TickList label={t('exchange.export.coders')} items={ticked(project.coders)} onToggle={toggle} />
            <TickList label={t('exchange.export.documents')} items={ticked(documents)} onToggle={toggle} />
            <div role="group" aria-label={t('exchange.export.how')}>
              <Tick label={t('exchange.export.anonymous')} isTicked={anonymous} onChange={setAnonymous} />
              {preview?.positionsMatter ? (
                <Tick label={t('exchange.export.utf16')} isTicked={utf16} onChange={setUtf16} />
              ) : null}
            </div>
            {anonymous && told.length > 0 ? (
              <TickList
                label={t('reports.anonymise.keep')}
                items={told.map(({ id, name }) => ({ id, label: name, isTicked: kept.has(id) }))}
                onToggle={toggleKept}
              />
            ) : null}
          </>
        ) : null}
        {format === 'archive' ? (
          <Tick label={t('exchange.export.confidential')} isTicked={withConfidential} onChange={setWithConfidential} />
        ) : (
          <section aria-live="polite">
            <h3 className={styles.head}>{t('exchange.export.losses')}</h3>
            {preview === null ? null : preview.losses.length === 0 ? (
              <p className={result.note}>{t('exchange.export.nothingLost')}</p>
            ) : (
              <LossList losses={preview.losses} />
            )}
          </section>
        )}
        {error ? <ErrorNote error={error} /> : null}
      </div>
    </Dialog>
  );
}
