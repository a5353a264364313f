import { readFileSync } from 'node:fs';
import { vectorsOf } from '../../../shared/agreement/vectors/vector.ts';
import { verifiedVector, type VerifiedVector } from '../../../shared/agreement/vectors/verify-vectors.ts';
import { resourceFolder } from '../../core/resources.ts';
import { type Command, parseCommandLine } from '../command.ts';
import { print, printJson } from '../output.ts';

function verifiedFile(path: string): VerifiedVector[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new Error(`${path} cannot be read: ${(error as Error).message}`, { cause: error });
  }
  try {
    return vectorsOf(JSON.parse(text)).map(verifiedVector);
  } catch (error) {
    throw new Error(`${path} is no file of agreement vectors: ${(error as Error).message}`, { cause: error });
  }
}

function lineOf({ id, ok, fault, differing, expected, computed }: VerifiedVector): string {
  if (ok) return `ok     ${id}`;
  const reasons = fault === undefined ? [] : [fault];
  for (const key of differing)
    reasons.push(`${key} ${JSON.stringify(computed[key] ?? null)}, expected ${JSON.stringify(expected[key])}`);
  return `wrong  ${id}: ${reasons.join('; ')}`;
}

export const verifyCommand: Command = {
  name: 'verify',
  summary: 'compute agreement vectors with known figures again',
  usage: 'verify [VECTORS.json] [--json]',
  help: [
    'Without a file: the set that comes with the program, from published examples and other programs.',
    'Each figure is held against the expected one within its tolerance. A vector that cannot be computed is wrong.',
    'Exit code 1 if any is wrong.',
  ],
  run(argv) {
    const { values, positionals } = parseCommandLine(argv, { json: { type: 'boolean' } }, { least: 0, most: 1 });
    const vectors = verifiedFile(positionals[0] ?? resourceFolder('shared', 'agreement', 'vectors', 'vectors.json'));
    const wrong = vectors.filter(({ ok }) => !ok).length;
    const right = vectors.length - wrong;
    if (values.json) printJson({ vectors, count: vectors.length, right, wrong });
    else print([...vectors.map(lineOf), `${right} of ${vectors.length} right, ${wrong} wrong`].join('\n'));
    return Promise.resolve(wrong === 0 ? 0 : 1);
  },
};
