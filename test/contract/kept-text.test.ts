import { expect, it } from 'vitest';
import { importTexts, openTestCore } from '../support/core.ts';

it('text is stored as it came: composed and decomposed letters, rare characters, joiners, odd line ends and both directions', async () => {
  const words = [
    'か\u3099 が e\u0301 é',
    '𠮟られた 👩‍👩‍👧 🇯🇵',
    'نعم، نحن نثق بهم (كثيرًا)',
    'שלום \u200f(טוב)\u200e',
    'ﾊﾝｶｸ ＦＵＬＬ \u2028 \u2029 \u0085 \u00a0 \u3000',
  ];
  const text = `I: Why?\n${words.map((line) => `R: ${line}`).join('\n')}\n`;
  const test = openTestCore();
  const place = test.ticket(test.path('study.vbt'));
  await test.client.call('project.create', { name: 'Study', template: 'empty', place });
  await importTexts(test, { 'lf.txt': text, 'crlf.txt': `\ufeff${text.replaceAll('\n', '\r\n')}` });
  for (const { id } of await test.client.call('documents.list', {})) {
    const stored = (await test.client.call('documents.get', { document: id })).text;
    expect(stored).toBe(text);
  }
});
