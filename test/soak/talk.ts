import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Orders } from './orders.ts';

/** The orders of this session: the first line of stdin. */
export async function toldOrders(): Promise<Orders> {
  const line = await new Promise<string>((resolve) =>
    createInterface({ input: process.stdin }).once('line', (text) => resolve(text)),
  );
  return JSON.parse(line) as Orders;
}

/** Says one line at once: what was said before a kill is heard. */
export function say(text: string): void {
  writeSync(1, `${text.replaceAll('\n', ' ')}\n`);
}
