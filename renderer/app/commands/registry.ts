import { useLayoutEffect, useMemo, useRef } from 'react';
import { create } from 'zustand';
import type { MessageValues } from '../../../shared/messages/error-message.ts';
import type { MessageId } from '../../i18n/text.ts';
import type { Keys } from './keys.ts';

/** `everywhere`: whenever the page has the keyboard; `coding`: only while the transcript or its list of codings has it. */
export type CommandScope = 'everywhere' | 'coding';

/** One thing the user can do: the palette, the shortcuts, the menus and the help sheet all read it from here. */
export type Command = {
  readonly id: string;
  readonly message: MessageId;
  readonly values?: MessageValues;
  /** Default keys; the first is shown. */
  readonly keys?: readonly Keys[];
  readonly scope?: CommandScope;
  /** Whether it can be done now; always, if absent. */
  readonly when?: () => boolean;
  /** Answers false to leave the key press to the page. */
  readonly run: () => unknown;
  /** Not listed in the palette: it only makes sense as a key. */
  readonly keyOnly?: boolean;
};

type Registry = { readonly groups: ReadonlyMap<symbol, readonly Command[]> };

const useRegistry = create<Registry>(() => ({ groups: new Map() }));

function register(group: symbol, commands: readonly Command[] | null): void {
  useRegistry.setState(({ groups }) => {
    const next = new Map(groups);
    if (commands) next.set(group, commands);
    else next.delete(group);
    return { groups: next };
  });
}

function flattened({ groups }: Registry): readonly Command[] {
  return [...groups.values()].flat();
}

/** Every command that is registered now, in the order of registration. */
export function allCommands(): readonly Command[] {
  return flattened(useRegistry.getState());
}

/** The same, for a component that shows them; the same list until one comes or goes. */
export function useAllCommands(): readonly Command[] {
  const registry = useRegistry();
  return useMemo(() => flattened(registry), [registry]);
}

/**
 * Registers the commands a mounted component offers, before it is seen: who sees a screen can use its keys. Pass a memoised
 * list: it is registered anew when it changes.
 */
export function useCommands(commands: readonly Command[]): void {
  const group = useRef<symbol>(null);
  group.current ??= Symbol('commands');
  useLayoutEffect(() => {
    const key = group.current!;
    register(key, commands);
    return () => register(key, null);
  }, [commands]);
}
