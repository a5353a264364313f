import { DEFAULT_DRAWS } from '../../../../shared/analysis/association/permutation-test.ts';
import { generator, usualSeed } from '../../../../shared/statistics/random.ts';
import { markedUnits } from '../../../../shared/analysis/marked-units.ts';
import { VerbatimError } from '../../../../shared/contract/errors.ts';
import type { CallContext, Output, ParsedInput } from '../../../../shared/contract/methods.ts';
import { asId } from '../../../../shared/domain/ids.ts';
import { runTask } from '../../jobs/run-task.ts';
import { CooccurrenceData } from './cooccurrence-data.ts';
import type { OpenProject } from '../project/open-project.ts';

/** Does chance within transcripts put two codes together as often? Every two of some codes. Throws `not_found`. */
export async function testPairs(
  project: OpenProject,
  { coder, codes, draws = DEFAULT_DRAWS, seed = usualSeed, ...settings }: ParsedInput<'cooccurrence.test'>,
  call: CallContext,
): Promise<Output<'cooccurrence.test'>> {
  const { revision } = project.store;
  const data = new CooccurrenceData(project, settings);
  const numbers = codes.map((code) => data.numberOf(code)).sort((a, b) => a - b);
  const { documents, unit } = data.input(coder, settings, new Set(numbers));
  if (unit.kind === 'overlap')
    throw new VerbatimError('invalid_input', { method: 'cooccurrence.test', detail: 'unit: overlaps have no units' });
  const pairs = numbers
    .flatMap((a, place) => numbers.slice(place + 1).map((b) => [a, b] as const))
    .filter(([a, b]) => !data.isNested(data.codes[a]!, data.codes[b]!));
  const chance = unit.kind === 'window' ? 'shift' : 'shuffle';
  const { tests, q, m } = await runTask(
    'pairs.test',
    { documents: markedUnits(documents, unit), pairs, chance, draws, seed },
    call,
  );
  return {
    revision,
    draws,
    seed,
    generator,
    chance,
    within: unit.kind === 'case' ? 'all' : 'document',
    m,
    pairs: tests.map((one, place) => {
      const [a, b] = pairs[place]!;
      const names = { a: asId<'code'>(data.codes[a]!), b: asId<'code'>(data.codes[b]!) };
      if ('undefined' in one) return { ...names, undefined: one.undefined };
      const { observed, expected, greater, twoSided } = one;
      return { ...names, observed, expected, p: greater, twoSided, q: q[place]! };
    }),
  };
}

/** Does one code come in the turns after another more often than chance within transcripts has it? Throws `not_found`. */
export async function testOrder(
  project: OpenProject,
  { coder, codes, distance, draws = DEFAULT_DRAWS, seed = usualSeed, ...filter }: ParsedInput<'cooccurrence.testOrder'>,
  call: CallContext,
): Promise<Output<'cooccurrence.testOrder'>> {
  const { revision } = project.store;
  const data = new CooccurrenceData(project, filter);
  const numbers = codes.map((code) => data.numberOf(code)).sort((a, b) => a - b);
  // From one answer to the next: the questions between them carry no codes, and a turn further on would be one of them.
  const { documents } = data.input(coder, { unit: 'turn', scope: 'respondent' }, new Set(numbers));
  const pairs = numbers
    .flatMap((first) => numbers.map((second) => [first, second] as const))
    .filter(([first, second]) => first !== second && !data.isNested(data.codes[first]!, data.codes[second]!));
  const { tests, q, m } = await runTask(
    'pairs.testOrder',
    { documents: markedUnits(documents, { kind: 'segment', rule: 'any' }), pairs, distance, draws, seed },
    call,
  );
  return {
    revision,
    draws,
    seed,
    generator,
    m,
    pairs: tests.map((one, place) => {
      const [first, second] = pairs[place]!;
      const names = { first: asId<'code'>(data.codes[first]!), second: asId<'code'>(data.codes[second]!) };
      if ('undefined' in one) return { ...names, undefined: one.undefined };
      return { ...names, observed: one.observed, expected: one.expected, p: one.greater, q: q[place]! };
    }),
  };
}
