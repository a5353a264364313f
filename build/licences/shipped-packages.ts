import { byCodeUnits } from '../../shared/text/code-unit-order.ts';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A package whose code, or part of it, is inside what is shipped. */
export type ShippedPackage = {
  readonly name: string;
  readonly version: string;
  /** SPDX expression. */
  readonly licence: string;
  /** Subresource integrity of the archive it came in. */
  readonly integrity: string | null;
  /** The text of its licence, as it came; empty where the package brings none. */
  readonly text: string;
};

/** Licences under which code may be shipped. */
export const acceptedLicences = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'CC0-1.0'];

type LockEntry = {
  readonly version: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly peer?: boolean;
};

function licenceText(folder: string): string {
  const name = readdirSync(folder).find((file) => /^licen[cs]e(\.(md|txt))?$/i.test(file));
  return name === undefined ? '' : readFileSync(join(folder, name), 'utf8').trim();
}

/** Every package that is needed at run time, directly or not, by name: what the lock file does not mark as for development. */
export function shippedPackages(): readonly ShippedPackage[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockEntry>;
  };
  return Object.entries(lock.packages)
    .filter(([path, entry]) => path.startsWith('node_modules/') && !entry.dev && !entry.optional)
    .filter(([path]) => existsSync(join(root, path, 'package.json')))
    .map(([path, entry]) => ({
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: entry.version,
      licence: entry.license ?? 'unknown',
      integrity: entry.integrity ?? null,
      text: licenceText(join(root, path)),
    }))
    .sort((a, b) => byCodeUnits(`${a.name}@${a.version}`, `${b.name}@${b.version}`));
}
