import { answerGroups, type Answer } from '../../../../shared/analysis/survey/answers.ts';
import { correlation } from '../../../../shared/analysis/survey/correlation.ts';
import { countedAs, itemFigures } from '../../../../shared/analysis/survey/item-figures.ts';
import type { Output, ParsedInput } from '../../../../shared/contract/methods.ts';
import type { ItemFigures } from '../../../../shared/contract/methods/survey.ts';
import { type AttributeShape, isScaleItem, type MissingKind, numberOf } from '../../../../shared/domain/attribute.ts';
import { asId } from '../../../../shared/domain/ids.ts';
import {
  attributeQueries,
  attributeValueQueries,
  caseQueries,
  valueGroupQueries,
} from '../../store/repositories/case-table.ts';
import { documentQueries } from '../../store/repositories/document-table.ts';
import { attributeRow, shapeOf } from '../cases/attribute-rows.ts';
import type { OpenProject } from '../project/open-project.ts';

/** The answers of all cases, in their order, to one attribute. */
function answersTo({ store }: OpenProject, attribute: string): Answer[] {
  const rows = new Map(store.all(attributeValueQueries.ofAttribute, attribute).map((row) => [row.study_case, row]));
  return store.all(caseQueries.all).map(({ id }) => {
    const row = rows.get(id);
    if (row === undefined) return { missing: 'empty' };
    return row.value === null ? { missing: row.missing as MissingKind } : { value: row.value };
  });
}

function figuresOf(answers: readonly Answer[], shape: AttributeShape): ItemFigures {
  const figures = itemFigures(answers, shape);
  return { ...figures, counts: [...figures.counts] };
}

export function surveyFigures(project: OpenProject, input: ParsedInput<'survey.figures'>): Output<'survey.figures'> {
  const rows =
    input.attributes?.map((id) => attributeRow(project, id)) ??
    project.store.all(attributeQueries.all).filter((row) => isScaleItem(shapeOf(row)));
  const groups = input.by === undefined ? [] : groupsBy(project, input.by);
  return {
    cases: project.store.all(caseQueries.all).length,
    items: rows.map((row) => {
      const answers = answersTo(project, row.id);
      const shape = shapeOf(row);
      return {
        attribute: asId<'attribute'>(row.id),
        all: figuresOf(answers, shape),
        groups: groups.map(({ group, places }) => ({
          group,
          figures: figuresOf(
            places.map((place) => answers[place]!),
            shape,
          ),
        })),
      };
    }),
  };
}

/** The cases that a figure counts, in their order, with their transcripts. Throws `not_found`. */
export function surveyCases(
  project: OpenProject,
  { attribute, group, which }: ParsedInput<'survey.cases'>,
): Output<'survey.cases'> {
  const shape = shapeOf(attributeRow(project, attribute));
  const places = group && new Set(groupsBy(project, group.by).find((each) => each.group === group.value)?.places ?? []);
  const documents = Map.groupBy(project.store.all(documentQueries.all), (row) => row.study_case);
  const answers = answersTo(project, attribute);
  return project.store.all(caseQueries.all).flatMap(({ id, name }, place) => {
    const answer = answers[place]!;
    const value = 'value' in answer ? answer.value : null;
    const isCounted =
      which === 'missing'
        ? value === null
        : value !== null && (which === 'answered' || countedAs(value, shape) === which.answer);
    if (!isCounted || places?.has(place) === false) return [];
    const own = (documents.get(id) ?? []).map((row) => ({ id: asId<'document'>(row.id), name: row.name }));
    return [{ case: asId<'case'>(id), name, value, documents: own }];
  });
}

/** The cases, by place, of each value of an attribute. Throws `not_found`. */
export function groupsBy(project: OpenProject, id: string): ReturnType<typeof answerGroups> {
  const { categories } = shapeOf(attributeRow(project, id));
  const groupedAs = new Map(
    project.store.all(valueGroupQueries.ofAttribute, id).map(({ value, grouped_as }) => [value, grouped_as]),
  );
  return answerGroups(answersTo(project, id), { categories, groupedAs });
}

export function surveyCorrelations(
  project: OpenProject,
  { attributes, method }: ParsedInput<'survey.correlations'>,
): Output<'survey.correlations'> {
  const items = [...new Set(attributes)].map((id) => ({ id, numbers: numbersTo(project, id) }));
  return items.flatMap((a, place) =>
    items
      .slice(place + 1)
      .map((b) => ({ a: a.id, b: b.id, ...correlation(answeredBoth(a.numbers, b.numbers), method) })),
  );
}

/** The answers of all cases, in their order, as numbers: as written, or the place of an ordered category. Throws `not_found`. */
export function numbersTo(project: OpenProject, attribute: string): (number | null)[] {
  const { type, categories } = shapeOf(attributeRow(project, attribute));
  return answersTo(project, attribute).map((answer) => {
    if (!('value' in answer)) return null;
    const place = type === 'ordered' ? (categories?.indexOf(answer.value) ?? -1) : -1;
    return type === 'ordered' ? (place < 0 ? null : place + 1) : numberOf(answer.value);
  });
}

/** The two answers of each case that gave both. */
export function answeredBoth(a: readonly (number | null)[], b: readonly (number | null)[]): [number, number][] {
  return a.flatMap((x, place): [number, number][] => {
    const y = b[place] ?? null;
    return x === null || y === null ? [] : [[x, y]];
  });
}
