import { chartPng, chartSvg } from '../../charts/export/chart-file.ts';
import { studyFileName } from '../../../shared/export/file-name.ts';
import { saveCsv, saveFile } from '../../api/files.ts';
import { reportError } from '../../api/error-report.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { resultCsv, type ResultOrigin, type ResultTable } from './result-csv.ts';

type ExportMenuProps = {
  readonly project: Omit<ResultOrigin, 'revision'>;
  readonly revision: number;
  /** What the result is called, and whose it is: title of the file, words of its name. */
  readonly title: string;
  readonly nameWords?: readonly string[];
  /** Unit, rule, scope, N, coders, filter: what stands above the result. */
  readonly caption: readonly string[];
  /** The chart to draw, as it stands on the screen; where a result is a table, there is none. */
  readonly chart?: () => SVGSVGElement | null;
  /** What the chart shows, in a sentence. */
  readonly description?: string;
  readonly table: () => ResultTable;
};

/** Takes a result out of the program: the chart as SVG or PNG with its caption inside, and the figures behind it as CSV. */
export function ExportMenu(props: ExportMenuProps) {
  const { project, revision, title, nameWords = [], caption, chart, description = '', table } = props;
  const { t, language, intl } = useWords();
  const name = studyFileName(project, title, ...nameWords);

  const drawn = (): string | null => {
    const found = chart?.();
    if (!found) return null;
    const origin = t('results.export.origin', {
      project: project.name,
      revision,
      date: intl.formatDate(new Date(project.revisedAt), { dateStyle: 'long' }),
    });
    return chartSvg(found, {
      title,
      caption: [...caption, origin, ...(project.synthetic ? [t('results.export.synthetic')] : [])],
      description,
      language,
    });
  };
  const saveSvg = (): void => {
    const svg = drawn();
    if (svg !== null) saveFile(`${name}.svg`, new Blob([svg], { type: 'image/svg+xml' }));
  };
  const savePng = async (): Promise<void> => {
    const svg = drawn();
    if (svg !== null) saveFile(`${name}.png`, await chartPng(svg));
  };

  return (
    <Menu
      label={t('results.export.label')}
      trigger={<Button>{t('results.export.label')}</Button>}
      entries={[
        ...(chart
          ? [
              { id: 'svg', label: t('results.export.svg'), run: saveSvg },
              { id: 'png', label: t('results.export.png'), run: () => void savePng().catch(reportError) },
            ]
          : []),
        {
          id: 'csv',
          label: t('results.export.csv'),
          run: () => saveCsv(`${name}.csv`, resultCsv({ ...project, revision }, caption, table())),
        },
      ]}
    />
  );
}
