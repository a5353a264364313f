import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Command } from '../../../renderer/app/commands/registry.ts';

vi.stubGlobal('navigator', { platform: 'Linux x86_64' });
const { keysMatch } = await import('../../../renderer/app/commands/keys.ts');
const { commandsWithKeys, isRebindable, keysOf, keysOfPress, useKeyBindings } = await import(
  '../../../renderer/app/commands/key-bindings.ts'
);

type Press = Parameters<typeof keysOfPress>[0];
const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  keyCode: 0,
  ...more,
});
const command = (id: string, ...keys: string[]): Command => ({ id, message: 'command.help', keys, run: () => null });

afterEach(() => useKeyBindings.setState({ own: {} }));

describe('keys of one’s own', () => {
  it('stand in place of those a command comes with; none takes them away', () => {
    const widen = command('widen', 'S');
    expect(keysOf(widen)).toEqual(['S']);
    useKeyBindings.setState({ own: { widen: ['Mod+Shift+S'] } });
    expect(keysOf(widen)).toEqual(['Mod+Shift+S']);
    useKeyBindings.setState({ own: { widen: [] } });
    expect(keysOf(widen)).toEqual([]);
  });

  it('are refused where another command has them, by its keys of now', () => {
    const [widen, memo] = [command('widen', 'S'), command('memo', 'M')];
    expect(commandsWithKeys([widen, memo], widen, 'M')).toEqual([memo]);
    expect(commandsWithKeys([widen, memo], widen, 'S')).toEqual([]);
    useKeyBindings.setState({ own: { memo: ['X'] } });
    expect(commandsWithKeys([widen, memo], widen, 'M')).toEqual([]);
    expect(commandsWithKeys([widen, memo], widen, 'X')).toEqual([memo]);
  });

  it('are read from a press as commands write them, and match that press again', () => {
    const presses = [
      press('s'),
      press('S', { shiftKey: true }),
      press('s', { ctrlKey: true, altKey: true }),
      press('?', { shiftKey: true }),
      press('ArrowLeft', { altKey: true, shiftKey: true }),
      press('7'),
      press('F5'),
      press('ы', { code: 'KeyS' }),
      press('+', { altKey: true }),
    ];
    const chords = ['S', 'Shift+S', 'Mod+Alt+S', '?', 'Alt+Shift+ArrowLeft', '7', 'F5', 'S', 'Alt++'];
    for (const [place, one] of presses.entries()) {
      expect(keysOfPress(one)).toBe(chords[place]);
      expect(keysMatch(chords[place]!, one), chords[place]).toBe(true);
    }
  });

  it('are never a modifier alone, nor what an input method is composing', () => {
    expect(keysOfPress(press('Shift', { shiftKey: true }))).toBeNull();
    expect(keysOfPress(press('s', { isComposing: true }))).toBeNull();
    expect(keysOfPress(press('Process', { keyCode: 229 }))).toBeNull();
  });

  it('leave the keys alone that the system’s menu shows', () => {
    expect(isRebindable(command('undo'))).toBe(false);
    expect(isRebindable(command('palette'))).toBe(false);
    expect(isRebindable(command('find'))).toBe(true);
  });
});
