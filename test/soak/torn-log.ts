import { randomBytes } from 'node:crypto';
import { appendFileSync, copyFileSync, existsSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';

/** What may lie beside a project after a crash: its log, whole or not. What was synced is in it; the end of a file may not be. */
export const logs = ['whole', 'followed by garbage', 'cut off', 'garbage'] as const;
export type Log = (typeof logs)[number];

/** Copies a project as a crash left it, with the log in that state. */
export function copyWithLog(path: string, copy: string, log: Log, random: (below: number) => number): void {
  copyFileSync(path, copy);
  const [from, to] = [`${path}-wal`, `${copy}-wal`];
  rmSync(to, { force: true });
  if (!existsSync(from)) return;
  copyFileSync(from, to);
  const { size } = statSync(to);
  if (log === 'followed by garbage') appendFileSync(to, randomBytes(1 + random(20_000)));
  if (log === 'cut off') truncateSync(to, random(size + 1));
  if (log === 'garbage') writeFileSync(to, randomBytes(size));
}
