import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { measureNames } from '../../renderer/features/agreement/agreement-rows.ts';
import { pairColumns } from '../../renderer/features/cooccurrence/pair-figures.ts';
import { isStatistic, methodsOf, type StatisticName } from '../../renderer/features/help/statistics.ts';
import { catalogues } from '../../shared/messages/catalogues.ts';

const statistics = Object.keys(methodsOf) as StatisticName[];
const languages = ['en', 'zh-Hans', 'ja'] as const;
/** Columns of pairs that count. */
const counts = new Set<string>(['pair', 'both', 'first', 'second', 'pairs', 'characters']);
const comparison = ['cochranQ', 'friedman', 'kendallW', 'mcNemar', 'conover', 'holm', 'chiSquare', 'cramerV'];

function headingsOf(page: string): string[] {
  const text = readFileSync(new URL(`../../docs/methods/${page}`, import.meta.url), 'utf8');
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading!);
}

describe('help on statistics', () => {
  it('is there for every measure of agreement, association and comparison', () => {
    const association = pairColumns.flatMap((column) =>
      counts.has(column) ? [] : column === 'p' ? ['permutationP'] : [column],
    );
    const shown = [...measureNames, ...association, ...comparison, 'permutationChi', 'fisherFreemanHalton'];
    expect(shown.filter((name) => !isStatistic(name))).toEqual([]);
  });

  it.each(statistics)('names a heading of the methods: %s', (name) => {
    const [page, heading] = methodsOf[name];
    expect(headingsOf(page)).toContain(heading);
  });

  it('explains each in two sentences, in every language', () => {
    for (const language of languages)
      for (const name of statistics) {
        const text = catalogues[language][`help.${name}`];
        const ends = text.match(language === 'en' ? /[.](?=\s|$)/g : /。/g) ?? [];
        expect(ends.length, `${language} ${name}: ${text}`).toBe(2);
      }
  });
});
