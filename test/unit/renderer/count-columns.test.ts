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
