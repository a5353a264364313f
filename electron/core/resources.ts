import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder of a resource that ships beside the code (`migrations`, `shared/sample-study` …).
 * Looked for upwards from this module, so that it is found from source, from a bundle and from inside a package alike.
 */
export function resourceFolder(...path: string[]): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const candidate = join(folder, ...path);
    if (existsSync(join(folder, 'migrations', '0001_initial.sql')) && existsSync(candidate)) return candidate;
    if (dirname(folder) === folder) throw new Error(`resource ${path.join('/')} is missing beside the program`);
  }
}
