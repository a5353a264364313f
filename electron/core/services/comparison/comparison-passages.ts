import type { Output, ParsedInput } from '../../../../shared/contract/methods.ts';
import type { MarkedPassage } from '../../../../shared/contract/schema/entities.ts';
import { ComparisonData, type ComparisonHit, type ComparisonPart } from './comparison-tables.ts';
import { coderNames } from '../coders/coder-rows.ts';
import type { OpenProject } from '../project/open-project.ts';
import { PassageMakers } from '../codings/passages.ts';

/** Makes the passage of a hit of one part; its coder is named where several coders' are together. */
function passageMaker(
  project: OpenProject,
  data: ComparisonData,
  part: ComparisonPart,
): (hit: ComparisonHit) => MarkedPassage {
  const { documents } = data.input(part);
  const makers = new PassageMakers(project);
  const names = coderNames(project);
  return ({ document, coding, marked }) => {
    const maker = makers.of(documents[document]!.row);
    const coders = part.coder === 'together' ? [names.get(coding.coder) ?? ''] : [];
    return { ...maker.makeFromCodePoints(coding, coders), marked };
  };
}

/** One hit for each passage: one that carries several codes of a row, or is of several respondents, is one passage. */
function passagesOnce(hits: readonly ComparisonHit[]): ComparisonHit[] {
  const once = new Map<string, ComparisonHit>();
  for (const hit of hits) {
    const known = once.get(hit.coding.selection);
    if (!known || (hit.marked && !known.marked)) once.set(hit.coding.selection, hit);
  }
  return [...once.values()];
}

/** The passages of one cell. Throws `not_found`. */
export function cellPassages(
  project: OpenProject,
  { row, column, by, group, respondents, ...settings }: ParsedInput<'comparison.passages'>,
): Output<'comparison.passages'> {
  const data = new ComparisonData(project, settings);
  const part = data.part(by, group);
  const hits = data
    .hits(part)
    .filter(
      (hit) =>
        hit.row === row && hit.column === column && (respondents === undefined || respondents.includes(hit.respondent)),
    );
  return passagesOnce(hits).map(passageMaker(project, data, part));
}

/** What sets two columns apart, row by row. Throws `not_found`. */
export function columnDifference(
  project: OpenProject,
  { first, second, unit, ...settings }: ParsedInput<'comparison.difference'>,
): Output<'comparison.difference'> {
  const data = new ComparisonData(project, settings);
  const part = data.whole();
  const { inColumns } = data.table(part);
  const inSecondColumn = new Set(inColumns[second]);
  // With groups as columns nobody is in both: then everyone's passages set them apart.
  const both = new Set(inColumns[first]?.filter((respondent) => inSecondColumn.has(respondent)));
  const counts = ({ respondent }: ComparisonHit): boolean =>
    unit === 'passages' || data.values !== null || both.has(respondent);
  const keyOf = ({ respondent, coding }: ComparisonHit): number | string =>
    unit === 'passages' ? coding.selection : respondent;
  const hits = Map.groupBy(data.hits(part).filter(counts), ({ row }) => row);
  const passageOf = passageMaker(project, data, part);
  return settings.rows.map((_, row) => {
    const inColumn = Map.groupBy(hits.get(row) ?? [], ({ column }) => column);
    const [ofFirst, ofSecond] = [inColumn.get(first) ?? [], inColumn.get(second) ?? []];
    const [inFirst, inSecond] = [new Set(ofFirst.map(keyOf)), new Set(ofSecond.map(keyOf))];
    const only = (own: readonly ComparisonHit[], others: ReadonlySet<number | string>): MarkedPassage[] =>
      passagesOnce(own.filter((hit) => !others.has(keyOf(hit)))).map(passageOf);
    return {
      row,
      inFirst: inFirst.size,
      inSecond: inSecond.size,
      onlyFirst: only(ofFirst, inSecond),
      onlySecond: only(ofSecond, inFirst),
    };
  });
}
