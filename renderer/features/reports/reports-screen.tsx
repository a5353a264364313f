import { useEffect, useMemo, useState } from 'react';
import { reportFormats, type ReportFormat, reportKinds } from '../../../shared/contract/methods/reports.ts';
import { VerbatimError } from '../../../shared/contract/errors.ts';
import type { Output } from '../../../shared/contract/methods.ts';
import type { CodeId } from '../../../shared/domain/ids.ts';
import { downloadTicket } from '../../api/files.ts';
import { useJob, useQuery } from '../../api/hooks.ts';
import { reportError } from '../../api/error-report.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { PrivacyButton } from '../protection/privacy-button.tsx';
import { useKept, useKeptScroll } from '../results/kept-state.ts';
import { markerOf } from '../results/marker.tsx';
import result from '../results/result.module.css';
import { Anonymising, type AnonymisingState, notAnonymised } from './anonymising.tsx';
import { ReportPreview } from './report-preview.tsx';
import { firstSettings, ReportSettings, requestOf } from './report-settings.tsx';
import styles from './reports-screen.module.css';

type Kind = (typeof reportKinds)[number];

/** What can be put on paper: kind, settings, what is told of people; its first pages as they will be, and the file. */
export function ReportsScreen() {
  const { t, language } = useWords();
  const [kind, setKind] = useKept<Kind>('reports.kind', 'passages');
  const [settings, setSettings] = useKept('reports.settings', firstSettings);
  const [format, setFormat] = useKept<ReportFormat>('reports.format', 'docx');
  const [people, setPeople] = useKept<AnonymisingState>('reports.people', notAnonymised);
  const { data: codes = [] } = useQuery('codes.list', {});
  const write = useJob('reports.write');
  const input = useMemo(() => {
    const below = (code: CodeId): CodeId[] =>
      codes.filter(({ parent, codable }) => parent === code && codable).map(({ id }) => id);
    return {
      report: requestOf(kind, settings, markerOf(settings.marker, codes), below),
      language,
      anonymised: people.isOn ? { attributes: [...people.kept] } : null,
    };
  }, [kind, settings, people, language, codes]);
  const { report, error, isWriting } = usePreview(input);
  const scroll = useKeptScroll<HTMLElement>('reports.preview');

  const make = async (): Promise<string | null> => (await write.run({ ...input, format }))?.ticket ?? null;
  const save = async (): Promise<void> => {
    const ticket = await make();
    if (ticket !== null) await downloadTicket(ticket);
  };

  return (
    <div className={styles.screen}>
      <section className={styles.settings} aria-label={t('results.settings')}>
        <div className={styles.asked}>
          <h1 className={result.title}>{t('reports.title')}</h1>
          <div role="radiogroup" aria-label={t('reports.kind')} className={styles.kinds}>
            {reportKinds.map((one) => (
              <label key={one} className={styles.kind} data-selected={one === kind}>
                <input
                  type="radio"
                  name="report"
                  aria-label={t(`reports.kind.${one}`)}
                  checked={one === kind}
                  onChange={() => setKind(one)}
                />
                <span>
                  <b>{t(`reports.kind.${one}`)}</b>
                  <span className={styles.note}>{t(`reports.kind.${one}.text`)}</span>
                </span>
              </label>
            ))}
          </div>
          <div className={styles.choices}>
            <ReportSettings kind={kind} settings={settings} onChange={setSettings} />
          </div>
          <Anonymising state={people} onChange={setPeople} />
        </div>
        <div className={styles.save}>
          <Choice
            label={t('reports.format')}
            value={format}
            options={reportFormats.map((one) => ({ id: one, label: t(`reports.format.${one}`) }))}
            onChange={setFormat}
          />
          {format === 'html' ? <p className={styles.note}>{t('reports.print')}</p> : null}
          <div className={styles.buttons}>
            {write.isRunning ? <Button onPress={write.cancel}>{t('app.cancel')}</Button> : null}
            <PrivacyButton make={make} isDisabled={write.isRunning} />
            <Button look="main" isDisabled={write.isRunning} onPress={() => void save().catch(reportError)}>
              {t('reports.save')}
            </Button>
          </div>
        </div>
      </section>
      {/* A region that scrolls is reached by the keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section ref={scroll} className={styles.preview} aria-label={t('reports.preview')} tabIndex={0}>
        {error ? <ErrorNote error={error} /> : null}
        {isWriting && report?.kind !== kind ? (
          <p role="status" className={styles.writing}>
            {t('reports.preview.writing')}
          </p>
        ) : null}
        {report?.kind === kind ? (
          <article className={styles.page} aria-busy={isWriting}>
            <h2 className={styles.reportTitle}>{report.title}</h2>
            <dl className={styles.facts}>
              {report.settings.map(([name, value]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
            <ReportPreview blocks={report.blocks} />
            {report.total > report.blocks.length ? <p className={styles.note}>{t('reports.preview.more')}</p> : null}
            <footer className={styles.note}>{report.footer.join(' ')}</footer>
          </article>
        ) : null}
      </section>
    </div>
  );
}

type Preview = Output<'reports.read'> & { readonly kind: Kind };

type ReadInput = Omit<Parameters<ReturnType<typeof useJob<'reports.read'>>['run']>[0], 'blocks'>;

/** The first pages of a report, made anew when what it asks for or the project has changed. */
function usePreview(input: ReadInput): {
  report: Preview | null;
  error: VerbatimError | null;
  isWriting: boolean;
} {
  const { run, cancel, isRunning: isWriting } = useJob('reports.read');
  const revision = useQuery('history.state', {}).data?.revision;
  const [report, setReport] = useState<Preview | null>(null);
  const [error, setError] = useState<VerbatimError | null>(null);
  useEffect(() => {
    let isWanted = true;
    run(input).then(
      (next) => {
        if (!isWanted) return;
        setReport(next && { ...next, kind: input.report.kind });
        setError(null);
      },
      (thrown: unknown) => {
        if (!isWanted) return;
        setReport(null);
        if (thrown instanceof VerbatimError) setError(thrown);
        else reportError(thrown);
      },
    );
    return () => {
      isWanted = false;
      cancel();
    };
  }, [run, cancel, input, revision]);
  return { report, error, isWriting };
}
