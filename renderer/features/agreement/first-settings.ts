import type { ParsedInput } from '../../../shared/contract/methods.ts';

/** What agreement is computed on until something else is chosen. */
export const firstSettings: ParsedInput<'agreement.compute'> = { unit: 'character' };
