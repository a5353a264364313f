import { useEffect } from 'react';
import { isComposing } from '../../ui/composing.ts';
import { keysOf } from './key-bindings.ts';
import { keysMatch } from './keys.ts';
import { allCommands, type Command } from './registry.ts';

/** Marks the parts of the page where single keys are commands. */
export const codingRegion = { 'data-coding-region': '' } as const;

/** Marks a field in which nothing has been typed yet (a cell of a grid): undo is the project's there. */
export const untypedField = { 'data-untyped': '' } as const;

/** Whether the keyboard is in a field that takes text. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

function isInCodingRegion(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target === document.body || target.closest('[data-coding-region]') !== null);
}

/** Whether a dialog has the page. */
export function isDialogOpen(): boolean {
  return document.querySelector('[data-modal]') !== null;
}

function mayFire(command: Command, event: KeyboardEvent): boolean {
  if (command.scope === 'coding' && (isTyping(event.target) || !isInCodingRegion(event.target))) return false;
  // Undo inside a text field undoes the typing there.
  if (isTyping(event.target) && !event.ctrlKey && !event.metaKey) return false;
  const field = event.target instanceof HTMLInputElement ? event.target : null;
  const typed = field === null ? 'some' : field.dataset['untyped'] === undefined ? field.value : '';
  if (isTyping(event.target) && typed !== '' && /^[zy]$/i.test(event.key)) return false;
  return command.when?.() ?? true;
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || isComposing(event) || isDialogOpen()) return;
  for (const command of allCommands()) {
    if (!keysOf(command).some((keys) => keysMatch(keys, event)) || !mayFire(command, event)) continue;
    if (command.run() !== false) event.preventDefault();
    return;
  }
}

/** Listens for the keys of every registered command; nothing fires while an input method composes or a dialog is open. */
export function useShortcuts(): void {
  useEffect(() => {
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
