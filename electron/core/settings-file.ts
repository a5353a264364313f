import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One JSON value kept in the app's data folder, replaced whole and atomically; what cannot be read counts as absent. */
export class SettingsFile<Value> {
  private readonly folder: string;
  private readonly name: string;
  private readonly parse: (raw: unknown) => Value;

  constructor(folder: string, name: string, parse: (raw: unknown) => Value) {
    this.folder = folder;
    this.name = name;
    this.parse = parse;
  }

  read(): Value {
    try {
      return this.parse(JSON.parse(readFileSync(join(this.folder, this.name), 'utf8')));
    } catch {
      return this.parse(undefined);
    }
  }

  write(value: Value): void {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const path = join(this.folder, this.name);
    const next = `${path}.${process.pid}.new`;
    writeFileSync(next, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
    renameSync(next, path);
  }
}
