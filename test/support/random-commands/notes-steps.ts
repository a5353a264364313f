import { memoKinds } from '../../../shared/contract/schema/entities.ts';
import { chosen, someDocument, someCode, someCase, someMarks, range } from './choices.ts';
import type { Run } from './step.ts';

export const noteSteps = {
  'memos.save': async (client, { picks: [a, b, c, d], words }) => {
    const kind = chosen(memoKinds, a);
    const text = d % 3 === 0 ? '' : words;
    const target = async (): Promise<string | null> => {
      if (kind === 'project') return null;
      if (kind === 'document') return (await someDocument(client, b)).id;
      if (kind === 'code') return (await someCode(client, b)).id;
      if (kind === 'case') return (await someCase(client, b)).id;
      const { selections, codings } = await someMarks(client, b);
      return kind === 'selection' ? chosen(selections, c).id : chosen(codings, c).id;
    };
    await client.call('memos.save', { target: { kind, id: await target() }, text });
  },
  'memos.saveOnRange': async (client, { picks: [a, , c, d], words }) => {
    const { id, text } = await someDocument(client, a);
    await client.call('memos.saveOnRange', { document: id, ...range(text, c, d), text: words });
  },
  'translations.save': async (client, { picks: [a, b, c, d], words }) => {
    const { id, text } = await someDocument(client, a);
    const written = { language: b % 2 === 0 ? 'en' : 'ja', text: d % 4 === 0 ? '' : words, translator: words };
    await client.call('translations.save', { document: id, ...range(text, c, d), ...written, isChecked: b % 3 === 0 });
  },
} satisfies Record<string, Run>;
