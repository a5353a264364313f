import { useEffect, useMemo, useRef } from 'react';
import { type Command, useCommands } from '../../app/commands/registry.ts';
import type { Choice } from './decision-bar.tsx';

type Actions = {
  readonly coders: readonly { readonly id: string; readonly name: string }[];
  readonly choose: (choice: Choice) => void;
  readonly move: (by: number) => void;
};

/** One key for each way to decide, and arrows through the list. */
export function useAdjudicationCommands(actions: Actions): void {
  const current = useRef(actions);
  useEffect(() => {
    current.current = actions;
  });
  const coderKey = actions.coders.map(({ id, name }) => `${id} ${name}`).join('\n');
  const commands = useMemo<readonly Command[]>(() => {
    const coders = coderKey.split('\n').map((line) => {
      const gap = line.indexOf(' ');
      return { id: line.slice(0, gap), name: line.slice(gap + 1) };
    });
    // Arrows move here only where the list or the passage has the keyboard: elsewhere they belong to menus and tables.
    const inRegion = { scope: 'coding' } as const;
    return [
      ...coders.map(
        ({ id, name }, place): Command => ({
          id: `adjudication.coder.${place + 1}`,
          message: 'command.adjudication.coder',
          values: { coder: name },
          keys: [String(place + 1)],
          run: () => current.current.choose({ verdict: 'coder', chosen: id }),
        }),
      ),
      {
        id: 'adjudication.both',
        message: 'command.adjudication.both',
        keys: ['S'],
        run: () => current.current.choose({ verdict: 'both' }),
      },
      {
        id: 'adjudication.neither',
        message: 'command.adjudication.neither',
        keys: ['N'],
        run: () => current.current.choose({ verdict: 'neither' }),
      },
      {
        id: 'adjudication.own',
        message: 'command.adjudication.own',
        keys: ['O'],
        run: () => current.current.choose({ verdict: 'own' }),
      },
      {
        id: 'adjudication.next',
        message: 'command.adjudication.next',
        keys: ['J', 'ArrowDown'],
        ...inRegion,
        run: () => current.current.move(1),
      },
      {
        id: 'adjudication.previous',
        message: 'command.adjudication.previous',
        keys: ['K', 'ArrowUp'],
        ...inRegion,
        run: () => current.current.move(-1),
      },
    ];
  }, [coderKey]);
  useCommands(commands);
}
