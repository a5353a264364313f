import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import surveyChoices from '../../../../shared/sample-study/survey.json' with { type: 'json' };
import { sureScore } from '../../../../shared/analysis/guide/match-questions.ts';
import type { ColumnChoice } from '../../../../shared/contract/methods/survey.ts';
import { readCodingsCsv } from '../../import/codings-csv.ts';
import { readTranscript } from '../../import/read-transcript.ts';
import { readSurveyTable } from '../../import/survey/survey-table.ts';
import { resourceFolder } from '../../resources.ts';
import type { ChangeLog } from '../../store/change-log.ts';
import { insertCoder } from '../coders/coder-rows.ts';
import { storeRows } from '../codings/codings-file-service.ts';
import { placeRows } from '../codings/codings-import.ts';
import { storeDocument } from '../imports/store-document.ts';
import { encodeText } from '../../store/stored-text.ts';
import { readGuide, storeGuide } from '../guide/guide-file.ts';
import { storeMatches, suggestedMatches } from '../guide/guide-turns.ts';
import type { OpenProject } from './open-project.ts';
import type { SurveyChoices } from '../survey/survey-columns.ts';
import { planSurvey } from '../survey/survey-plan.ts';
import { storeSurvey } from '../survey/survey-store.ts';
import { storeSocialCreditCodebook } from '../codebook/templates.ts';

/** The sample study as files: six synthetic interviews, the codings of two invented coders, a survey. */
export async function readSampleStudy() {
  const folder = resourceFolder('shared', 'sample-study');
  const interviews = readdirSync(folder)
    .filter((name) => /^s\d\d-.*\.(txt|md)$/.test(name))
    .sort();
  const files = [];
  for (const name of interviews) {
    const bytes = readFileSync(join(folder, name));
    files.push({ name, bytes, parsed: await readTranscript({ fileName: name, bytes }) });
  }
  const codings = ['codings_A.csv', 'codings_B.csv'].map((name) =>
    readCodingsCsv(name, readFileSync(join(folder, name))),
  );
  const survey = await readSurveyTable('survey.csv', readFileSync(join(folder, 'survey.csv')));
  const { questions: guide } = readGuide('guide.md', readFileSync(join(folder, 'guide.md')));
  return { files, codings, survey, guide };
}

/** Puts the sample study into a new project; everything in it is invented, and the project says so. */
export function storeSampleStudy(
  project: OpenProject,
  log: ChangeLog,
  study: Awaited<ReturnType<typeof readSampleStudy>>,
): void {
  storeSocialCreditCodebook(project, log);
  for (const [position, { name, bytes, parsed }] of study.files.entries())
    storeDocument(project, log, {
      name,
      originalName: name,
      original: project.store.blobs.put(bytes),
      text: project.store.blobs.put(encodeText(parsed.text)),
      parsed,
      position,
    });
  const { key, document, columns } = surveyChoices;
  const choices: SurveyChoices = {
    kind: 'survey',
    key,
    document,
    columns: columns as ColumnChoice[],
    ignore: [],
    missingTexts: [],
  };
  storeSurvey(project, log, planSurvey(project, study.survey, choices), 'survey');
  storeGuide(project, log, study.guide);
  storeMatches(log, suggestedMatches(project, null, sureScore));
  insertCoder(project, log, 'B');
  for (const table of study.codings) {
    const { faults, ...rows } = placeRows(project, table, { coder: undefined, createCodes: false });
    if (faults.length > 0)
      throw new Error(`the sample study does not fit its interviews: ${JSON.stringify(faults[0])}`);
    storeRows(project, log, rows, { markDone: true });
  }
}
