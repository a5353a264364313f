import { chosen, someCode, someVariable } from './choices.ts';
import type { Run } from './step.ts';

export const analysisSteps = {
  'structure.addVariable': async (client, { picks: [a, b, c], words }) => {
    const code = a % 3 === 0 ? null : (await someCode(client, a)).id;
    await client.call('structure.addVariable', { name: words, code, items: {}, x: b % 900, y: c % 600 });
  },
  'structure.updateVariable': async (client, { picks: [a, b, c, d], words }) => {
    const variable = (await someVariable(client, a)).id;
    await client.call('structure.updateVariable', {
      variable,
      ...(d % 2 === 0 ? { name: words } : { x: b % 900, y: c % 600 }),
    });
  },
  'structure.removeVariable': async (client, { picks: [a] }) => {
    await client.call('structure.removeVariable', { variable: (await someVariable(client, a)).id });
  },
  'structure.addArrow': async (client, { picks: [a, b] }) => {
    const [source, target] = [(await someVariable(client, a)).id, (await someVariable(client, b)).id];
    await client.call('structure.addArrow', { source, target });
  },
  'structure.noteArrow': async (client, { picks: [a], words }) => {
    const { arrows } = await client.call('structure.get', {});
    await client.call('structure.noteArrow', { arrow: chosen(arrows, a).id, note: words });
  },
  'structure.removeArrow': async (client, { picks: [a] }) => {
    const { arrows } = await client.call('structure.get', {});
    await client.call('structure.removeArrow', { arrow: chosen(arrows, a).id });
  },
  'structure.setBehaviours': async (client, { picks: [a, b] }) => {
    const codes = b % 3 === 0 ? [] : [(await someCode(client, a)).id, (await someCode(client, b)).id];
    await client.call('structure.setBehaviours', { codes });
  },
  'words.setStopList': async (client, { picks: [a, b], words }) => {
    const language = ['en', 'zh', 'ja'][a % 3]!;
    await client.call('words.setStopList', { language, words: b % 3 === 0 ? null : [words, `${b % 5}`] });
  },
  'queries.save': async (client, { picks: [a, b], words }) => {
    const query = `"${words.replaceAll(/["\\]/g, '')} " OR ${a % 2 === 0 ? 'role:respondent' : 'memo:any'}`;
    await client.call('queries.save', { name: `${words} ${b % 3}`, query });
  },
  'queries.remove': async (client, { picks: [a] }) => {
    await client.call('queries.remove', { query: chosen(await client.call('queries.list', {}), a).id });
  },
  'plane.save': async (client, { picks: [a, b, c], words }) => {
    const { sheet } = await client.call('plane.get', {});
    const { id } = await someCode(client, a);
    const behaviour = {
      code: id,
      position: b % 3 === 0 ? null : { individuality: 1 + (b % 5), morality: 1 + (c % 5) },
      survey: { individuality: null, morality: null, acceptance: null, privacy: null },
      placing: { individuality: null, morality: null },
    };
    await client.call('plane.save', {
      ...sheet,
      source: 'researcher',
      morality: { low: words, high: `${c}`, definition: '' },
      behaviours: [...sheet.behaviours.filter(({ code }) => code !== id).slice(0, 3), behaviour],
    });
  },
  'plane.addPlacing': (client) => client.call('plane.addPlacing', {}),
} satisfies Record<string, Run>;
