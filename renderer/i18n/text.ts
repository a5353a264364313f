import { useMemo } from 'react';
import { type IntlShape, useIntl } from 'react-intl';
import type { InterfaceLanguage } from '../../shared/contract/schema/scalars.ts';
import type { MessageId } from '../../shared/messages/catalogues.ts';
import type { MessageCall, MessageValues } from '../../shared/messages/error-message.ts';

export type { MessageId };

/** The words of the interface in the language chosen: `t(id, values)`, and what Intl knows of numbers and dates. */
export type Words = {
  readonly t: (id: MessageId, values?: MessageValues) => string;
  /** A text with its values already known, such as an error's. */
  readonly say: (message: MessageCall) => string;
  readonly language: InterfaceLanguage;
  readonly intl: IntlShape;
};

export function useWords(): Words {
  const intl = useIntl();
  return useMemo(() => {
    const t = (id: MessageId, values?: MessageValues): string => intl.formatMessage({ id }, values);
    return { t, say: ({ id, values }) => t(id, values), language: intl.locale as InterfaceLanguage, intl };
  }, [intl]);
}
