import type { Anonymisation } from '../../../../shared/contract/methods/reports.ts';
import type { InterfaceLanguage } from '../../../../shared/contract/schema/scalars.ts';
import { messageText } from '../../../../shared/messages/message-text.ts';
import type { Report } from '../../../../shared/report/model.ts';
import type { OpenProject } from '../project/open-project.ts';
import { ReportNames } from './report-names.ts';
import type { ReportWords } from '../../../../shared/report/report-words.ts';

/** What every kind of report builds upon: the project, the words of one language, and names that keep what is to be kept. */
export type ReportFrame = {
  readonly project: OpenProject;
  readonly language: InterfaceLanguage;
  /** Of the program. */
  readonly version: string;
  readonly t: ReportWords;
  readonly names: ReportNames;
  /** The whole report: adds what it was made from and, to a synthetic sample, that it is one. */
  readonly finish: (content: Pick<Report, 'title' | 'settings' | 'blocks' | 'data'>) => Report;
};

/** An instant to the minute as a report writes it, the same in every place: `2026-03-01 09:30 UTC`. */
export function writtenInstant(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;
}

export function reportFrame(
  project: OpenProject,
  version: string,
  language: InterfaceLanguage,
  anonymised: Anonymisation | null,
): ReportFrame {
  const t: ReportWords = (id, values = {}) => messageText({ id, values }, language);
  const names = new ReportNames(project, t, language, anonymised);
  const { synthetic, revision, revisedAt } = project.summary();
  const software = `Verbatim ${version}`;
  const projectName = names.projectName();

  const finish: ReportFrame['finish'] = ({ title, settings, ...content }) => ({
    title: synthetic ? t('reports.synthetic.title', { title }) : title,
    language,
    settings: [
      ...(projectName === null ? [] : [[t('reports.project'), projectName] as const]),
      ...settings,
      ...(names.isAnonymised ? [[t('reports.anonymised'), t('reports.anonymised.text')] as const] : []),
      [t('reports.data'), t('reports.data.text', { revision, at: writtenInstant(revisedAt) })],
    ],
    ...content,
    footer: [t('reports.footer', { software }), ...(synthetic ? [t('reports.synthetic.text')] : [])],
    origin: { project: projectName, revision, revisedAt, software, synthetic },
  });

  return { project, language, version, t, names, finish };
}
