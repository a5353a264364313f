import { describe, expect, it } from 'vitest';
import { nextStep } from '../../../renderer/features/team/team-steps.ts';

const [ada, bo, cy] = [{ id: 'ada' }, { id: 'bo' }, { id: 'cy' }] as const;
const out = (coder: string, isMerged = false) => ({ coder, isMerged });

describe('the next step of a round', () => {
  it.each([
    ['one coder alone', { coders: [ada], assignments: 0, copies: [], rounds: 0 }, 'coders'],
    ['nothing dealt out', { coders: [ada, bo], assignments: 0, copies: [], rounds: 0 }, 'deal'],
    ['dealt out', { coders: [ada, bo], assignments: 6, copies: [], rounds: 0 }, 'copies'],
    [
      'a copy for one of two others',
      { coders: [ada, bo, cy], assignments: 0, copies: [out('bo')], rounds: 0 },
      'copies',
    ],
    ['copies are out', { coders: [ada, bo, cy], assignments: 0, copies: [out('bo'), out('cy')], rounds: 0 }, 'merge'],
    [
      'one came back',
      { coders: [ada, bo, cy], assignments: 0, copies: [out('bo', true), out('cy')], rounds: 0 },
      'merge',
    ],
    [
      'a round was made before all came back',
      { coders: [ada, bo, cy], assignments: 0, copies: [out('bo', true), out('cy')], rounds: 1 },
      'compare',
    ],
    ['all came back', { coders: [ada, bo], assignments: 0, copies: [out('bo', true)], rounds: 0 }, 'compare'],
  ] as const)('%s', (_, state, step) => {
    expect(nextStep(state)).toBe(step);
  });
});
