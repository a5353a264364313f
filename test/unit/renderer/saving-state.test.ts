import { expect, test } from 'vitest';
import { savingState } from '../../../renderer/app/status-state.ts';
import { VerbatimError } from '../../../shared/contract/errors.ts';

test('the status bar never says that all is saved below a banner that says it is not', () => {
  const full = new VerbatimError('disk_full', { file: 'study.vbt' });
  expect(savingState(true, false, full)).toBeNull();
  expect(savingState(true, false, new VerbatimError('internal', { log: 'log' }))).toBeNull();
  expect(savingState(true, true, full)).toBe('saving');
  expect(savingState(true, false, null)).toBe('saved');
  expect(savingState(true, false, new VerbatimError('nothing_to_undo', {}))).toBe('saved');
  expect(savingState(false, false, null)).toBeNull();
});
