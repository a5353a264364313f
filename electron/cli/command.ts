import { parseArgs, type ParseArgsConfig } from 'node:util';

/** A word of the command line and what it does. Exit code 0 only on success; 1 where something failed, 2 for misuse. */
export type Command = {
  /** As it is typed, e.g. `codings import`. */
  readonly name: string;
  readonly summary: string;
  /** Arguments and options, for `--help`. */
  readonly usage: string;
  readonly help: readonly string[];
  run(argv: readonly string[]): Promise<number>;
};

/** Thrown for a command line that cannot be understood: printed with the command's usage, exit code 2. */
export class Misuse extends Error {}

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<O extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: O; allowPositionals: true; strict: true }>
>;

/** Arguments and options of one command; anything unknown, missing or too much is misuse. */
export function parseCommandLine<const O extends Options>(
  argv: readonly string[],
  options: O,
  positionals: { readonly least: number; readonly most: number },
): Parsed<O> {
  let parsed: Parsed<O>;
  try {
    parsed = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new Misuse((error as Error).message);
  }
  const count = parsed.positionals.length;
  if (count < positionals.least) throw new Misuse('an argument is missing');
  if (count > positionals.most) throw new Misuse(`unexpected argument ${parsed.positionals[positionals.most]}`);
  return parsed;
}

/** One of the words an option takes, or undefined where it is not given. */
export function oneOf<const Word extends string>(
  option: string,
  value: string | undefined,
  words: readonly Word[],
): Word | undefined {
  if (value === undefined) return undefined;
  const word = words.find((each) => each === value);
  if (word === undefined) throw new Misuse(`--${option} takes ${words.join(', ')}, not ${value}`);
  return word;
}

/** A count an option takes, or undefined where it is not given. */
export function wholeNumber(
  option: string,
  value: string | undefined,
  least: number,
  most: number,
): number | undefined {
  if (value === undefined) return undefined;
  const number = /^\d{1,10}$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= least && number <= most))
    throw new Misuse(`--${option} takes a whole number from ${least} to ${most}, not ${value}`);
  return number;
}

/**
 * The names an option lists, separated by commas, or undefined where it is not given. A name that holds a comma stands in
 * double quotes.
 */
export function namesOf(option: string, value: string | undefined): string[] | undefined {
  if (value === undefined) return undefined;
  const names = [...value.matchAll(/\s*(?:"((?:[^"]|"")*)"\s*|([^,]*))(?:,|$)/gu)]
    .map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain!.trim())
    .filter((name) => name !== '');
  if (names.length === 0) throw new Misuse(`--${option} takes names separated by commas`);
  return names;
}
