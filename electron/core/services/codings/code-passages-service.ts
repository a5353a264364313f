import type { Output, ParsedInput } from '../../../../shared/contract/methods.ts';
import type { Context, Service } from '../project/context.ts';
import { CooccurrenceData } from '../cooccurrence/cooccurrence-data.ts';
import { coderNames } from '../coders/coder-rows.ts';
import type { OpenProject } from '../project/open-project.ts';
import { PassageMaker } from './passages.ts';

/** The codings of a code in text order, each with who made it; those of the agreed layer are nobody's. */
function passagesOf(
  project: OpenProject,
  { code, coder, ...filter }: ParsedInput<'codes.passages'>,
): Output<'codes.passages'> {
  const data = new CooccurrenceData(project, filter);
  const number = data.numberOf(code);
  const isMarked = data.markedTest();
  const names = coderNames(project);
  return data.documents.flatMap((document) => {
    const codings = data.codingsOf(document, coder ?? null, new Set([number]));
    if (codings.length === 0) return [];
    const maker = new PassageMaker(project, document.row);
    return codings
      .toSorted((a, b) => a.start - b.start || a.end - b.end)
      .map((coding) => {
        const by = names.get(coding.coder);
        return {
          ...maker.makeFromCodePoints(coding, by === undefined ? [] : [by]),
          marked: isMarked(document, coding.selection),
        };
      });
  });
}

export function codePassagesService(context: Context): Service<'codes.passages'> {
  return { 'codes.passages': (input) => passagesOf(context.project(), input) };
}
