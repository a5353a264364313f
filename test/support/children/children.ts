import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const support = new URL('./', import.meta.url);

/** Runs a script of test/support in a process of its own, which does not outlive the test. */
export function startChild(script: string, parameters: readonly string[], options: SpawnOptions = {}): ChildProcess {
  const file = fileURLToPath(new URL(script, support));
  const child = spawn(process.execPath, [file, ...parameters], {
    stdio: ['pipe', 'pipe', 'inherit'],
    ...options,
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** The first line a child prints. */
export async function firstLine(child: ChildProcess): Promise<string> {
  let text = '';
  for await (const piece of child.stdout!) {
    text += String(piece);
    if (text.includes('\n')) break;
  }
  return text.split('\n', 1)[0]!;
}

/** Waits until a child has ended. */
export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}
