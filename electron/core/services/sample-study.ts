import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCodingsCsv } from '../import/codings-csv.ts';
import { readTranscript } from '../import/read-transcript.ts';
import { readSurveyCsv } from '../import/survey-csv.ts';
import { resourceFolder } from '../resources.ts';
import type { ChangeLog } from '../store/change-log.ts';
import { attributeTable, attributeValueTable, caseTable } from '../store/repositories/case-table.ts';
import { insertCoder } from './coders-service.ts';
import { storeRows } from './codings-file-service.ts';
import { placeRows } from './codings-import.ts';
import { storeDocument } from './store-document.ts';
import { encodeText } from './document-texts.ts';
import type { OpenProject } from './open-project.ts';
import { storeSocialCreditCodebook } from './templates.ts';

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
  const codings = ['codings_A.csv', 'codings_B.csv'].map(
    (name) => readCodingsCsv(name, readFileSync(join(folder, name))).rows,
  );
  const survey = readSurveyCsv(readFileSync(join(folder, 'survey.csv'), 'utf8'));
  return { files, codings, survey };
}

/** Puts the sample study into a new project; everything in it is invented, and the project says so. */
export function storeSampleStudy(
  project: OpenProject,
  log: ChangeLog,
  study: Awaited<ReturnType<typeof readSampleStudy>>,
): void {
  storeSocialCreditCodebook(project, log);
  const cases = storeSurvey(project, log, study.survey);
  for (const [position, { name, bytes, parsed }] of study.files.entries()) {
    const studyCase = cases.get(name);
    storeDocument(project, log, {
      name,
      originalName: name,
      original: project.store.blobs.put(bytes),
      text: project.store.blobs.put(encodeText(parsed.text)),
      parsed,
      position,
      ...(studyCase === undefined ? {} : { studyCase }),
    });
  }
  insertCoder(project, log, 'B');
  for (const rows of study.codings) {
    const { placed, faults } = placeRows(project, rows, { coder: undefined, createCodes: false });
    if (faults.length > 0)
      throw new Error(`the sample study does not fit its interviews: ${JSON.stringify(faults[0])}`);
    storeRows(project, log, placed, { markDone: true });
  }
}

/** Every respondent of the survey as a case with its answers; answers the case of each interview by file name. */
function storeSurvey(
  project: OpenProject,
  log: ChangeLog,
  { columns, rows }: ReturnType<typeof readSurveyCsv>,
): Map<string, string> {
  const attributes = columns
    .filter(({ key }) => key !== 'respondent_id' && key !== 'document')
    .map(({ key, type }, position) => {
      const id = project.newId<'attribute'>();
      log.insert(attributeTable, { id, key, name: key, type, categories: null, position, confidential: 0 });
      return { id, key };
    });
  const byDocument = new Map<string, string>();
  for (const [position, row] of rows.entries()) {
    const id = project.newId<'case'>();
    log.insert(caseTable, {
      id,
      name: row.get('respondent_id') ?? String(position + 1),
      position,
      created_at: project.now(),
    });
    const document = row.get('document');
    if (document !== undefined) byDocument.set(document, id);
    for (const { id: attribute, key } of attributes) {
      const value = row.get(key);
      if (value !== undefined) log.insert(attributeValueTable, { study_case: id, attribute, value, missing: null });
    }
  }
  return byDocument;
}
