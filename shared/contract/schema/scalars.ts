import { z } from 'zod';
import type { Id } from '../../domain/ids.ts';

/** An identifier of one kind: text, branded for the compiler. */
export function id<Kind extends string>(): z.ZodType<Id<Kind>> {
  return z.string().min(1).max(64) as unknown as z.ZodType<Id<Kind>>;
}

/** A position in UTF-16 code units of the stored text. */
export const position = z.number().int().nonnegative();

export const span = z.object({ start: position, end: position });

/** An opaque name for a file the host has granted: the renderer never sees a path. */
export const ticket = z.string().min(1).max(128);

/** ISO 8601, UTC. */
export const instant = z.string();

export const languageTag = z.string().min(2).max(35);

export const interfaceLanguage = z.enum(['en', 'zh-Hans', 'ja']);
export type InterfaceLanguage = z.infer<typeof interfaceLanguage>;

/**
 * True while the file is still to be written anew after something was erased from it, for want of space: free space in it, and
 * copies of the file, may hold words of what is gone.
 */
export const rewriteDue = z.boolean();

/** Why there is no figure. */
export const noFigure = z.object({ undefined: z.string() });

/** A number, or why there is none. */
export const measure = z.union([z.object({ value: z.number() }), noFigure]);

export const limits = z.object({ low: z.number(), high: z.number() });

/** Ends of an interval, or why there is none. */
export const interval = z.union([limits, noFigure]);

/** Where the draws of a generator begin. */
export const seed = z.number().int().nonnegative().max(0xff_ff_ff_ff);
