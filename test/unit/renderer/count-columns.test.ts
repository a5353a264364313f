import { createIntl } from 'react-intl';
import { expect, test } from 'vitest';
import { countColumns } from '../../../renderer/features/agreement/count-columns.ts';
import { asId } from '../../../shared/domain/ids.ts';
import { catalogues, type MessageId } from '../../../shared/messages/catalogues.ts';
import type { MessageValues } from '../../../shared/messages/error-message.ts';

const intl = createIntl({ locale: 'en', messages: catalogues.en });
const t = (id: MessageId, values?: MessageValues): string => intl.formatMessage({ id }, values);

const comparison = (names: readonly string[]) => ({
  unit: 'turn' as const,
  coders: names.map((name) => ({ id: asId<'coder'>(name), name })),
});

test('a coder who judged nothing has a dash with its reason, one who coded nothing a 0', () => {
  const columns = countColumns(t, comparison(['Ann', 'Ben', 'Cleo']));
  const row = { counts: [1300, 0, null], both: 0 };
  const reason = 'Cleo is done with none of the transcripts compared.';
  expect(columns.map(({ ofCode }) => ofCode(row))).toEqual([
    { text: '1,300', spoken: '1,300', title: undefined },
    { text: '0', spoken: '0', title: 'Ben never used this code here' },
    { text: '–', spoken: reason, title: reason },
    { text: '0', spoken: '0' },
  ]);
  expect(columns.map(({ ofAll }) => ofAll(row).title)).toEqual([undefined, undefined, reason, undefined]);
});

test('more than three coders are folded into one column that tells whose the counts are', () => {
  const [each, both, ...others] = countColumns(t, comparison(['Ann', 'Ben', 'Cleo', 'Dan']));
  expect(others).toEqual([]);
  expect([each!.column, both!.head]).toEqual(['each', 'All']);
  expect(each!.ofCode({ counts: [7, 0, null, 12], both: 0 })).toMatchObject({
    text: '0–12',
    title: 'Ann 7 · Ben 0 · Cleo – · Dan 12\nCleo is done with none of the transcripts compared.',
  });
  expect(each!.ofAll({ counts: [7, 7, 7, 7], both: 7 }).text).toBe('7');
});
