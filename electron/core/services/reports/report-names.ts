import type { InterfaceLanguage } from '../../../../shared/contract/schema/scalars.ts';
import type { Anonymisation } from '../../../../shared/contract/methods/reports.ts';
import type { Run } from '../../../../shared/report/model.ts';
import { attributeQueries, attributeValueQueries, caseQueries } from '../../store/repositories/case-table.ts';
import { codeTextQueries } from '../../store/repositories/code-table.ts';
import { coderQueries } from '../../store/repositories/coder-table.ts';
import { documentQueries } from '../../store/repositories/document-table.ts';
import { CodeNames } from '../codebook/code-label.ts';
import type { OpenProject } from '../project/open-project.ts';
import type { ReportWords } from '../../../../shared/report/report-words.ts';

export type ReportAttribute = { readonly id: string; readonly key: string; readonly name: string };

/** How a report names things: as the project does, or by numbers where it is anonymised. Every name in a report comes from here. */
export class ReportNames {
  private readonly project: OpenProject;
  private readonly t: ReportWords;
  private readonly language: InterfaceLanguage;
  private readonly anonymised: Anonymisation | null;
  private readonly codes: CodeNames;
  private readonly codeTexts: ReadonlyMap<string, Run>;
  private readonly numbers: Map<string, number>;
  private readonly values: ReadonlyMap<string, string>;
  private readonly own: Map<string, string>;
  private readonly coderIds: readonly string[];
  private readonly pastCodes = new Map<string, string>();

  constructor(project: OpenProject, t: ReportWords, language: InterfaceLanguage, anonymised: Anonymisation | null) {
    const { store } = project;
    this.project = project;
    this.t = t;
    this.language = language;
    this.anonymised = anonymised;
    this.codes = new CodeNames(store);
    this.codeTexts = new Map(
      store
        .all(codeTextQueries.all)
        .filter(({ language: written, name }) => written === language && name !== '')
        .map(({ code, name }) => [code, { text: name, lang: language }]),
    );
    const [cases, documents, coders] = [
      store.all(caseQueries.all),
      store.all(documentQueries.all),
      store.all(coderQueries.all),
    ];
    this.coderIds = coders.map(({ id }) => id);
    const named = [cases, documents, coders].flatMap((rows) =>
      rows.map(({ id, name }, place) => ({ id, name, place })),
    );
    this.own = new Map(named.map(({ id, name }) => [id, name]));
    this.numbers = new Map(named.map(({ id, place }) => [id, place + 1]));
    this.values = new Map(
      store
        .all(attributeValueQueries.all)
        .flatMap(({ study_case, attribute, value }) => (value === null ? [] : [[`${study_case} ${attribute}`, value]])),
    );
  }

  /** Names of what is not there any more, as a frozen round knows them; numbered after those that are. */
  remember(past: readonly { readonly id: string; readonly name: string }[]): void {
    const missing = past.filter(({ id }) => !this.own.has(id));
    const last = Math.max(0, ...this.numbers.values());
    for (const [place, { id, name }] of missing.entries()) {
      this.own.set(id, name);
      this.numbers.set(id, last + place + 1);
    }
  }

  rememberCodes(past: readonly { readonly id: string; readonly name: string }[]): void {
    for (const { id, name } of past) this.pastCodes.set(id, name);
  }

  private nameOrNumber(id: string, anonymous: (number: number) => string): string {
    return this.anonymised === null ? (this.own.get(id) ?? id) : anonymous(this.numbers.get(id) ?? 0);
  }

  /** Null where the report does not say. */
  projectName(): string | null {
    return this.anonymised === null ? this.project.summary().name : null;
  }

  caseName(id: string): string {
    return this.nameOrNumber(id, (number) => this.t('reports.anonymous.case', { number }));
  }

  document(id: string): string {
    return this.nameOrNumber(id, (number) => this.t('reports.anonymous.document', { number }));
  }

  coder(id: string): string {
    return this.nameOrNumber(id, (number) => this.t('reports.anonymous.coder', { number }));
  }

  /** Names of coders, each once, in the order of the project. */
  inCoderOrder(names: Iterable<string>): string[] {
    const told = new Set(names);
    return this.coderIds.map((id) => this.coder(id)).filter((name) => told.has(name));
  }

  /** A speaker's name, or only the role; `role` is null for lines outside turns. */
  speaker(name: string | null, role: string | null): string | null {
    if (name === null) return null;
    if (this.anonymised === null) return name;
    return role === 'interviewer'
      ? this.t('reports.anonymous.interviewer')
      : role === 'respondent'
        ? this.t('reports.anonymous.respondent')
        : this.t('reports.anonymous.speaker');
  }

  /** A code's name in the report's language, else in that it was written in. */
  code(id: string): Run {
    const text = this.codes.name(id);
    return this.codeTexts.get(id) ?? { text: text === id ? (this.pastCodes.get(id) ?? id) : text };
  }

  /** The name in files and programs. */
  codeKey(id: string): string {
    return this.codes.key(id);
  }

  /** Attributes that may be told, in the order of the project. */
  attributes(): readonly ReportAttribute[] {
    const told = this.anonymised?.attributes;
    return this.project.store
      .all(attributeQueries.all)
      .filter(({ key }) => told === undefined || told.includes(key))
      .map(({ id, key, name }) => ({ id, key, name }));
  }

  /** A respondent's value as it came in; null where there is none. */
  value(studyCase: string | null, attribute: string): string | null {
    return studyCase === null ? null : (this.values.get(`${studyCase} ${attribute}`) ?? null);
  }

  /** "A, B and C" as the language lists names. */
  listed(names: readonly string[]): string {
    return new Intl.ListFormat(this.language, { type: 'conjunction' }).format(names);
  }

  get isAnonymised(): boolean {
    return this.anonymised !== null;
  }
}
