import { setFlagsFromString } from 'node:v8';

let works = 0;

/**
 * Does work that makes very many short-lived objects. V8 would let its space for these grow beyond 100 MB; meanwhile it stays
 * as large as it is, which costs no time that can be measured.
 */
export async function sparingMemory<Result>(work: () => Promise<Result>): Promise<Result> {
  if (works++ === 0) setFlagsFromString('--semi-space-growth-factor=1');
  try {
    return await work();
  } finally {
    if (--works === 0) setFlagsFromString('--semi-space-growth-factor=2');
  }
}
