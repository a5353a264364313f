import {
  columnRespondents,
  type Marker,
  type MatrixColumns,
  matrixCells,
  type MatrixHit,
  matrixHits,
  type MatrixInput,
} from '../../../../shared/analysis/matrix/matrix.ts';
import { VerbatimError } from '../../../../shared/contract/errors.ts';
import { needed } from '../../../../shared/contract/needed.ts';
import type {
  ComparisonGroup,
  ComparisonGrouping,
  ComparisonSettings,
} from '../../../../shared/contract/methods/comparison.ts';
import { codesInTreeOrder, withDescendants } from '../../../../shared/domain/codebook.ts';
import { coderQueries } from '../../store/repositories/coder-table.ts';
import { codeQueries } from '../../store/repositories/code-table.ts';
import type { ModelCoding, ModelDocument } from '../analysis/analysis-model.ts';
import { filteredDocuments, type Respondent, respondentsOf } from '../analysis/analysis-selection.ts';
import { attributeGroups } from '../cases/attribute-groups.ts';
import { layerDocuments } from '../adjudication/gold-documents.ts';
import { coderRow } from '../coders/coder-rows.ts';
import type { OpenProject } from '../project/open-project.ts';

/** What the settings of a comparison come to: the people, their transcripts, and what rows and columns are. */
export class ComparisonData {
  readonly respondents: readonly Respondent[];
  readonly coderName: string;
  /** Values of the attribute that makes the columns. */
  readonly values: readonly (string | null)[] | null;
  private readonly project: OpenProject;
  private readonly settings: ComparisonSettings;
  private readonly rows: readonly ReadonlySet<string>[];
  private readonly columns: MatrixColumns;

  /** Throws `not_found`. */
  constructor(project: OpenProject, settings: ComparisonSettings) {
    this.project = project;
    this.settings = settings;
    const documents = layerDocuments(project, settings.coder === 'gold');
    this.respondents = respondentsOf(project, filteredDocuments(project, settings, documents));
    this.coderName = isLayer(settings.coder) ? '' : coderRow(project, settings.coder).name;
    const counted = countedCodes(project, settings.children === 'parents');
    this.rows = settings.rows.map(counted);
    if (settings.marker) counted(settings.marker.code);
    const { columns } = settings;
    if (columns.kind === 'codes') {
      this.columns = { kind: 'codes', codes: columns.codes.map(counted), rule: settings.rule };
      this.values = null;
    } else {
      const groups = groupsOf(project, columns.attribute, this.respondents);
      this.values = groups.values;
      this.columns = { kind: 'respondents', count: groups.values.length, columnOf: groups.placeOf };
    }
  }

  get documents(): readonly { readonly document: ModelDocument; readonly respondent: number }[] {
    return this.respondents.flatMap(({ documents }, respondent) =>
      documents.map((document) => ({ document, respondent })),
    );
  }

  /** The groups that stand one below the other: key, name, and who and what is in each. */
  groups(by: ComparisonGrouping): { key: string | null; name: string | null; part: ComparisonPart }[] {
    if (by.kind === 'coder')
      return this.project.store
        .all(coderQueries.counted)
        .filter(({ codings }) => codings > 0)
        .map(({ id, name }) => ({ key: id, name, part: { coder: id, respondents: null } }));
    const { values, placeOf } = groupsOf(this.project, by.attribute, this.respondents);
    return values.map((value, group) => ({
      key: value,
      name: value,
      part: {
        coder: this.settings.coder,
        respondents: new Set(placeOf.flatMap((place, respondent) => (place === group ? [respondent] : []))),
      },
    }));
  }

  whole(): ComparisonPart {
    return { coder: this.settings.coder, respondents: null };
  }

  /** The part of one group of a grouping by its key; the whole without one. Throws `not_found`. */
  part(by: ComparisonGrouping | undefined, key: string | null | undefined): ComparisonPart {
    if (by === undefined) return this.whole();
    return needed(
      'group',
      String(key),
      this.groups(by).find((group) => group.key === (key ?? null)),
    ).part;
  }

  input({ coder, respondents }: ComparisonPart, marker: Marker | null = this.settings.marker ?? null) {
    return {
      rows: this.rows,
      columns: this.columns,
      marker,
      documents: this.documents
        .filter(({ respondent }) => respondents === null || respondents.has(respondent))
        .map(({ document, respondent }) => ({
          respondent,
          turns: document.turns,
          row: document.row,
          codings: isLayer(coder) ? document.codings : document.codings.filter((coding) => coding.coder === coder),
        })),
    } satisfies MatrixInput<ModelCoding>;
  }

  /** Every passage of every cell of a part. */
  hits(part: ComparisonPart): ComparisonHit[] {
    return matrixHits(this.input(part));
  }

  table(part: ComparisonPart): Omit<ComparisonGroup, 'key' | 'name'> {
    const input = this.input(part);
    const size = { rows: this.rows.length, columns: this.columnTotal };
    return {
      respondents: [...new Set(input.documents.map(({ respondent }) => respondent))],
      inColumns: columnRespondents(input),
      cells: matrixCells(matrixHits(input), size).map((row) =>
        row.map((cell) => ({ ...cell, respondents: [...cell.respondents] })),
      ),
    };
  }

  get columnTotal(): number {
    return this.columns.kind === 'codes' ? this.columns.codes.length : this.columns.count;
  }

  /** How many codings the marker code has, and how many passages of the rows share a position with one. */
  markerCounts(): { codings: number; passages: number } | null {
    const { marker } = this.settings;
    if (!marker) return null;
    const input = this.input(this.whole(), { code: marker.code, treatment: 'marked' });
    const marked = matrixHits(input).filter((hit) => hit.marked);
    return {
      codings: new Set(
        input.documents.flatMap(({ codings }) =>
          codings.flatMap(({ code, coder, selection }) => (code === marker.code ? [`${coder} ${selection}`] : [])),
        ),
      ).size,
      passages: new Set(marked.map(({ row, coding }) => `${row} ${coding.selection}`)).size,
    };
  }
}

/** Not one coder's codings: all that the documents hold. */
export function isLayer(coder: string): boolean {
  return coder === 'together' || coder === 'gold';
}

/** Whose codings of whom. */
export type ComparisonPart = { readonly coder: string; readonly respondents: ReadonlySet<number> | null };

export type ComparisonHit = MatrixHit<ModelCoding>;

/** For a code the codes whose codings count as its own. Throws `not_found`. */
export function countedCodes(project: OpenProject, withChildren: boolean): (code: string) => ReadonlySet<string> {
  const ordered = codesInTreeOrder(project.store.all(codeQueries.all)).map(({ code }) => code);
  const known = new Set(ordered.map(({ id }) => id));
  return (code) => {
    if (!known.has(code)) throw new VerbatimError('not_found', { kind: 'code', name: code });
    return withChildren ? withDescendants(ordered, [code]) : new Set([code]);
  };
}

/** The values of an attribute that some respondent has, and the place of each respondent's; last those without one. */
function groupsOf(project: OpenProject, attribute: string, respondents: readonly Respondent[]) {
  const { values, groupOf } = attributeGroups(project, attribute);
  const own = respondents.map(({ id, isCase }) => groupOf(isCase ? id : null));
  const present = [...values.filter((value) => own.includes(value)), ...(own.includes(null) ? [null] : [])];
  return { values: present, placeOf: own.map((value) => present.indexOf(value)) };
}
