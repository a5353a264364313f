import { z } from 'zod';
import { defineQuery, defineTable } from '../table.ts';

const variableRow = z.object({
  id: z.string(),
  name: z.string(),
  code: z.string().nullable(),
  items: z.string(),
  x: z.number(),
  y: z.number(),
  position: z.number(),
});
export type StructureVariableRow = z.infer<typeof variableRow>;
export const structureVariableTable = defineTable('structure_variable', variableRow, ['id']);

const arrowRow = z.object({ id: z.string(), source: z.string(), target: z.string(), note: z.string() });
export type StructureArrowRow = z.infer<typeof arrowRow>;
export const structureArrowTable = defineTable('structure_arrow', arrowRow, ['id']);

const behaviourRow = z.object({ code: z.string(), position: z.number() });
export const structureBehaviourTable = defineTable('structure_behaviour', behaviourRow, ['code']);

export const structureQueries = {
  variables: defineQuery(
    variableRow,
    'SELECT id, name, code, items, x, y, position FROM structure_variable ORDER BY position, id',
  ),
  arrows: defineQuery(arrowRow, 'SELECT id, source, target, note FROM structure_arrow ORDER BY id'),
  behaviours: defineQuery(behaviourRow, 'SELECT code, position FROM structure_behaviour ORDER BY position, code'),
};
