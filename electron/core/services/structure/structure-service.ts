import { VerbatimError } from '../../../../shared/contract/errors.ts';
import {
  structureArrowTable,
  structureBehaviourTable,
  structureQueries,
  structureVariableTable,
  type StructureVariableRow,
} from '../../store/repositories/structure-table.ts';
import { breathe, type Context, type Service } from '../project/context.ts';
import { coderNames } from '../coders/coder-rows.ts';
import type { OpenProject } from '../project/open-project.ts';
import { PassageMaker } from '../codings/passages.ts';
import { ArrowEvidenceFinder } from './arrow-evidence.ts';
import { arrowOf, arrowRow, behavioursOf, variableOf, variableRow } from './structure-rows.ts';

/** A variable's name as it is kept. Throws `name_empty`. */
function namedVariable(name: string): string {
  const trimmed = name.trim();
  if (trimmed === '') throw new VerbatimError('name_empty', { kind: 'variable' });
  return trimmed;
}

function variablesById({ store }: OpenProject) {
  return new Map(store.all(structureQueries.variables).map((row) => [row.id, variableOf(row)]));
}

type Names =
  | 'structure.get'
  | 'structure.evidence'
  | 'structure.passages'
  | 'structure.addVariable'
  | 'structure.updateVariable'
  | 'structure.removeVariable'
  | 'structure.addArrow'
  | 'structure.noteArrow'
  | 'structure.removeArrow'
  | 'structure.setBehaviours';

export function structureService(context: Context): Service<Names> {
  return {
    'structure.get': () => {
      const project = context.project();
      const { codes, isChosen } = behavioursOf(project);
      return {
        variables: [...variablesById(project).values()],
        arrows: project.store.all(structureQueries.arrows).map(arrowOf),
        behaviours: codes,
        isChosen,
      };
    },
    'structure.evidence': async ({ rule }) => {
      const project = context.project();
      const variables = variablesById(project);
      const finder = new ArrowEvidenceFinder(project);
      const evidence = [];
      for (const arrow of project.store.all(structureQueries.arrows).map(arrowOf)) {
        const ends = { source: variables.get(arrow.source)!, target: variables.get(arrow.target)! };
        for (const behaviour of [null, ...behavioursOf(project).codes])
          evidence.push(finder.evidence(arrow, ends, behaviour, rule));
        await breathe();
      }
      return evidence;
    },
    'structure.passages': ({ arrow, behaviour, rule }) => {
      const project = context.project();
      const row = arrowRow(project, arrow);
      const ends = {
        source: variableOf(variableRow(project, row.source)),
        target: variableOf(variableRow(project, row.target)),
      };
      const coders = coderNames(project);
      const found = new ArrowEvidenceFinder(project).passages(ends, behaviour, rule) ?? [];
      return found.flatMap(({ document: { row: document }, passages }) => {
        const maker = new PassageMaker(project, document);
        return passages.map(({ start, end, coder }) => {
          const by = coder === null ? [] : [coders.get(coder) ?? coder];
          return maker.inContext(maker.makeFromCodePoints({ start, end }, by));
        });
      });
    },
    'structure.addVariable': ({ name, code, items, x, y }) => {
      const project = context.project();
      const last = project.store.all(structureQueries.variables).at(-1);
      const row: StructureVariableRow = {
        id: project.newId(),
        name: namedVariable(name),
        code,
        items: JSON.stringify(items),
        x,
        y,
        position: (last?.position ?? -1) + 1,
      };
      project.change('structure.addVariable', { name: row.name }, (log) => log.insert(structureVariableTable, row));
      return variableOf(row);
    },
    'structure.updateVariable': ({ variable, name, code, items, x, y }) => {
      const project = context.project();
      const row = variableRow(project, variable);
      const next: StructureVariableRow = {
        ...row,
        name: name === undefined ? row.name : namedVariable(name),
        code: code === undefined ? row.code : code,
        items: items === undefined ? row.items : JSON.stringify(items),
        x: x ?? row.x,
        y: y ?? row.y,
      };
      if (JSON.stringify(next) !== JSON.stringify(row))
        project.change('structure.updateVariable', { name: next.name }, (log) =>
          log.update(structureVariableTable, variable, next),
        );
      return variableOf(next);
    },
    'structure.removeVariable': ({ variable }) => {
      const project = context.project();
      const row = variableRow(project, variable);
      project.change('structure.removeVariable', { name: row.name }, (log) => {
        for (const arrow of project.store.all(structureQueries.arrows))
          if (arrow.source === variable || arrow.target === variable) log.remove(structureArrowTable, arrow.id);
        log.remove(structureVariableTable, variable);
      });
      return {};
    },
    'structure.addArrow': ({ source, target }) => {
      const project = context.project();
      const [from, to] = [variableRow(project, source), variableRow(project, target)];
      if (source === target) throw new VerbatimError('arrow_to_itself', { name: from.name });
      const standing = project.store
        .all(structureQueries.arrows)
        .find((arrow) => arrow.source === source && arrow.target === target);
      const row = standing ?? { id: project.newId<'structureArrow'>(), source, target, note: '' };
      if (!standing)
        project.change('structure.addArrow', { from: from.name, to: to.name }, (log) =>
          log.insert(structureArrowTable, row),
        );
      return arrowOf(row);
    },
    'structure.noteArrow': ({ arrow, note }) => {
      const project = context.project();
      const row = arrowRow(project, arrow);
      const label = { from: variableRow(project, row.source).name, to: variableRow(project, row.target).name };
      if (row.note !== note)
        project.change('structure.noteArrow', label, (log) => log.update(structureArrowTable, arrow, { note }));
      return arrowOf({ ...row, note });
    },
    'structure.removeArrow': ({ arrow }) => {
      const project = context.project();
      const row = arrowRow(project, arrow);
      const label = { from: variableRow(project, row.source).name, to: variableRow(project, row.target).name };
      project.change('structure.removeArrow', label, (log) => log.remove(structureArrowTable, arrow));
      return {};
    },
    'structure.setBehaviours': ({ codes }) => {
      const project = context.project();
      const standing = project.store.all(structureQueries.behaviours);
      const wanted = [...new Set(codes)];
      if (JSON.stringify(standing.map(({ code }) => code)) === JSON.stringify(wanted)) return {};
      project.change('structure.setBehaviours', {}, (log) => {
        for (const { code } of standing) log.remove(structureBehaviourTable, code);
        for (const [position, code] of wanted.entries()) log.insert(structureBehaviourTable, { code, position });
      });
      return {};
    },
  };
}
