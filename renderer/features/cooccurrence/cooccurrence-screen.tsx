import { type ReactNode, useMemo } from 'react';
import { useQuery } from '../../api/hooks.ts';
import { showView } from '../../app/navigation.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { markerOf } from '../results/marker.tsx';
import { useKept } from '../results/kept-state.ts';
import result from '../results/result.module.css';
import { useNamedCodes } from '../results/use-codes.ts';
import { useProject } from '../results/use-project.ts';
import { CooccurrenceResult } from './cooccurrence-result.tsx';
import styles from './cooccurrence-screen.module.css';
import { CooccurrenceSettings } from './cooccurrence-settings.tsx';
import { codesUsedAtLeast, comfortableLeast, leastChoices } from './pair-rows.ts';
import { RelationResult } from './relation-result.tsx';
import type { ShownProps } from './result-props.ts';
import { computeInput, firstSettings, gold, type Settings, together } from './settings.ts';
import { useCaption } from './use-caption.ts';

/** Which codes go together: settings as a sentence, heat map or network, table of pairs, and the passages of what is chosen. */
export function CooccurrenceScreen() {
  const { t } = useWords();
  const project = useProject();
  const names = useNamedCodes();
  const [settings, setSettings] = useKept('cooccurrence.settings', firstSettings);
  const { data: codes } = useQuery('codes.list', {});
  const marker = markerOf(settings.marker, codes ?? []);
  const { data, error } = useQuery('cooccurrence.compute', computeInput(settings, marker), {
    enabled: codes !== undefined,
    keepPrevious: true,
    ownErrors: true,
  });
  const { data: coders } = useQuery('coders.list', {});
  const coded = useMemo(() => data?.blocks.filter((block) => block.codes.length > 0) ?? [], [data]);
  const block =
    coded.find((one) => one.coder === settings.coder) ??
    coded.find((one) => one.coder === project?.coder) ??
    coded[0] ??
    null;
  const change = (next: Partial<Settings>): void => setSettings({ ...settings, ...next });
  const isUntouched = settings === firstSettings;

  return (
    <div className={`${result.screen} ${result.inset} ${styles.screen}`}>
      {block && names && project && data && coders ? (
        <Shown
          block={block}
          coders={coders.filter(({ codings }) => codings > 0)}
          names={names}
          settings={settings}
          marker={marker}
          onChange={change}
          project={project}
          revision={data.revision}
        />
      ) : (
        <div className={styles.empty}>
          <h1 className={result.title}>{t('cooccurrence.title')}</h1>
          {error ? <ErrorNote error={error} /> : null}
          {data && coded.length === 0 ? (
            <EmptyState
              title={t(isUntouched ? 'cooccurrence.empty.title' : 'cooccurrence.nothing.title')}
              text={t(isUntouched ? 'cooccurrence.empty.text' : 'cooccurrence.nothing.text')}
              action={
                isUntouched ? (
                  <Button look="main" onPress={() => showView('code')}>
                    {t('cooccurrence.empty.action')}
                  </Button>
                ) : (
                  <Button onPress={() => setSettings(firstSettings)}>{t('results.filter.reset')}</Button>
                )
              }
            />
          ) : null}
        </div>
      )}
    </div>
  );
}

function Shown({ block, coders, names, settings, marker, onChange, project, revision }: ShownProps) {
  const { t } = useWords();
  const choices = leastChoices(block);
  const least = settings.least ?? comfortableLeast(block);
  const caption = useCaption(
    settings,
    {
      ...block,
      shown: codesUsedAtLeast(block, least),
      total: block.codes.length,
      least,
    },
    { synthetic: project.synthetic, names, marker },
  );
  const head = (end: ReactNode): ReactNode => (
    <>
      <div className={result.titlebar}>
        <h1 className={result.title}>{t('cooccurrence.title')}</h1>
        <p className={result.caption} aria-live="polite">
          {caption}
        </p>
        <div className={result.end}>{end}</div>
      </div>
      <CooccurrenceSettings
        settings={settings}
        onChange={onChange}
        coders={coders}
        taken={{
          coder: block.coder ?? (settings.coder === gold ? gold : together),
          scope: settings.relation === null ? block.scope : null,
          least,
          marker,
        }}
        leastChoices={choices}
        names={names}
      />
    </>
  );
  const shared = { block, names, settings, marker, onChange, least, project, revision, caption, head };
  return settings.relation === null ? (
    <CooccurrenceResult {...shared} />
  ) : (
    <RelationResult {...shared} relation={settings.relation} />
  );
}
