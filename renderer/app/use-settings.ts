import { useCallback, useEffect } from 'react';
import { defaultSettings, type Settings } from '../../shared/contract/methods/settings.ts';
import type { InterfaceLanguage } from '../../shared/contract/schema/scalars.ts';
import { useCommand, useQuery } from '../api/hooks.ts';
import { patchAnswer, queryClient } from '../api/query-client.ts';
import { useKeyBindings } from './commands/key-bindings.ts';
import { preferredLanguage } from '../i18n/words-provider.tsx';

/** The user's preferences, with the interface language already decided. */
export function useSettings(): Settings & { readonly shownLanguage: InterfaceLanguage } {
  const { data } = useQuery('settings.get', {});
  const settings = data ?? defaultSettings;
  return { ...settings, shownLanguage: settings.language ?? preferredLanguage(navigator.languages) };
}

/** Changes preferences; the page follows at once, and goes back where the core refuses. */
export function useChangeSettings(): (changes: Partial<Settings>) => void {
  const { mutate } = useCommand('settings.set');
  return useCallback(
    (changes) => {
      patchAnswer('settings.get', {}, (settings) => ({ ...settings, ...changes }));
      mutate(changes, { onError: () => void queryClient.invalidateQueries({ queryKey: ['settings.get'] }) });
    },
    [mutate],
  );
}

/** Puts theme and text settings on the page's root, where the tokens read them, and the user's keys where commands look for them. */
export function useAppearance(settings: Settings): void {
  const { theme, textSize, readingFace, lineHeight, marks, keys } = settings;
  useEffect(() => useKeyBindings.setState({ own: keys }), [keys]);
  useEffect(() => {
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    const apply = (): void => {
      document.documentElement.dataset['theme'] = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
    };
    apply();
    dark.addEventListener('change', apply);
    return () => dark.removeEventListener('change', apply);
  }, [theme]);
  useEffect(() => {
    document.documentElement.style.setProperty('--t-read', `${textSize / 16}rem`);
    document.documentElement.style.setProperty('--lh-read', String(lineHeight));
    document.documentElement.dataset['face'] = readingFace;
    document.documentElement.dataset['marks'] = marks;
  }, [textSize, readingFace, lineHeight, marks]);
}
