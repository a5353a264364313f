import { useMemo } from 'react';
import { useQuery } from '../../api/hooks.ts';
import { showView } from '../../app/navigation.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { useKept } from '../results/kept-state.ts';
import result from '../results/result.module.css';
import { useNamedCodes } from '../results/use-codes.ts';
import { useProject } from '../results/use-project.ts';
import { ComparisonResult } from './comparison-result.tsx';
import styles from './comparison.module.css';
import { ComparisonSettings } from './comparison-settings.tsx';
import { columnCodes, comparisonInput, firstSettings, groupingOf, rowCodes, type Settings } from './settings.ts';
import { markerOf } from '../results/marker.tsx';

/** Behaviours, other codes or groups of respondents side by side: who said what about each, with tests and passages. */
export function ComparisonScreen() {
  const { t } = useWords();
  const project = useProject();
  const names = useNamedCodes();
  const [settings, setSettings] = useKept('comparison.settings', firstSettings);
  const { data: codes } = useQuery('codes.list', {});
  const { data: coders } = useQuery('coders.list', {});
  const { data: plane } = useQuery('plane.get', {});

  const coding = useMemo(() => (coders ?? []).filter(({ codings }) => codings > 0), [coders]);
  const coder =
    settings.coder ?? (coding.some(({ id }) => id === project?.coder) ? project!.coder : (coding[0]?.id ?? null));
  const chosen = useMemo(() => {
    if (!codes || !plane || coder === null) return null;
    const columns = columnCodes(
      settings,
      codes,
      plane.sheet.behaviours.map(({ code }) => code),
    );
    const rows = rowCodes(settings, codes, columns);
    const marker = markerOf(settings.marker, codes);
    return { rows, columns, marker, input: comparisonInput(settings, { rows, columns, coder, marker }) };
  }, [settings, codes, plane, coder]);
  const by = groupingOf(settings);
  const { data, error } = useQuery(
    'comparison.compute',
    {
      ...(chosen?.input ?? {
        rows: [],
        columns: { kind: 'codes', codes: [] },
        rule: 'overlap',
        children: 'apart',
        coder: 'together',
      }),
      ...(by ? { by } : {}),
    },
    { enabled: chosen?.input != null, keepPrevious: true, ownErrors: true },
  );
  const change = (next: Partial<Settings>): void => setSettings({ ...settings, ...next });
  const isReady = chosen !== null && codes && names && project;
  const settingsRow = isReady ? (
    <ComparisonSettings
      settings={settings}
      onChange={change}
      codes={codes}
      names={names}
      coders={coding}
      coder={coder ?? ''}
    />
  ) : null;
  // The table of settings no longer chosen may still stand for a moment: it is not drawn under new heads.
  const fits =
    data !== undefined &&
    chosen?.input != null &&
    data.all.cells.length === chosen.rows.length &&
    (data.values !== null || data.all.inColumns.length === chosen.columns.length);

  return (
    <div className={styles.screen}>
      {isReady && data && chosen.input && fits ? (
        <ComparisonResult
          table={data}
          input={chosen.input}
          by={by}
          settings={settings}
          rows={chosen.rows}
          columns={chosen.columns}
          marker={chosen.marker}
          names={names}
          project={project}
          behaviours={plane?.sheet.behaviours ?? []}
        >
          {settingsRow}
        </ComparisonResult>
      ) : (
        <>
          <h1 className={result.title}>{t('comparison.title')}</h1>
          {chosen && coding.length > 0 ? settingsRow : null}
          {error ? <ErrorNote error={error} /> : null}
          {coders && coding.length === 0 ? (
            <EmptyState
              title={t('cooccurrence.empty.title')}
              text={t('comparison.empty.text')}
              action={
                <Button look="main" onPress={() => showView('code')}>
                  {t('cooccurrence.empty.action')}
                </Button>
              }
            />
          ) : null}
          {chosen && chosen.input === null && coding.length > 0 ? (
            <EmptyState
              title={t('comparison.choose.title')}
              text={t('comparison.choose.text')}
              action={
                <Button look="main" onPress={() => showView('plane')}>
                  {t('comparison.choose.action')}
                </Button>
              }
            />
          ) : null}
        </>
      )}
    </div>
  );
}
