import { useMemo } from 'react';
import { useQuery } from '../../api/hooks.ts';
import { showView } from '../../app/navigation.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useKept } from '../results/kept-state.ts';
import result from '../results/result.module.css';
import { TranscriptFilter, transcriptFilter, useTranscriptCaption } from '../results/transcript-filter.tsx';
import { useNamedCodes } from '../results/use-codes.ts';
import { useProject } from '../results/use-project.ts';
import { ActivityPortrait } from './activity-portrait.tsx';
import { FrequencyPortrait } from './frequency-portrait.tsx';
import { InterviewPortrait } from './interview-portrait.tsx';
import styles from './portraits.module.css';
import { SaturationPortrait } from './saturation-portrait.tsx';
import { firstSettings, portraitKinds, type PortraitSettings } from './settings.ts';

/** One look at the codings: over transcripts, along one interview, in reading order, by day. */
export function PortraitsScreen() {
  const { t } = useWords();
  const project = useProject();
  const names = useNamedCodes();
  const [settings, setSettings] = useKept('portraits.settings', firstSettings);
  const { data: coders } = useQuery('coders.list', {});
  const { data: documents } = useQuery('documents.list', {});
  const filterCaption = useTranscriptCaption(settings.transcripts);
  const filter = useMemo(() => transcriptFilter(settings.transcripts), [settings.transcripts]);
  const coding = (coders ?? []).filter(({ codings }) => codings > 0);
  const change = (next: Partial<PortraitSettings>): void => setSettings({ ...settings, ...next });
  if (!project || !names || !coders || !documents)
    return <div className={`${result.screen} ${result.inset} ${styles.screen}`} />;
  if (coding.length === 0 || documents.length === 0)
    return (
      <div className={`${result.screen} ${result.inset} ${styles.screen}`}>
        <h1 className={result.title}>{t('portraits.title')}</h1>
        <div className={styles.empty}>
          <EmptyState
            title={t('portraits.empty.title')}
            text={t('portraits.empty.text')}
            action={
              <Button look="main" onPress={() => showView('code')}>
                {t('cooccurrence.empty.action')}
              </Button>
            }
          />
        </div>
      </div>
    );
  const own = coding.find(({ id }) => id === project.coder) ?? coding[0]!;
  const coder = settings.coder ?? own.id;
  const { kind } = settings;
  const interview =
    documents.find(({ id }) => id === settings.interview) ??
    documents.find(({ codings }) => codings > 0) ??
    documents[0]!;
  const isOfOne = kind === 'interview' || kind === 'lines';
  const row = (
    <fieldset aria-label={t('results.settings')} className={result.settings}>
      <Choice
        label={t('portraits.kind.label')}
        value={kind}
        options={portraitKinds.map((id) => ({ id, label: t(`portraits.kind.${id}`) }))}
        onChange={(next) => change({ kind: next })}
      />
      {isOfOne ? (
        <Choice
          label={t('portraits.interview.label')}
          value={String(interview.id)}
          options={documents.map(({ id, name }) => ({ id: String(id), label: name }))}
          onChange={(next) => change({ interview: next })}
        />
      ) : null}
      {kind === 'frequency' ? (
        <>
          <Choice
            label={t('portraits.columns.label')}
            value={settings.columns}
            options={(['document', 'case'] as const).map((id) => ({ id, label: t(`portraits.columns.${id}`) }))}
            onChange={(columns) => change({ columns })}
          />
          <Choice
            label={t('portraits.children.label')}
            value={settings.children}
            options={(['apart', 'parents'] as const).map((id) => ({ id, label: t(`portraits.children.${id}`) }))}
            onChange={(children) => change({ children })}
          />
        </>
      ) : null}
      {kind === 'saturation' ? (
        <Choice
          label={t('portraits.order.label')}
          value={settings.order}
          options={(['listed', 'coded'] as const).map((id) => ({ id, label: t(`portraits.order.${id}`) }))}
          onChange={(order) => change({ order })}
        />
      ) : null}
      {kind === 'activity' ? null : (
        <Choice
          label={t('results.coder.label')}
          value={String(coder)}
          options={[
            ...coding.map(({ id, name }) => ({ id: String(id), label: name })),
            ...(coding.length > 1
              ? [
                  { id: 'together', label: t('results.coder.together') },
                  { id: 'gold', label: t('results.coder.gold') },
                ]
              : []),
          ]}
          onChange={(next) => change({ coder: next as PortraitSettings['coder'] })}
        />
      )}
      {kind === 'frequency' || kind === 'saturation' ? (
        <TranscriptFilter choice={settings.transcripts} onChange={(transcripts) => change({ transcripts })} />
      ) : null}
    </fieldset>
  );
  const told = [
    coder === 'together'
      ? t('portraits.caption.together')
      : coder === 'gold'
        ? t('results.caption.gold')
        : t('cooccurrence.caption.coder', { coder: coding.find(({ id }) => id === coder)?.name ?? '' }),
    isOfOne ? '' : filterCaption,
  ];
  const shared = { settings, coder, names, told, filter, interview: String(interview.id), row };
  return (
    <div className={`${result.screen} ${result.inset} ${styles.screen}`}>
      {kind === 'frequency' ? <FrequencyPortrait {...shared} /> : null}
      {isOfOne ? <InterviewPortrait {...shared} /> : null}
      {kind === 'saturation' ? <SaturationPortrait {...shared} /> : null}
      {kind === 'activity' ? <ActivityPortrait {...shared} /> : null}
    </div>
  );
}
