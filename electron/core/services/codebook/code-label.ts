import { codeQueries, type CodeRow, codeTextQueries, type CodeTextRow } from '../../store/repositories/code-table.ts';
import type { Store } from '../../store/store.ts';

/** The names codes go by: slug for files and programs, name for people. */
export class CodeNames {
  private readonly rows: ReadonlyMap<string, CodeRow>;
  private readonly texts: ReadonlyMap<string, CodeTextRow[]>;

  constructor(store: Store) {
    this.rows = new Map(store.all(codeQueries.all).map((row) => [row.id, row]));
    this.texts = Map.groupBy(store.all(codeTextQueries.all), ({ code }) => code);
  }

  /** The name in the language the code was written in. */
  name(code: string): string {
    const texts = this.texts.get(code) ?? [];
    const language = this.rows.get(code)?.language;
    return (texts.find((text) => text.language === language) ?? texts[0])?.name ?? code;
  }

  /** The slug, else the path from the top joined with " / ": how files and the command line name a code. */
  key(code: string): string {
    const slug = this.rows.get(code)?.slug;
    if (typeof slug === 'string') return slug;
    const path: string[] = [];
    for (let at: string | null = code; at !== null && path.length < 50; at = this.rows.get(at)?.parent ?? null)
      path.unshift(this.name(at));
    return path.join(' / ');
  }

  /** Codes by every key a file may use: slug, path, and a name that only one code has. */
  byKey(): Map<string, string> {
    const byName = Map.groupBy(this.rows.keys(), (code) => this.name(code));
    const keys = new Map<string, string>();
    for (const [name, codes] of byName) if (codes.length === 1) keys.set(name, codes[0]!);
    for (const code of this.rows.keys()) keys.set(this.key(code), code);
    return keys;
  }

  /** All codes in no particular order. */
  ids(): string[] {
    return [...this.rows.keys()];
  }
}
