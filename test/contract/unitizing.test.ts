import { expect, test } from 'vitest';
import { alphaU } from '../../shared/agreement/unitizing/alpha-u.ts';
import { gamma, GAMMA_SETTINGS } from '../../shared/agreement/unitizing/gamma.ts';
import { uAlphaFamily } from '../../shared/agreement/unitizing/u-alpha-family.ts';
import { openTestCore, openTestProject } from '../support/core.ts';
import { runVerbatim } from '../support/verbatim-command.ts';

/** Ada codes two passages; Bo one of them alike, the other with another code and a character further. */
async function twoCoders() {
  const project = await openTestProject('I: Why?\nR: [fear: They watch us] all day, [trust: every day] and night.\n');
  const { client } = project.test;
  const ada = (await client.call('project.summary', {})).coder;
  const bo = (await client.call('coders.create', { name: 'Bo' })).id;
  const { document, codes, text } = project;
  await client.call('documents.setDone', { document, coder: ada, done: true });
  await client.call('coders.choose', { coder: bo });
  await project.code('They watch us', 'fear');
  await project.code('every day ', 'fear');
  await client.call('documents.setDone', { document, coder: bo, done: true });
  return { ...project, client, document, codes, text, ada, bo };
}

test('measures of unitizing are those of the passages as they stand, by document and overall', async () => {
  const { client, text } = await twoCoders();
  const answer = await client.call('agreement.unitizing', { unit: 'character' });
  const at = (words: string, code: number) => ({
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
    code,
  });
  const coders = [
    [at('They watch us', 0), at('every day', 1)],
    [at('They watch us', 0), at('every day ', 0)],
  ];
  const continuum = { start: 0, end: text.length, coders };
  const family = uAlphaFamily(continuum);
  const byChance = gamma(continuum, GAMMA_SETTINGS);
  const figures = {
    length: text.length,
    passages: [2, 2],
    uAlpha: family.uAlpha,
    binary: family.binary,
    coding: family.coding,
    coverage: family.coverage,
    alphaU: alphaU(continuum).overall,
    gamma: byChance.gamma,
    gammaCat: byChance.gammaCat,
    exact: true,
    samples: byChance.chance.samples,
  };
  expect(answer.documents).toMatchObject([figures]);
  expect(answer.overall).toMatchObject({
    ...figures,
    gamma: { value: expect.closeTo((byChance.gamma as { value: number }).value, 12) },
    gammaCat: { value: expect.closeTo((byChance.gammaCat as { value: number }).value, 12) },
    documents: 1,
  });
  expect(answer.chance).toEqual({ sampler: 'shuffle', seed: 1, generator: 'xoshiro128**' });
});

test('what counts is the scope of the settings, and a coder’s codes on top of each other leave |uα, α_U and γ', async () => {
  const { client, text, document, codes } = await twoCoders();
  const turns = await client.call('agreement.unitizing', { unit: 'turn' });
  expect(turns.scope).toBe('respondent');
  expect(turns.documents[0]!.length).toBeLessThan(text.length);
  const start = text.indexOf('watch');
  await client.call('codings.add', { document, start, end: start + 5, codes: [codes.get('trust')!] });
  const { documents } = await client.call('agreement.unitizing', { unit: 'character' });
  expect(documents[0]).toMatchObject({
    uAlpha: { undefined: 'overlapping_codes' },
    coding: { undefined: 'overlapping_codes' },
    coverage: null,
    binary: { value: expect.any(Number) },
    alphaU: { value: expect.any(Number) },
    gamma: { value: expect.any(Number) },
  });
});

test('the same seed gives the same γ, another sampler is named; figures are those of the coders chosen', async () => {
  const { client } = openTestCore();
  await client.call('project.sample', {});
  const settings = { unit: 'character' } as const;
  const first = await client.call('agreement.unitizing', settings);
  expect(first.documents).toHaveLength(6);
  expect(first.overall).toMatchObject({ documents: 6, length: 13_169 });
  expect(await client.call('agreement.unitizing', settings)).toEqual(first);
  const other = await client.call('agreement.unitizing', { ...settings, sampler: 'statistical', seed: 2 });
  expect(other.chance).toMatchObject({ sampler: 'statistical', seed: 2 });
  expect(other.overall!.gamma).not.toEqual(first.overall!.gamma);
  expect(other.overall!.alphaU).toEqual(first.overall!.alphaU);
});

test('the command line gives them to programs, and to people with --gamma', async () => {
  const { test: core, client } = await twoCoders();
  const { overall } = await client.call('agreement.unitizing', { unit: 'turn' });
  await core.close();
  const json = await runVerbatim(core.folder, 'agreement', 'study.vbt', '--json');
  const { unitizing } = JSON.parse(json.out) as { unitizing: { overall: Record<string, unknown> } };
  expect(unitizing.overall['alpha_u_1995']).toBe((overall!.alphaU as { value: number }).value);
  expect(unitizing.overall['gamma']).toBe((overall!.gamma as { value: number }).value);
  expect(unitizing).toMatchObject({ scope: 'respondent', chance: { sampler: 'shuffle', seed: 1 } });
  const people = await runVerbatim(core.folder, 'agreement', 'study.vbt', '--gamma', '--seed', '3');
  expect(people.out).toMatch(/Chance of gamma: shuffle, seed 3/);
});
