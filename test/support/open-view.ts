import type { Page } from '@playwright/test';
import { roomOf, type ViewName } from '../../renderer/app/rooms.ts';
import { catalogues } from '../../shared/messages/catalogues.ts';

/** Shows a view as a hand does: its room's tab, then its own where the room has several. */
export async function openView(page: Page, view: ViewName, language: keyof typeof catalogues = 'en'): Promise<void> {
  const words = catalogues[language];
  const room = roomOf(view);
  if (!room) throw new Error(`${view} has no tab`);
  const press = (row: string, name: string): Promise<void> =>
    page.getByRole('navigation', { name: row, exact: true }).getByRole('button', { name, exact: true }).click();
  await press(words['app.views'], words[room.title]);
  if (room.views.length > 1) await press(words[room.title], words[`app.view.${view}`]);
}
