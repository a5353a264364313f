import { type Step, stepKinds } from './run-step.ts';

const words = ['trust', 'fear', '隐私', 'か\u3099', '😀', 'Robert"); --'];

/** The next step of a user who does anything there is; `random` answers an integer in `[0, below)`. */
export function drawnStep(random: (below: number) => number): Step {
  return {
    kind: stepKinds[random(stepKinds.length)]!,
    picks: [random(1000), random(1000), random(1000), random(1000)],
    words: `${words[random(words.length)]!} ${random(50)}`,
  };
}
