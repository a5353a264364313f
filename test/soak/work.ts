import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Orders, SessionEnd } from './orders.ts';

export type Session = {
  readonly operations: number;
  readonly acknowledged: readonly string[];
  readonly faults: readonly string[];
  /** Null when it was killed. */
  readonly end: SessionEnd | null;
};

/** The account without rights that every Linux has; root itself may write everywhere. */
const nobody = 65_534;

/** Lets a user work, a script of this folder; kills it −9 after so many acknowledged commands, if told to. */
async function work(script: string, orders: Orders, killAfter: number | null, account: object): Promise<Session> {
  const child = spawn(process.execPath, ['--expose-gc', join(import.meta.dirname, script)], {
    stdio: ['pipe', 'pipe', 'inherit'],
    ...account,
  });
  const exited = once(child, 'exit');
  child.stdin.write(`${JSON.stringify(orders)}\n`);
  const acknowledged: string[] = [];
  const faults: string[] = [];
  let operations = 0;
  let end: SessionEnd | null = null;
  for await (const line of createInterface({ input: child.stdout })) {
    const word = line.slice(0, line.indexOf(' '));
    if (word === 'ack' && acknowledged.push(line) === killAfter) child.kill('SIGKILL');
    if (word === 'fault') faults.push(line);
    if (word === 'done') operations = Number(line.slice(5));
    if (word === 'end') end = JSON.parse(line.slice(4)) as SessionEnd;
  }
  await exited;
  if (end === null && killAfter === null) faults.push(`session ${orders.session} ended by itself`);
  return { operations, acknowledged, faults, end };
}

/** A random user. */
export function userWorks(orders: Orders, killAfter: number | null): Promise<Session> {
  return work('random-user.ts', orders, killAfter, {});
}

/** A random user who may not write the project. */
export function readerWorks(orders: Orders): Promise<Session> {
  const account = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
  return work('read-only-user.ts', orders, null, account);
}
