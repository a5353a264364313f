import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import type { MessageId } from '../../i18n/text.ts';

function emphasis(chunks: ReactNode): ReactNode {
  return <b>{chunks}</b>;
}

/** A message with emphasis: `<b>…</b>` in the text becomes bold; values may be elements. */
export function RichText({ id, values }: { id: MessageId; values?: Readonly<Record<string, ReactNode>> }) {
  return <FormattedMessage id={id} values={{ ...values, b: emphasis }} />;
}
