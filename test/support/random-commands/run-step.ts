import type { Client } from '../../../shared/contract/client.ts';
import { VerbatimError } from '../../../shared/contract/errors.ts';
import { analysisSteps } from './analysis-steps.ts';
import { codebookSteps } from './codebook-steps.ts';
import { codingSteps } from './codings-steps.ts';
import { noteSteps } from './notes-steps.ts';
import { studySteps } from './study-steps.ts';
import { teamSteps } from './team-steps.ts';
import { transcriptSteps } from './transcripts-steps.ts';
import type { Drawn, Run } from './step.ts';

/** What refuses a step that does not fit the state it meets; anything else is a fault. */
const expectedRefusals = new Set([
  'name_taken',
  'name_empty',
  'code_cycle',
  'code_merge_self',
  'not_found',
  'selection_empty',
  'selection_out_of_range',
  'pseudonym_list',
  'text_change_invalid',
  'speaker_has_turns',
  'turn_not_cut',
  'turn_is_last',
  'cell_values',
  'coders_too_few',
  'code_not_codable',
  'query_syntax',
  'arrow_to_itself',
  'file_empty',
]);

const runs = {
  ...codebookSteps,
  ...codingSteps,
  ...teamSteps,
  ...noteSteps,
  ...transcriptSteps,
  ...studySteps,
  ...analysisSteps,
} satisfies Record<string, Run>;

export type StepKind = keyof typeof runs;
export const stepKinds = Object.keys(runs) as StepKind[];

/** A step drawn at random: what to do, and with what. */
export type Step = Drawn & { readonly kind: StepKind };

/** Runs one step through the contract; answers what it was refused for where it did not fit, else null. */
export async function runStep(client: Client, step: Step): Promise<string | null> {
  try {
    await (runs[step.kind] as Run)(client, step);
    return null;
  } catch (error) {
    if (error instanceof VerbatimError && expectedRefusals.has(error.code)) return error.code;
    throw error;
  }
}
