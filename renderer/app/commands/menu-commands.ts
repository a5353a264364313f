import { onCoreEvent } from '../../api/connection.ts';
import { allCommands } from './registry.ts';
import { isDialogOpen, isTyping } from './shortcuts.ts';

function runFromMenu(id: string): void {
  const command = allCommands().find((candidate) => candidate.id === id);
  if (!command || isDialogOpen() || command.when?.() === false) return;
  // Undo inside a text field undoes the typing there.
  if (isTyping(document.activeElement) && (id === 'undo' || id === 'redo')) document.execCommand(id);
  else command.run();
}

/** Runs what is chosen in the desktop's menu, as if from the palette. */
export function followMenu(): () => void {
  return onCoreEvent((event) => {
    if (event.name === 'menuChosen') runFromMenu(event.data.command);
  });
}
