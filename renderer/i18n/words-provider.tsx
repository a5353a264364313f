import { type ReactNode, useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { IntlProvider } from 'react-intl';
import type { InterfaceLanguage } from '../../shared/contract/schema/scalars.ts';
import { catalogues } from '../../shared/messages/catalogues.ts';

/** The interface language that suits the browser or system best. */
export function preferredLanguage(preferred: readonly string[]): InterfaceLanguage {
  for (const tag of preferred) {
    if (tag.startsWith('zh')) return 'zh-Hans';
    if (tag.startsWith('ja')) return 'ja';
    if (tag.startsWith('en')) return 'en';
  }
  return 'en';
}

/** Gives everything below it the interface language: words, numbers, dates, and the page's `lang`. */
export function WordsProvider({ language, children }: { language: InterfaceLanguage; children: ReactNode }) {
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <IntlProvider locale={language} defaultLocale="en" messages={catalogues[language]}>
      <I18nProvider locale={language}>{children}</I18nProvider>
    </IntlProvider>
  );
}
