// npm run laws -- [ROUNDS] [WORDS] [--seed N] [--times N]: every law, or those of the files with these words in their names, on other
// cases, a round a seed, counting up; each on so many times the cases `npm test` tries. Says at which seeds a law broke;
// `VERBATIM_LAW_SEED=N VERBATIM_LAW_RUNS=TIMES npm run test:unit -- FILE` shows the case again. Exit code 1 when a law was broken.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    times: { type: 'string', default: '1' },
  },
});
const [rounds = '10', ...words] = positionals;
const first = Number(values.seed);
const root = fileURLToPath(new URL('../../', import.meta.url));
const withLaws = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts') && (words.length === 0 || words.some((word) => name.includes(word))))
  .map((name) => join('test', name))
  .filter((name) => readFileSync(join(root, name), 'utf8').includes("from 'fast-check'"));

const broken: number[] = [];
for (let round = 0; round < Number(rounds); round += 1) {
  const seed = first + round;
  console.log(`▶ round ${round + 1} of ${rounds}, seed ${seed}, ${withLaws.length} files`);
  const { status } = spawnSync(join(root, 'node_modules/.bin/vitest'), ['run', '--reporter=dot', ...withLaws], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, VERBATIM_LAW_SEED: String(seed), VERBATIM_LAW_RUNS: values.times },
  });
  if (status !== 0) broken.push(seed);
}
console.log(broken.length === 0 ? `no law broke in ${rounds} rounds` : `a law broke at seed ${broken.join(', ')}`);
process.exit(broken.length === 0 ? 0 : 1);
