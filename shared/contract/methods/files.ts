import { z } from 'zod';
import { command, query } from '../method.ts';
import { ticket } from '../schema/scalars.ts';

/** Largest piece of one upload or download message, in bytes before base64. */
export const filePieceBytes = 1 << 20;

/** Bytes cross every transport the same way, in base64 pieces under an opaque ticket; no host needs an upload address. */
export const filesMethods = {
  'files.begin': command({
    input: z.object({ name: z.string().min(1).max(1024), size: z.number().int().nonnegative() }),
    output: z.object({ ticket }),
  }),
  'files.append': command({
    input: z.object({ ticket, base64: z.string() }),
    output: z.object({ received: z.number().int() }),
  }),
  'files.read': query({
    input: z.object({ ticket, offset: z.number().int().nonnegative(), length: z.number().int().positive() }),
    output: z.object({ name: z.string(), size: z.number().int(), base64: z.string() }),
  }),
  'files.discard': command({ input: z.object({ ticket }), output: z.object({}) }),
};
