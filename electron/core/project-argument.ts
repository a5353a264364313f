import { extname, resolve } from 'node:path';

/**
 * The project a start of the app asks for, as an absolute path: the first argument that names a `.vbt` file, or a locked one (`.vbtx`). Options
 * (`--…`, also those the system adds) are passed over; null if no project is named. Whether the file is one is for the
 * store to find out.
 */
export function projectArgument(argv: readonly string[], folder: string): string | null {
  const path = argv
    .slice(1)
    .find((argument) => !argument.startsWith('-') && ['.vbt', '.vbtx'].includes(extname(argument).toLowerCase()));
  return path === undefined || path.includes('\0') ? null : resolve(folder, path);
}
