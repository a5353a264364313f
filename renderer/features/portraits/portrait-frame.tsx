import { type ReactNode, type RefObject, useRef } from 'react';
import { useWords } from '../../i18n/text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { ResultTable } from '../results/result-csv.ts';
import { ExportMenu } from '../results/export-menu.tsx';
import result from '../results/result.module.css';
import { joinedSentences } from '../results/sentences.ts';
import { useProject } from '../results/use-project.ts';
import styles from './portraits.module.css';
import type { PortraitKind } from './settings.ts';

type PortraitFrameProps = {
  readonly kind: PortraitKind;
  readonly revision: number;
  /** What is counted, of whom, in which transcripts. */
  readonly caption: readonly string[];
  readonly settings: ReactNode;
  readonly isEmpty: boolean;
  readonly table: Omit<ResultTable, 'facts'>;
  readonly renderChart: (ref: RefObject<SVGSVGElement | null>) => ReactNode;
  /** What a chosen figure stands on, beside the chart. */
  readonly side?: ReactNode;
};

/** What all portraits share: title, caption, files, settings, the chart and what stands beside it. */
export function PortraitFrame({
  kind,
  revision,
  caption,
  settings,
  isEmpty,
  table,
  renderChart,
  side,
}: PortraitFrameProps) {
  const { t, language } = useWords();
  const project = useProject();
  const drawn = useRef<SVGSVGElement>(null);
  const told = joinedSentences(language, [
    ...caption,
    project?.synthetic === true ? t('comparison.caption.synthetic') : '',
  ]);
  const title = t(`portraits.kind.${kind}`);
  return (
    <>
      <div className={result.titlebar}>
        <h1 className={result.title}>{t('portraits.title')}</h1>
        <p className={result.caption} aria-live="polite">
          {isEmpty ? null : told}
        </p>
        <div className={result.end}>
          {project && !isEmpty ? (
            <ExportMenu
              project={project}
              revision={revision}
              title={title}
              caption={[joinedSentences(language, caption)]}
              chart={() => drawn.current}
              description={t(`portraits.chart.${kind}`)}
              table={() => ({ facts: [['analysis', kind]], ...table })}
            />
          ) : null}
        </div>
      </div>
      {settings}
      {isEmpty ? (
        <EmptyState title={t('portraits.nothing.title')} text={t('portraits.nothing.text')} />
      ) : side === undefined ? (
        <figure className={styles.chart}>{renderChart(drawn)}</figure>
      ) : (
        <div className={styles.two}>
          <figure className={styles.chart}>{renderChart(drawn)}</figure>
          {side}
        </div>
      )}
    </>
  );
}
