import type { AgreementDocument, CoderCoding } from '../../../../shared/agreement/coded-units/document-tally.ts';
import type { DocumentUnits } from '../../../../shared/analysis/document-units.ts';
import { intersectedSpans } from '../../../../shared/analysis/spans.ts';
import { usualScope } from '../../../../shared/analysis/unit-names.ts';
import { scopeSpans } from '../../../../shared/analysis/unit-source.ts';
import type { UnitRule } from '../../../../shared/analysis/units.ts';
import { VerbatimError } from '../../../../shared/contract/errors.ts';
import { needed } from '../../../../shared/contract/needed.ts';
import { ancestorsByCode } from '../../../../shared/domain/codebook.ts';
import { coderDocumentQueries, coderQueries } from '../../store/repositories/coder-table.ts';
import type { ModelDocument } from '../analysis/analysis-model.ts';
import { filteredDocuments } from '../analysis/analysis-selection.ts';
import { listCodes } from '../codebook/code-list.ts';
import { frozenComparison } from './frozen-comparison.ts';
import type { OpenProject } from '../project/open-project.ts';
import type { AgreementSettings, Comparison } from './comparison.ts';

/** The coders asked for; else all who have coded or finished anything. Throws `coders_too_few`. */
function chosenCoders(project: OpenProject, wanted: AgreementSettings['coders']): { id: string; name: string }[] {
  const done = new Set(project.store.all(coderDocumentQueries.all).map(({ coder }) => coder));
  const all = project.store.all(coderQueries.counted);
  const chosen = wanted
    ? wanted.map((id) =>
        needed(
          'coder',
          id,
          all.find((each) => each.id === id),
        ),
      )
    : all.filter(({ id, codings }) => codings > 0 || done.has(id));
  if (new Set(chosen).size < 2) throw new VerbatimError('coders_too_few', {});
  return [...new Set(chosen)].map(({ id, name }) => ({ id, name }));
}

/** The codes asked for, in the order of the codebook; all but the one that marks segments. Throws `not_found`. */
function chosenCodes(
  project: OpenProject,
  { codes: wanted, segments }: Pick<AgreementSettings, 'codes' | 'segments'>,
): { codes: string[]; ancestors: ReadonlyMap<string, readonly string[]> } {
  const all = listCodes(project);
  const ancestors = ancestorsByCode<string>(all);
  for (const id of [...(wanted ?? []), ...(segments === undefined ? [] : [segments])])
    if (!ancestors.has(id)) throw new VerbatimError('not_found', { kind: 'code', name: id });
  const chosen = new Set<string>(wanted ?? ancestors.keys());
  return { codes: all.map(({ id }) => id as string).filter((id) => chosen.has(id) && id !== segments), ancestors };
}

/** Codings as they are numbered here, those of child codes also under every parent where these count for it. */
function numberedCodings(
  document: ModelDocument,
  coders: ReadonlyMap<string, number>,
  codes: ReadonlyMap<string, number>,
  above: (code: string) => readonly string[],
): CoderCoding[] {
  return document.codings.flatMap(({ code, coder, start, end }) => {
    const number = coders.get(coder);
    if (number === undefined) return [];
    return [code, ...above(code)].flatMap((counted, place) => {
      const codeNumber = codes.get(counted);
      return codeNumber === undefined
        ? []
        : [{ code: codeNumber, coder: number, start, end, ...(place > 0 ? { inherited: true } : {}) }];
    });
  });
}

/** The document with everything that does not count cut away, where its units hold more than what counts. */
function onAxis(
  units: DocumentUnits,
  codings: readonly CoderCoding[],
): Pick<AgreementDocument, 'units' | 'shown' | 'codings'> {
  const { spans, counted, within } = units;
  if (counted === null || within === null) return { units: spans, codings };
  return {
    units: counted,
    shown: spans,
    codings: codings.map((coding) => ({ ...coding, start: within(coding.start), end: within(coding.end) })),
  };
}

/** Coders, codes, scope, units and codings as the settings ask for them. Throws `coders_too_few`, `segments_missing`, `not_found`. */
export function comparisonOf(project: OpenProject, settings: AgreementSettings): Comparison {
  if (settings.round !== undefined) return frozenComparison(project, settings.round, settings);
  const coders = chosenCoders(project, settings.coders);
  const { codes, ancestors } = chosenCodes(project, settings);
  const scope = settings.scope ?? usualScope(settings.unit);
  const { rule = 'any', children = 'apart' } = settings;
  const unit: UnitRule = settings.unit === 'character' ? { kind: 'character' } : { kind: 'segment', rule };
  if (settings.unit === 'segment' && settings.segments === undefined) throw new VerbatimError('segments_missing', {});
  const coderNumbers = new Map(coders.map(({ id }, number) => [id, number]));
  const codeNumbers = new Map(codes.map((code, number) => [code, number]));
  const doneBy = Map.groupBy(project.store.all(coderDocumentQueries.all), ({ document }) => document);
  const rows = filteredDocuments(project, { documents: settings.documents });
  const above = (code: string) => (children === 'parents' ? (ancestors.get(code) ?? []) : []);
  const prepared = rows.map((document) => {
    const segments = document.codings.filter(({ code }) => code === settings.segments);
    const units = project.analysis.unitsOf(document, settings.unit, scope, segments);
    const codings = numberedCodings(document, coderNumbers, codeNumbers, above);
    const done = (doneBy.get(document.row.id) ?? []).flatMap(({ coder }) => coderNumbers.get(coder) ?? []);
    const counted = (own: readonly CoderCoding[]): AgreementDocument => ({ ...onAxis(units, own), done });
    const inScope = scopeSpans({ length: document.row.code_points, turns: document.turns }, scope);
    const shown = units.counted === null ? units.spans : intersectedSpans(units.spans, inScope);
    return { counted, uncut: { units: shown, codings, done } };
  });
  const documents = prepared.map(({ counted, uncut: { codings } }) => counted(codings));
  const uncut = prepared.map((document) => document.uncut);
  return {
    coders,
    codes,
    scope,
    rule,
    unit,
    children,
    rows,
    documents,
    uncut,
    recount: (place, codings) => prepared[place]!.counted(codings),
  };
}
