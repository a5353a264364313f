// npm run soak -- [OPERATIONS] [--seed N]: random users work on projects until so many operations are done (100,000), are
// killed, run out of disk, set the clock wrong, may not write or find a torn log; says what broke and how memory went. Exit code 1 when a law was broken.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { heldMemory, table } from '../bench/measure.ts';
import { Life } from './life.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '1' } },
});
const wanted = Number(positionals[0] ?? 100_000);
const seed = Number(values.seed);
// Identifiers are counted on from it: beyond this they are no whole numbers any more, and two of them alike.
if (!Number.isInteger(seed) || seed < 0 || seed >= 9000) throw new Error('--seed takes a whole number below 9000');
const [sessions, perSession] = [10, 500];
const megabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(1);

const folder = mkdtempSync(join(tmpdir(), 'verbatim-soak-'));
// Also for the account that may only read.
chmodSync(folder, 0o755);
const rows: string[][] = [];
const faults: string[] = [];
let operations = 0;
const started = Date.now();
for (let number = 1; operations < wanted; number += 1) {
  const life = new Life(join(folder, `${number}`), number, seed);
  await life.live(sessions, perSession);
  rmSync(join(folder, `${number}`), { recursive: true, force: true });
  operations += life.operations;
  faults.push(...life.faults);
  const { kills, full, undone, held, afterClosing } = life;
  const memory = [held, afterClosing, heldMemory()].map(megabytes);
  rows.push([`${number}`, ...[life.operations, kills, full, undone, life.faults.length].map(String), ...memory]);
  console.log(
    `${rows.at(-1)!.join('  ')}  (${operations} operations, ${((Date.now() - started) / 1000).toFixed(0)} s)`,
  );
  for (const fault of life.faults.slice(0, 5)) console.log(`  ${fault.slice(0, 1000)}`);
}
rmSync(folder, { recursive: true, force: true });
console.log(
  table(
    ['project', 'operations', 'kills', 'disk full', 'undone', 'faults', 'open, MB', 'closed, MB', 'reader, MB'],
    rows,
  ),
);
console.log(`${operations} operations, seed ${seed}, ${faults.length} faults`);
process.exit(faults.length === 0 ? 0 : 1);
