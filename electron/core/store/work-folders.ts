import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Ports } from '../ports.ts';

/** How earlier versions called them, without saying whose they were. */
const unsigned = /^(?:merge|copy)-[A-Za-z0-9]{6}$/u;
/** Nobody works on one of these so long, in milliseconds. */
const longest = 60 * 60 * 1000;

/** A folder for a copy of a project while it is made or read. Whoever makes it removes it; it bears the number of the process, in case that is killed. */
export function workFolder({ folders }: Ports): string {
  mkdirSync(folders.data, { recursive: true, mode: 0o700 });
  return mkdtempSync(join(folders.data, `work-${process.pid}-`));
}

/** Removes what killed processes have left: whole copies of projects, which nothing else would ever take away. */
export function removeLeftWork({ folders }: Ports): void {
  for (const name of namesIn(folders.data)) {
    const path = join(folders.data, name);
    const maker = /^work-(\d{1,10})-/u.exec(name)?.[1];
    const isLeft = maker === undefined ? unsigned.test(name) && isOld(path) : !isRunning(Number(maker));
    if (isLeft) rmSync(path, { recursive: true, force: true });
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isOld(path: string): boolean {
  try {
    return Date.now() - statSync(path).mtimeMs > longest;
  } catch {
    return false;
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // Somebody else's.
    return (error as { code?: string }).code === 'EPERM';
  }
}
