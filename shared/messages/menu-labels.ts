import type { InterfaceLanguage } from '../contract/schema/scalars.ts';
import type { MenuLabel } from '../hosts/menu.ts';
import en from './en/menu.json' with { type: 'json' };
import ja from './ja/menu.json' with { type: 'json' };
import zhHans from './zh-Hans/menu.json' with { type: 'json' };

const labels: Readonly<Record<InterfaceLanguage, Readonly<Record<MenuLabel, string>>>> = { en, ja, 'zh-Hans': zhHans };

/** The interface's language nearest to the system's (a BCP 47 tag). */
export function menuLanguage(locale: string): InterfaceLanguage {
  const language = locale.toLowerCase().split(/[-_]/, 1)[0];
  if (language === 'ja') return 'ja';
  return language === 'zh' ? 'zh-Hans' : 'en';
}

/** The words of the desktop's menu and dialogs, in the language nearest to the system's. */
export function menuLabels(locale: string): Readonly<Record<MenuLabel, string>> {
  return labels[menuLanguage(locale)];
}
