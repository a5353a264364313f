import { realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';

/*
 * An open project is locked: nothing but the connection that holds it can look inside. Tests reach that connection here,
 * by watching which connections set a pragma (every one does when it is opened); the product has no door for it.
 */
const connections = new Map<string, Database.Database>();

function wholePath(path: string): string {
  return join(realpathSync(dirname(path)), basename(path));
}

type Pragma = Database.Database['pragma'];
// oxlint-disable-next-line typescript/unbound-method -- called with its receiver below
const pragma: Pragma = Database.prototype.pragma;
Database.prototype.pragma = function (this: Database.Database, ...given: Parameters<Pragma>) {
  if (!this.memory) connections.set(wholePath(this.name), this);
  return pragma.apply(this, given);
};

/** The connection the store holds on an open project file. */
export function connectionOf(path: string): Database.Database {
  const db = connections.get(wholePath(path));
  if (!db?.open) throw new Error(`no open connection to ${path}`);
  return db;
}
