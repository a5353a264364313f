import type {
  CooccurrenceDocument,
  CooccurrenceInput,
  CooccurrenceUnit,
} from '../../../../shared/analysis/cooccurrence.ts';
import type { DocumentUnitName } from '../../../../shared/analysis/document-units.ts';
import type { CodedSpan } from '../../../../shared/analysis/sweep.ts';
import type { ScopeName } from '../../../../shared/analysis/unit-names.ts';
import { scopeSpans } from '../../../../shared/analysis/unit-source.ts';
import { VerbatimError } from '../../../../shared/contract/errors.ts';
import { needed } from '../../../../shared/contract/needed.ts';
import type { CooccurrenceSettings } from '../../../../shared/contract/methods/cooccurrence.ts';
import { asId } from '../../../../shared/domain/ids.ts';
import { ancestorsByCode } from '../../../../shared/domain/codebook.ts';
import { coderQueries } from '../../store/repositories/coder-table.ts';
import { codeQueries } from '../../store/repositories/code-table.ts';
import type { ModelCoding, ModelDocument } from '../analysis/analysis-model.ts';
import { codingsWithout, filteredDocuments } from '../analysis/analysis-selection.ts';
import { layerDocuments } from '../adjudication/gold-documents.ts';
import type { OpenProject } from '../project/open-project.ts';
import { type CasePart, partsByCase } from '../cases/speaker-cases.ts';

export const usualWindow = 3;

type Filter = Omit<CooccurrenceSettings, 'unit' | 'scope' | 'rule' | 'window' | 'coders' | 'together'>;
type UnitSettings = Pick<CooccurrenceSettings, 'unit' | 'scope' | 'rule' | 'window'>;

/** Units count what respondents say, overlaps the whole text, unless told otherwise. */
export function scopeOf({ unit, scope }: Pick<UnitSettings, 'unit' | 'scope'>): ScopeName {
  return scope ?? (unit === 'overlap' ? 'text' : 'respondent');
}

/** One coder, or all together (null). */
export type BlockCoder = { readonly id: string | null; readonly name: string };

export function coderId({ id }: BlockCoder) {
  return id === null ? null : asId<'coder'>(id);
}

/** Whose blocks are asked for. Throws `not_found`. */
export function blockCoders(
  project: OpenProject,
  { coders, together, gold }: Pick<CooccurrenceSettings, 'coders' | 'together' | 'gold'>,
): BlockCoder[] {
  if (together === true || gold === true) return [{ id: null, name: '' }];
  const all = project.store.all(coderQueries.counted);
  for (const id of coders ?? [])
    if (!all.some((coder) => coder.id === id)) throw new VerbatimError('not_found', { kind: 'coder', name: id });
  return all.filter(({ id, codings }) => coders?.some((chosen) => chosen === id) ?? codings > 0);
}

/** A coding as it is counted: of its own code, or of one above it. */
type CountedCoding = CodedSpan & Pick<ModelCoding, 'coder' | 'selection'>;

/** A transcript, or what of it belongs to one case. */
type CountedPart = CasePart & { readonly isWhole: boolean };

/** The transcripts, codes and codings some settings let through, numbered for the pure functions. */
export class CooccurrenceData {
  /** All codes, by number. */
  readonly codes: readonly string[];
  readonly documents: readonly ModelDocument[];
  private readonly project: OpenProject;
  private readonly filter: Filter;
  private readonly numbers: ReadonlyMap<string, number>;
  private readonly above: ReadonlyMap<string, readonly string[]>;

  constructor(project: OpenProject, filter: Filter) {
    this.project = project;
    this.filter = filter;
    const rows = project.store.all(codeQueries.all);
    this.codes = rows.map(({ id }) => id);
    this.numbers = new Map(this.codes.map((code, number) => [code, number]));
    this.above = filter.children === 'parents' ? ancestorsByCode(rows) : new Map();
    this.documents = filteredDocuments(project, filter, layerDocuments(project, filter.gold === true));
  }

  /** The same without the passages that carry the marker, where these are to be marked; else null. */
  unmarked(): CooccurrenceData | null {
    const { marker } = this.filter;
    if (marker?.treatment !== 'marked') return null;
    this.numberOf(marker.code);
    return new CooccurrenceData(this.project, { ...this.filter, marker: { ...marker, treatment: 'left_out' } });
  }

