import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { ProjectSummary, RecentProject } from '../../../../shared/contract/methods/project.ts';
import type { Ports } from '../../ports.ts';
import { SettingsFile } from '../../settings-file.ts';
import type { Tickets } from '../../tickets.ts';

const entry = z.object({
  path: z.string(),
  name: z.string(),
  synthetic: z.boolean(),
  documents: z.number(),
  codings: z.number(),
  openedAt: z.string(),
});
const remembered = 12;

/** The projects opened last, in the app's data folder. */
export class RecentProjects {
  private readonly file: SettingsFile<z.infer<typeof entry>[]>;
  private readonly ports: Ports;

  constructor(ports: Ports) {
    this.ports = ports;
    this.file = new SettingsFile(ports.folders.data, 'recent.json', (raw) => {
      const parsed = z.array(entry).safeParse(raw);
      return parsed.success ? parsed.data : [];
    });
  }

  remember(path: string, { name, synthetic, documents, codings }: ProjectSummary): void {
    const openedAt = this.ports.clock.now().toISOString();
    const others = this.file.read().filter((other) => other.path !== path);
    try {
      this.file.write([{ path, name, synthetic, documents, codings, openedAt }, ...others].slice(0, remembered));
    } catch (error) {
      // A data folder that cannot be written must not keep anyone from a project.
      this.ports.log.error(error, 'recent projects');
    }
  }

  /** The same project under another path. */
  move(from: string, to: string): void {
    const entries = this.file
      .read()
      .map((each) => (each.path === resolve(from) ? { ...each, path: resolve(to) } : each));
    this.file.write(entries);
  }

  /** Where they are. */
  paths(): readonly string[] {
    return this.file.read().map(({ path }) => path);
  }

  list(tickets: Tickets): RecentProject[] {
    return this.file
      .read()
      .map(({ path, ...project }) => ({ ...project, ticket: tickets.grantPath(path), missing: !existsSync(path) }));
  }
}
