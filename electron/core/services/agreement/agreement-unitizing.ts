import { usualSeed } from '../../../../shared/statistics/random.ts';
import { usualScope } from '../../../../shared/analysis/unit-names.ts';
import type { CallContext, Output, ParsedInput } from '../../../../shared/contract/methods.ts';
import { asId } from '../../../../shared/domain/ids.ts';
import { runTask } from '../../jobs/run-task.ts';
import { comparisonOf } from './agreement-comparison.ts';
import { namedDocument } from './agreement-wire.ts';
import type { OpenProject } from '../project/open-project.ts';

/** What γ of a document takes minutes beyond: left out then, unless asked for. */
const most = { spans: 400, alignments: 10_000 };

/**
 * Measures of unitizing on the characters that count for the settings' unit, in a thread of its own: other calls come in
 * meanwhile, and a cancelled one stops.
 */
export async function unitizing(
  project: OpenProject,
  input: ParsedInput<'agreement.unitizing'>,
  call: CallContext,
): Promise<Output<'agreement.unitizing'>> {
  const { sampler = 'shuffle', seed = usualSeed, everyGamma = false, ...settings } = input;
  const { revision } = project.store;
  const scope = settings.scope ?? usualScope(settings.unit);
  const comparison = comparisonOf(project, { ...settings, unit: 'character', scope });
  const { coders, rows, documents } = comparison;
  const task = { documents, coders: coders.length, sampler, seed, most: everyGamma ? null : most };
  const answer = await runTask('agreement.unitize', task, call);
  return {
    revision,
    scope,
    coders: coders.map(({ id, name }) => ({ id: asId<'coder'>(id), name })),
    documents: answer.documents.map(({ document, ...figures }) => ({
      ...figures,
      passages: [...figures.passages],
      document: namedDocument(rows[document]!),
    })),
    overall: answer.overall && {
      ...answer.overall,
      passages: [...answer.overall.passages],
      documents: answer.overall.documents.length,
    },
    chance: answer.generator === null ? null : { sampler, seed, generator: answer.generator },
  };
}