  /** Whether a passage carries the marker, where passages that do are to be marked. */
  markedTest(): (document: ModelDocument, selection: string) => boolean {
    const { marker } = this.filter;
    if (marker?.treatment !== 'marked') return () => false;
    const free = new Map<ModelDocument, ReadonlySet<string>>();
    return (document, selection) => {
      const own =
        free.get(document) ?? new Set(codingsWithout(document.codings, marker.code).map((coding) => coding.selection));
      free.set(document, own);
      return !own.has(selection);
    };
  }

  /** The number of a code. Throws `not_found`. */
  numberOf(code: string): number {
    return needed('code', code, this.numbers.get(code));
  }

  /** Whether one of two codes is above the other and counts its codings: such a pair says nothing. */
  isNested(a: string, b: string): boolean {
    return (this.above.get(a)?.includes(b) ?? false) || (this.above.get(b)?.includes(a) ?? false);
  }

  /** The codings of a document, of one coder or all, those of child codes also under their parents where these count. */
  codingsOf(document: ModelDocument, coder: string | null, only?: ReadonlySet<number>): CountedCoding[] {
    const { marker } = this.filter;
    const kept = marker?.treatment === 'left_out' ? codingsWithout(document.codings, marker.code) : document.codings;
    const seen = new Set<string>();
    return kept.flatMap(({ code, coder: by, selection, start, end }) => {
      if (coder !== null && by !== coder) return [];
      return [code, ...(this.above.get(code) ?? [])].flatMap((counted) => {
        const number = this.numbers.get(counted)!;
        const key = `${number} ${selection}`;
        if ((only !== undefined && !only.has(number)) || seen.has(key)) return [];
        seen.add(key);
        return [{ code: number, start, end, coder: by, selection }];
      });
    });
  }

  input(coder: string | null, settings: UnitSettings, only?: ReadonlySet<number>): CooccurrenceInput<CountedCoding> {
    const scope = scopeOf(settings);
    const cases = new Map<string, number>();
    return {
      codeCount: this.codes.length,
      unit: countedUnit(settings),
      documents: this.parts(settings).map(({ document, studyCase, isWhole }): CooccurrenceDocument<CountedCoding> => {
        // The text of a part are its turns: what stands between them is not known to be anybody's.
        const own = scope === 'text' && !isWhole ? 'content' : scope;
        const isOfCase = settings.unit === 'case' && studyCase !== null;
        if (isOfCase && !cases.has(studyCase)) cases.set(studyCase, cases.size);
        return {
          ...(settings.unit === 'overlap'
            ? {}
            : { units: this.project.analysis.unitsOf(document, listedUnit(settings.unit), own) }),
          ...(isOfCase ? { group: cases.get(studyCase)! } : {}),
          ...(own === 'text'
            ? {}
            : { scope: scopeSpans({ length: document.row.code_points, turns: document.turns }, own) }),
          codings: this.codingsOf(document, coder, only),
        };
      }),
    };
  }

  /** What is counted, in the order of `input`: transcripts, or, by case, what of each belongs to each. */
  parts({ unit }: Pick<UnitSettings, 'unit'>): readonly CountedPart[] {
    return this.documents.flatMap((whole): CountedPart[] =>
      unit === 'case'
        ? partsByCase(whole).map((part) => ({ ...part, isWhole: part.document === whole }))
        : [{ studyCase: whole.row.study_case, document: whole, isWhole: true }],
    );
  }
}

/** The units that are cut from a document: windows are made of turns, cases of documents. */
function listedUnit(unit: Exclude<CooccurrenceSettings['unit'], 'overlap'>): DocumentUnitName {
  if (unit === 'window') return 'turn';
  return unit === 'case' ? 'document' : unit;
}

function countedUnit({ unit, rule = 'any', window = usualWindow }: UnitSettings): CooccurrenceUnit {
  if (unit === 'overlap') return { kind: 'overlap' };
  if (unit === 'window') return { kind: 'window', rule, size: window };
  return unit === 'document' || unit === 'case' ? { kind: 'case', rule } : { kind: 'segment', rule };
}
