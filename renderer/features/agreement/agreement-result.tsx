import { useMemo, useState } from 'react';
import { studyFileName } from '../../../shared/export/file-name.ts';
import type { Output, ParsedInput } from '../../../shared/contract/methods.ts';
import type { ProjectSummary } from '../../../shared/contract/methods/project.ts';
import type { Resampling } from '../../../shared/contract/methods/agreement.ts';
import type { CodeId } from '../../../shared/domain/ids.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { DifferencesPane } from '../adjudication/differences-pane.tsx';
import { useKept, useKeptScroll } from '../results/kept-state.ts';
import result from '../results/result.module.css';
import { useBackgroundJob } from '../results/use-background-job.ts';
import { saveCsv } from '../../api/files.ts';
import { joinedSentences, namesInText } from '../results/sentences.ts';
import type { Sorting } from '../results/sorting.ts';
import { AgreementParts } from './agreement-breakdown.tsx';
import { agreementCsv } from './agreement-csv.ts';
import { AgreementReading } from './agreement-reading.tsx';
import {
  type AgreementColumn,
  type AgreementRow,
  type IntervalMeasure,
  measuresFor,
  rowsInOrder,
} from './agreement-rows.ts';
import styles from './agreement-screen.module.css';
import { AgreementSettings } from './agreement-settings.tsx';
import { AgreementTable } from './agreement-table.tsx';
import { ComparedPassages } from './compared-passages.tsx';
import { intervalsInWords } from './intervals-in-words.ts';
import type { NarrowedTo } from './narrowed.tsx';
import { ReportMenu } from './report-menu.tsx';
import { MethodsParagraph } from './methods-paragraph.tsx';
import { Unitizing } from './unitizing-figures.tsx';

const weakestFirst: Sorting<AgreementColumn> = { column: 'krippendorffAlpha', direction: 'ascending' };

type AgreementResultViewProps = {
  readonly agreement: Output<'agreement.compute'>;
  readonly rows: readonly AgreementRow[];
  readonly settings: ParsedInput<'agreement.compute'>;
  readonly onChange: (settings: ParsedInput<'agreement.compute'>) => void;
  readonly project: ProjectSummary;
};

/** Passages of the chosen code on one side, settings, reading and table on the other. */
export function AgreementResultView({ agreement, rows, settings, onChange, project }: AgreementResultViewProps) {
  const { t, language } = useWords();
  const [sorting, setSorting] = useKept('agreement.sorting', weakestFirst);
  const [chosen, setChosen] = useKept<CodeId | null>('agreement.chosen', null);
  const [narrowed, setNarrowed] = useKept<NarrowedTo | null>('agreement.narrowed', null);
  const showPart = (to: NarrowedTo): void => {
    setChosen(null);
    setNarrowed(to);
  };
  const scroll = useKeptScroll<HTMLDivElement>('agreement.table');
  const compareText = useMemo(() => new Intl.Collator(language).compare, [language]);
  const ordered = useMemo(() => rowsInOrder(rows, sorting, compareText), [rows, sorting, compareText]);
  const selected = rows.find(({ code }) => code === chosen) ?? null;
  const [isMethodsOpen, setMethodsOpen] = useState(false);
  const [resampling, setResampling] = useKept<Resampling>('agreement.resampling', 'documents');
  const [wanted, setShown] = useKept<IntervalMeasure>('agreement.shown', 'krippendorffAlpha');
  const shown = measuresFor(agreement.coders.length).includes(wanted) ? wanted : 'krippendorffAlpha';
  const drawn = resampling === 'units' && agreement.unit === 'character' ? 'documents' : resampling;
  // Where they cannot be computed they are simply not there: the table says what is wrong with the data.
  const { answer: intervals } = useBackgroundJob(
    'agreement.intervals',
    { ...settings, resampling: drawn },
    agreement.revision,
  );
  const coders = agreement.coders.map(({ name }) => name);

  return (
    <div className={styles.screen}>
      <div className={styles.result}>
        <div className={result.titlebar}>
          <h1 className={result.title}>{t('agreement.title')}</h1>
          <p className={result.caption} aria-live="polite">
            {t('agreement.caption', {
              coders: namesInText(language, coders),
              count: agreement.documents.length,
              synthetic: project.synthetic ? 'yes' : 'no',
            })}
          </p>
          <div className={result.end}>
            <ReportMenu settings={settings} resampling={drawn} />
            <Button onPress={() => setMethodsOpen(true)}>{t('agreement.methods.open')}</Button>
            <Button
              onPress={() =>
                saveCsv(
                  `${studyFileName(project, t('agreement.title'))}.csv`,
                  agreementCsv(agreement, intervals, rows, {
                    project: project.name,
                    revision: agreement.revision,
                    synthetic: project.synthetic,
                    revisedAt: project.revisedAt,
                  }),
                )
              }
            >
              {t('results.export')}
            </Button>
          </div>
        </div>
        <AgreementSettings
          agreement={agreement}
          settings={settings}
          onChange={(changed) => {
            setNarrowed(null);
            onChange(changed);
          }}
          resampling={drawn}
          onResampling={setResampling}
          shown={shown}
          onShown={setShown}
        />
        <div ref={scroll} className={styles.scroll}>
          <AgreementReading agreement={agreement} rows={rows} />
          <AgreementTable
            agreement={agreement}
            intervals={intervals}
            rows={ordered}
            shown={shown}
            sorting={sorting}
            onSort={setSorting}
            selected={selected}
            onOpen={({ code }) => setChosen(code)}
          />
          <AgreementParts settings={settings} by="document" coders={agreement.coders} onOpen={showPart} />
          <Unitizing settings={settings} revision={agreement.revision} />
          {agreement.coders.length > 2 ? (
            <AgreementParts settings={settings} by="pair" coders={agreement.coders} onOpen={showPart} />
          ) : null}
          <p className={`${result.note} ${styles.foot}`}>
            {joinedSentences(language, [
              t('agreement.foot.hollow'),
              ...(agreement.coders.length > 2 ? [t('agreement.foot.kappa')] : []),
              t('agreement.foot.children', { children: agreement.children }),
              ...(intervals ? [intervalsInWords(t, intervals)] : []),
              t('agreement.foot.outside', { count: agreement.outside }),
              t('agreement.foot.notDone', {
                count: agreement.notDone.length,
                names: namesInText(
                  language,
                  agreement.notDone.map(({ name }) => name),
                ),
              }),
            ])}
          </p>
        </div>
      </div>
      {isMethodsOpen ? (
        <MethodsParagraph
          agreement={agreement}
          intervals={intervals}
          synthetic={project.synthetic}
          onClose={() => setMethodsOpen(false)}
        />
      ) : null}
      {selected ? (
        <ComparedPassages
          key={selected.code}
          row={selected}
          agreement={agreement}
          settings={settings}
          onBack={() => {
            setChosen(null);
            setNarrowed(null);
          }}
        />
      ) : (
        <DifferencesPane settings={settings} narrowed={narrowed} onAll={() => setNarrowed(null)} />
      )}
    </div>
  );
}
