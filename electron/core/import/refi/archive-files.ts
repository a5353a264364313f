import { type Container, openContainer } from '../container.ts';
import { DamageError, FormatError } from '../unreadable.ts';

/** Recordings lie in these archives and are never inflated: what they claim to hold is bounded by their stored size only. */
const archiveLimits = { entries: 60_000, entryBytes: 2 ** 31, totalBytes: 2 ** 34 } as const;
/** Largest single file taken out, in bytes. */
export const largestPart = 256 * 1024 * 1024;

/** The files of a .qdpx, found by the paths written in its project file. */
export class ArchiveFiles {
  private readonly container: Container;
  /** All but folders, as they are spelt and in lower case: writers do not agree with themselves. */
  private readonly bySpelling = new Map<string, string>();
  private readonly byPath = new Map<string, string>();
  private readonly byName = new Map<string, string>();
  private readonly used = new Set<string>();

  private constructor(container: Container) {
    this.container = container;
    for (const entry of container.names) {
      if (entry.endsWith('/')) continue;
      const spelt = entry.replaceAll('\\', '/');
      const path = spelt.toLowerCase();
      this.bySpelling.set(spelt, entry);
      if (!this.byPath.has(path)) this.byPath.set(path, entry);
      const name = path.split('/').at(-1)!;
      if (!this.byName.has(name)) this.byName.set(name, entry);
    }
  }

  static async open(bytes: Uint8Array): Promise<ArchiveFiles> {
    return new ArchiveFiles(await openContainer(bytes, archiveLimits));
  }

  /** The one project file: `project.qde`, else the only .qde there is, the one nearest the top first. */
  projectEntry(): string {
    const found = [...this.byPath].filter(([path]) => path.endsWith('.qde') && !path.startsWith('__macosx/'));
    const depth = ([path]: [string, string]): number => path.split('/').length;
    const top = Math.min(...found.map(depth));
    const nearest = found.filter((each) => depth(each) === top);
    const entry = nearest.find(([path]) => path.endsWith('project.qde')) ?? nearest[0];
    if (entry === undefined) throw new DamageError('part_missing');
    if (nearest.length > 1 && !entry[0].endsWith('project.qde')) throw new FormatError('archive');
    this.used.add(entry[1]);
    return entry[1];
  }

  /** Inflates an entry piece by piece. */
  stream(entry: string, receive: (piece: Uint8Array) => void): Promise<void> {
    return this.container.read(entry, receive);
  }

  /** The entry a path of the project file means, whatever its scheme and spelling; null where it is not in the archive. */
  find(path: string): string | null {
    const spelt = decoded(path.replace(/^[a-z]+:\/{2,3}/i, '')).replaceAll('\\', '/');
    const plain = spelt.toLowerCase();
    const entry =
      this.bySpelling.get(`sources/${spelt}`) ??
      this.bySpelling.get(`Sources/${spelt}`) ??
      this.bySpelling.get(spelt) ??
      this.byPath.get(`sources/${plain}`) ??
      this.byPath.get(plain) ??
      this.byName.get(plain.split('/').at(-1)!) ??
      null;
    if (entry !== null) this.used.add(entry);
    return entry;
  }

  /** Bytes an entry claims to hold. */
  size(entry: string): number {
    return this.container.size(entry);
  }

  /** The bytes of an entry. Throws FormatError for one larger than any text or document. */
  bytes(entry: string): Promise<Uint8Array> {
    return this.container.whole(entry, largestPart);
  }

  /** The same at once, of an entry that has been read before. */
  bytesNow(entry: string): Uint8Array {
    return this.container.readNow(entry);
  }

  /** The entry whose name without extension is this, in lower case. */
  withStem(stem: string): string | null {
    const wanted = stem.toLowerCase();
    for (const [name, entry] of this.byName) if (name.replace(/\.[^.]*$/, '') === wanted) return entry;
    return null;
  }

  /** Entries nothing has asked for. */
  unused(): string[] {
    return [...this.bySpelling.values()].filter((entry) => !this.used.has(entry) && !/(?:^|\/)\.|__MACOSX/.test(entry));
  }

  markUsed(entry: string): void {
    this.used.add(entry);
  }
}

export function fileNameOf(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
