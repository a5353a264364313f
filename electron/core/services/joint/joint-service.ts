import { membershipTest } from '../../../../shared/analysis/matrix/membership.ts';
import { markedCodings } from '../../../../shared/analysis/matrix/matrix.ts';
import type { Output, ParsedInput } from '../../../../shared/contract/methods.ts';
import type { CodedPassage } from '../../../../shared/contract/methods/joint.ts';
import { behaviourItems } from '../../../../shared/contract/methods/plane.ts';
import { asId } from '../../../../shared/domain/ids.ts';
import { attributeValueQueries } from '../../store/repositories/case-table.ts';
import type { ModelCoding } from '../analysis/analysis-model.ts';
import { countedCodes, isLayer } from '../comparison/comparison-tables.ts';
import type { Context, Service } from '../project/context.ts';
import { layerDocuments } from '../adjudication/gold-documents.ts';
import { coderNames } from '../coders/coder-rows.ts';
import type { OpenProject } from '../project/open-project.ts';
import { PassageMaker } from '../codings/passages.ts';
import { planeSheetOf } from '../plane/plane-sheet.ts';
import { caseRow } from '../cases/case-rows.ts';
import { partsByCase } from '../cases/speaker-cases.ts';

/** The passages of one respondent that count as said about a behaviour, in text order, each with its codes. */
function passagesAbout(
  project: OpenProject,
  behaviour: ReadonlySet<string>,
  { case: studyCase, coder, rule, marker }: ParsedInput<'joint.compute'>,
): CodedPassage[] {
  const names = coderNames(project);
  return layerDocuments(project, coder === 'gold')
    .flatMap(partsByCase)
    .filter((part) => part.studyCase === studyCase)
    .flatMap(({ document }) => {
      const { kept: codings, isMarked } = markedCodings(
        document.codings.filter((coding) => isLayer(coder) || coding.coder === coder),
        marker ?? null,
      );
      const isAbout = membershipTest(
        rule,
        document.turns,
        codings.filter(({ code }) => behaviour.has(code)),
      );
      const bySelection = Map.groupBy(codings.filter(isAbout), ({ selection }) => selection);
      const maker = new PassageMaker(project, document.row);
      return [...bySelection.values()]
        .sort(([a], [b]) => a!.start - b!.start || a!.end - b!.end)
        .map((own: readonly ModelCoding[]) => ({
          ...maker.makeFromCodePoints(own[0]!, coder === 'together' ? [names.get(own[0]!.coder) ?? ''] : []),
          codes: own.map(({ code }) => asId<'code'>(code)),
          marked: own.some(isMarked),
        }));
    });
}

function compute(project: OpenProject, input: ParsedInput<'joint.compute'>): Output<'joint.compute'> {
  caseRow(project, input.case);
  const counted = countedCodes(project, input.children === 'parents');
  const values = new Map(
    project.store.all(attributeValueQueries.ofCase, input.case).map(({ attribute, value }) => [attribute, value]),
  );
  return {
    behaviours: planeSheetOf(project).behaviours.map(({ code, survey }) => ({
      code,
      answers: behaviourItems.flatMap((item) => {
        const attribute = survey[item];
        return attribute === null ? [] : [{ item, attribute, value: values.get(attribute) ?? null }];
      }),
      passages: passagesAbout(project, counted(code), input),
    })),
  };
}

export function jointService(context: Context): Service<'joint.compute'> {
  return { 'joint.compute': (input) => compute(context.project(), input) };
}
