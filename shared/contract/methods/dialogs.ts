import { z } from 'zod';
import { command } from '../method.ts';
import { ticket } from '../schema/scalars.ts';

const choice = z.object({ ticket: ticket.nullable() });

/** File dialogs of the system: a ticket for what the user chose; null if nothing was, or the host has no dialogs. */
export const dialogsMethods = {
  'dialogs.openProject': command({ input: z.object({}), output: choice }),
  'dialogs.chooseFolder': command({ input: z.object({}), output: choice }),
  'dialogs.savePlace': command({ input: z.object({ suggestedName: z.string().min(1).max(255) }), output: choice }),
};
