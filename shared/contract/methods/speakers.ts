import { z } from 'zod';
import { command } from '../method.ts';
import { id, position } from '../schema/scalars.ts';

export const speakersMethods = {
  /** Who speaks goes by another name; the labels in the text stay as they are. */
  'speakers.rename': command({ input: z.object({ speaker: id<'speaker'>(), name: z.string() }), output: z.object({}) }),
  /** Two names of one person become one speaker: its turns go to the other, which keeps its name and role. */
  'speakers.merge': command({
    input: z.object({ speaker: id<'speaker'>(), into: id<'speaker'>() }),
    output: z.object({ turns: z.number().int() }),
  }),
  /** Removes a speaker who has no turn. */
  'speakers.remove': command({ input: z.object({ speaker: id<'speaker'>() }), output: z.object({}) }),

  /** Says who speaks in turns: a speaker of the document, a new one by name, or nobody. */
  'turns.setSpeaker': command({
    input: z.object({
      turns: z.array(id<'turn'>()).min(1),
      speaker: z.union([id<'speaker'>(), z.object({ name: z.string() }), z.null()]),
    }),
    output: z.object({ speaker: id<'speaker'>().nullable() }),
  }),
  /** Cuts a turn in two at a position inside its words; blanks there stay between the two. The text stays as it is. */
  'turns.split': command({
    input: z.object({ turn: id<'turn'>(), at: position }),
    output: z.object({ turn: id<'turn'>() }),
  }),
  /** Joins a turn with the next one, whose label is taken out of the text; the speaker and time of the first stay. */
  'turns.merge': command({ input: z.object({ turn: id<'turn'>() }), output: z.object({}) }),
  /** When a turn begins, in seconds from the beginning of the recording. */
  'turns.setTime': command({
    input: z.object({ turn: id<'turn'>(), time: z.number().nonnegative().nullable() }),
    output: z.object({}),
  }),
};
