import { useRef, useState } from 'react';
import type { Attribute } from '../../../shared/contract/methods/cases.ts';
import { downloadTicket } from '../../api/files.ts';
import { useChosenFile } from '../../api/use-chosen-file.ts';
import { useJob, useQuery } from '../../api/hooks.ts';
import { reportError } from '../../api/error-report.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { ChooseFile } from '../../ui/choose-files.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { showToast } from '../../ui/toast.tsx';
import { ExportMenu } from '../results/export-menu.tsx';
import { useKept } from '../results/kept-state.ts';
import result from '../results/result.module.css';
import { joinedSentences } from '../results/sentences.ts';
import { useProject } from '../results/use-project.ts';
import { AnsweringCases, type Which } from './answering-cases.tsx';
import { Correlations } from './correlations.tsx';
import { ItemChart } from './item-chart.tsx';
import { ItemTable } from './item-table.tsx';
import { surveyTable } from './survey-csv.ts';
import { SurveyImport } from './survey-import.tsx';
import styles from './survey-screen.module.css';

type Settings = { readonly by: string | null; readonly item: string | null };

const firstSettings: Settings = { by: null, item: null };
/** More values than this make no groups anybody can read. */
const mostGroups = 12;
const accepted = '.csv,.tsv,.txt,.xlsx';

/** The survey: what was answered to each item, by any attribute; and its import. */
export function SurveyScreen() {
  const { t } = useWords();
  const { data } = useQuery('cases.list', {});
  const [file, setFile] = useState<{ readonly name: string; readonly ticket: string } | null>(null);
  const ask = useChosenFile();
  const choose = (chosen: File): void => {
    ask(chosen, async (ticket) => ({ name: chosen.name, ticket })).then(setFile, reportError);
  };
  if (!data) return null;
  if (file) return <SurveyImport file={file} onDone={() => setFile(null)} />;
  const chooseButton = (label: string, isMain: boolean) => (
    <ChooseFile label={label} accept={accepted} onChoose={choose} isMain={isMain} />
  );
  if (data.cases.length > 0 && data.attributes.length > 0)
    return (
      <Figures
        attributes={data.attributes}
        groupings={data.attributes.filter(
          ({ id, isDocumentColumn, type }) =>
            !isDocumentColumn &&
            type !== 'date' &&
            groupCount(data.cases, id) >= 2 &&
            groupCount(data.cases, id) <= mostGroups,
        )}
        importButton={chooseButton(t('survey.import.again'), false)}
      />
    );
  return (
    <div className={`${result.screen} ${result.inset}`}>
      <h1 className={result.title}>{t('survey.title')}</h1>
      <EmptyState
        title={t('survey.empty.title')}
        text={t('survey.empty.text')}
        action={chooseButton(t('survey.import'), true)}
      />
    </div>
  );
}

function groupCount(cases: readonly { readonly values: Readonly<Record<string, string>> }[], id: string): number {
  return new Set(cases.flatMap(({ values }) => values[id] ?? [])).size;
}

/** The figure whose cases are shown. */
type Behind = { readonly attribute: string; readonly group: string | null | undefined; readonly which: Which };

type FiguresProps = {
  readonly attributes: readonly Attribute[];
  readonly groupings: readonly Attribute[];
  readonly importButton: React.ReactNode;
};

function Figures({ attributes, groupings, importButton }: FiguresProps) {
  const { t, language } = useWords();
  const project = useProject();
  const chart = useRef<SVGSVGElement>(null);
  const [settings, setSettings] = useKept('survey.settings', firstSettings);
  const exporting = useJob('survey.export');
  const [behind, setBehind] = useState<Behind | null>(null);
  const by = groupings.find(({ id }) => id === settings.by) ?? null;
  const { data } = useQuery('survey.figures', by ? { by: by.id } : {}, { keepPrevious: true });
  const names = new Map<string, Attribute>(attributes.map((attribute) => [attribute.id, attribute]));
  const nameOf = (id: string): string => names.get(id)?.name ?? id;
  if (!data || !project) return null;
  const item = data.items.find(({ attribute }) => attribute === settings.item) ?? data.items[0];
  const attribute = item ? names.get(item.attribute) : undefined;
  const caption = joinedSentences(language, [
    t('survey.caption', { cases: data.cases, items: data.items.length }),
    by ? t('survey.caption.by', { name: by.name }) : '',
    t('survey.caption.missing'),
  ]);
  const exportSurvey = async (): Promise<void> => {
    const made = await exporting.run({ kind: 'survey' });
    if (!made) return;
    await downloadTicket(made.ticket);
    if (made.withheld.length > 0) showToast({ text: t('cases.export.withheld', { names: made.withheld.join(', ') }) });
  };
  return (
    <div className={`${result.screen} ${result.inset}`}>
      <div className={result.titlebar}>
        <h1 className={result.title}>{t('survey.title')}</h1>
        <p className={result.caption} aria-live="polite">
          {caption}
        </p>
        <div className={result.end}>
          {importButton}
          <Button onPress={() => void exportSurvey().catch(reportError)}>{t('survey.export')}</Button>
          {attribute && item ? (
            <ExportMenu
              project={project}
              revision={project.revision}
              title={attribute.name}
              nameWords={by ? [by.name] : []}
              caption={[caption]}
              chart={() => chart.current}
              description={t('survey.chart.description', { name: attribute.name, n: item.all.n })}
              table={() => surveyTable(data, nameOf, by?.name ?? null)}
            />
          ) : null}
        </div>
      </div>
      <fieldset aria-label={t('results.settings')} className={result.settings}>
        <Choice
          label={t('survey.by')}
          value={by?.id ?? 'none'}
          options={[
            { id: 'none', label: t('survey.by.none') },
            ...groupings.map(({ id, name }) => ({ id: id as string, label: name })),
          ]}
          onChange={(id) => {
            setBehind(null);
            setSettings({ ...settings, by: id === 'none' ? null : id });
          }}
        />
      </fieldset>
      {attribute && item ? (
        <div className={styles.two}>
          <ItemTable
            items={data.items}
            nameOf={nameOf}
            by={by?.name ?? null}
            selected={item.attribute}
            onSelect={(id) => {
              setBehind(null);
              setSettings({ ...settings, item: id });
            }}
            onOpen={(id, group, which) => {
              setSettings({ ...settings, item: id });
              setBehind({ attribute: id, group, which });
            }}
          />
          <div className={styles.side}>
            <ItemChart
              attribute={attribute}
              item={item}
              by={by?.name ?? null}
              chart={chart}
              onOpen={(group, which) => setBehind({ attribute: attribute.id, group, which })}
            />
            {behind && behind.attribute === attribute.id ? (
              <AnsweringCases
                attribute={attribute}
                by={by}
                group={behind.group}
                which={behind.which}
                onClose={() => setBehind(null)}
              />
            ) : null}
            <Correlations attribute={attribute} items={data.items.map(({ attribute: id }) => id)} nameOf={nameOf} />
          </div>
        </div>
      ) : (
        <EmptyState title={t('survey.noItems.title')} text={t('survey.noItems.text')} />
      )}
    </div>
  );
}
