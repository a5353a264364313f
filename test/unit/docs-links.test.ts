import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pages = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md', { cwd: root })];

/** As a forge makes the anchor of a heading. */
function anchorsOf(path: string): string[] {
  return [...readFileSync(path, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe('the documentation', () => {
  it.each(pages)('%s links to what is there', (page) => {
    const text = readFileSync(join(root, page), 'utf8');
    const broken = [...text.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target]) => {
      if (/^[a-z]+:/.test(target!)) return [];
      const [file, anchor] = target!.split('#');
      const path = file === '' ? join(root, page) : join(root, dirname(page), file!);
      if (!existsSync(path)) return [target];
      return anchor === undefined || anchorsOf(path).includes(anchor) ? [] : [target];
    });
    expect(broken).toEqual([]);
  });

  it('is listed: every page stands in the README, in the guide, or on a page that does', () => {
    const reached = new Set<string>();
    const visit = (page: string): void => {
      if (reached.has(page) || !existsSync(join(root, page))) return;
      reached.add(page);
      for (const [, target] of readFileSync(join(root, page), 'utf8').matchAll(/\]\(([^)#\s]+\.md)/g))
        if (!/^[a-z]+:/.test(target!)) visit(join(dirname(page), target!));
    };
    visit('README.md');
    const unlisted = pages.filter((page) => !reached.has(page) && !page.startsWith('docs/decisions/'));
    expect(unlisted).toEqual([]);
  });
});
