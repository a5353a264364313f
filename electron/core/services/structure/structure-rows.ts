import { z } from 'zod';
import { needed } from '../../../../shared/contract/needed.ts';
import type { StructureArrow, StructureVariable } from '../../../../shared/contract/methods/structure.ts';
import { type AttributeId, asId, type CodeId } from '../../../../shared/domain/ids.ts';
import { codeQueries } from '../../store/repositories/code-table.ts';
import {
  structureArrowTable,
  type StructureArrowRow,
  structureQueries,
  structureVariableTable,
  type StructureVariableRow,
} from '../../store/repositories/structure-table.ts';
import type { OpenProject } from '../project/open-project.ts';
import { planeSheetOf } from '../plane/plane-sheet.ts';

const keptItems = z.record(z.string(), z.string());

export function variableOf(row: StructureVariableRow): StructureVariable {
  const items = Object.entries(keptItems.parse(JSON.parse(row.items)));
  return {
    id: asId<'structureVariable'>(row.id),
    name: row.name,
    code: row.code === null ? null : asId<'code'>(row.code),
    items: Object.fromEntries(
      items.map(([behaviour, attribute]): [string, AttributeId] => [behaviour, asId<'attribute'>(attribute)]),
    ),
    x: row.x,
    y: row.y,
  };
}

export function arrowOf({ id, source, target, note }: StructureArrowRow): StructureArrow {
  return {
    id: asId<'structureArrow'>(id),
    source: asId<'structureVariable'>(source),
    target: asId<'structureVariable'>(target),
    note,
  };
}

/** Throws `not_found`. */
export function variableRow({ store }: OpenProject, id: string): StructureVariableRow {
  return needed('variable', id, store.row(structureVariableTable, id));
}

/** Throws `not_found`. */
export function arrowRow({ store }: OpenProject, id: string): StructureArrowRow {
  return needed('arrow', id, store.row(structureArrowTable, id));
}

/** The behaviours that stand side by side: those chosen for the structure, as far as they are still there, else those of the plane. */
export function behavioursOf(project: OpenProject): { codes: CodeId[]; isChosen: boolean } {
  const { store } = project;
  const standing = new Set(store.all(codeQueries.all).map(({ id }) => id));
  const chosen = store.all(structureQueries.behaviours).filter(({ code }) => standing.has(code));
  if (chosen.length > 0) return { codes: chosen.map(({ code }) => asId<'code'>(code)), isChosen: true };
  return { codes: planeSheetOf(project).behaviours.map(({ code }) => code), isChosen: false };
}
