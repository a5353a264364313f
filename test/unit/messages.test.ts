import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { errorParameters } from '../../shared/contract/errors.ts';
import { catalogues } from '../../shared/messages/catalogues.ts';

const languages = ['en', 'zh-Hans', 'ja'] as const;

type Part = {
  readonly value?: unknown;
  readonly options?: Record<string, { value: readonly Part[] }>;
  readonly type: number;
};

/** The parameters a message names; 0 is a literal and 7 the number sign of a plural. */
function parametersOf(parts: readonly Part[]): Set<string> {
  const names = new Set<string>();
  for (const part of parts) {
    if (part.type !== 0 && part.type !== 7) names.add(String(part.value));
    for (const option of Object.values(part.options ?? {}))
      for (const name of parametersOf(option.value)) names.add(name);
  }
  return names;
}

const parsed = (text: string): readonly Part[] => parse(text);

describe('the catalogues', () => {
  it('have the same keys in every language', () => {
    const keys = Object.keys(catalogues.en).sort();
    expect(keys.length).toBeGreaterThan(300);
    for (const language of languages) expect(Object.keys(catalogues[language]).sort()).toEqual(keys);
  });

  it('say something under every key, in valid ICU syntax, with the parameters of the English text', () => {
    for (const [key, english] of Object.entries(catalogues.en)) {
      const wanted = parametersOf(parsed(english));
      for (const language of languages) {
        const text = catalogues[language][key as keyof typeof catalogues.en];
        expect(text.trim(), `${language} ${key}`).not.toBe('');
        const named = parametersOf(parsed(text));
        expect(
          [...named].filter((name) => !wanted.has(name)),
          `${language} ${key}`,
        ).toEqual([]);
      }
    }
  });

  it('have words for every error, naming only parameters the error has', () => {
    for (const [code, schema] of Object.entries(errorParameters)) {
      const text = catalogues.en[`error.${code}` as keyof typeof catalogues.en];
      expect(text, code).toBeDefined();
      for (const name of parametersOf(parsed(text))) expect(Object.keys(schema.shape), code).toContain(name);
      if ('file' in schema.shape) expect(text, code).toContain('{file}');
    }
  });

  it('say nothing that is never said', () => {
    const root = fileURLToPath(new URL('../../', import.meta.url));
    const sources = globSync('{renderer,electron,shared}/**/*.{ts,tsx}', { cwd: root }).map((file) =>
      readFileSync(`${root}${file}`, 'utf8'),
    );
    const code = sources.join('\n');
    const literals = new Set([...code.matchAll(/['"`]([\w-]+(?:\.[\w-]+)+)['"`]/g)].map(([, literal]) => literal!));
    // `a.b.${c}.d`: at least one word of it stands in the code.
    const patterns = new Set(
      [...code.matchAll(/`((?:[\w-]+\.)+[\w-]*(?:\$\{[^`{}]*(?:\{[^}]*\}[^`{}]*)*\}[\w.-]*)+)`/g)].map(([, template]) =>
        template!.replaceAll('.', '\\.').replaceAll(/\$\{[^{}]*(?:\{[^}]*\}[^{}]*)*\}/g, '[\\w .-]+'),
      ),
    );
    const said = new RegExp(`^(?:${[...patterns].join('|')})$`);
    const unused = Object.keys(catalogues.en).filter((key) => !literals.has(key) && !said.test(key));
    expect(unused).toEqual([]);
  });

  it('are written in their own scripts', () => {
    const han = /\p{Script=Han}/u;
    const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
    for (const key of Object.keys(catalogues.en) as (keyof typeof catalogues.en)[]) {
      expect(han.test(catalogues.en[key]) && !key.startsWith('command.language'), `en ${key}`).toBe(false);
      expect(kana.test(catalogues['zh-Hans'][key]) && !key.startsWith('command.language'), `zh ${key}`).toBe(false);
    }
  });
});
