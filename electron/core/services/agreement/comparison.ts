import type { AgreementDocument, CoderCoding } from '../../../../shared/agreement/coded-units/document-tally.ts';
import type { ScopeName } from '../../../../shared/analysis/unit-names.ts';
import type { UnitRule } from '../../../../shared/analysis/units.ts';
import type { ParsedInput } from '../../../../shared/contract/methods.ts';
import type { ModelDocument } from '../analysis/analysis-model.ts';

export type AgreementSettings = ParsedInput<'agreement.compute'>;

/** What is compared: everything the pure functions need, and the rows it came from. */
export type Comparison = {
  readonly coders: readonly { id: string; name: string }[];
  /** The codes compared, by number, in the order of the codebook. */
  readonly codes: readonly string[];
  readonly scope: ScopeName;
  readonly rule: 'any' | 'half';
  readonly unit: UnitRule;
  /** Whether codings of child codes count for their parents; never in a round, which is frozen code by code. */
  readonly children: 'apart' | 'parents';
  readonly rows: readonly ModelDocument[];
  readonly documents: readonly AgreementDocument[];
  /** The same with codings on the axis of the text, and for units what counts of them: for what is read off the passages themselves. */
  readonly uncut: readonly AgreementDocument[];
  /** A document of `documents` with other codings, given on the axis of the text. */
  readonly recount: (place: number, codings: readonly CoderCoding[]) => AgreementDocument;
};
