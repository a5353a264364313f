import { VerbatimError } from '../../../../shared/contract/errors.ts';
import { planeAxes, type PlaneSheet } from '../../../../shared/contract/methods/plane.ts';
import { asId } from '../../../../shared/domain/ids.ts';
import { codeQueries } from '../../store/repositories/code-table.ts';
import { attributeRow, insertAttribute } from '../cases/attribute-rows.ts';
import { CodeNames } from '../codebook/code-label.ts';
import type { Context, Service } from '../project/context.ts';
import type { OpenProject } from '../project/open-project.ts';
import { planeSheetOf, writePlaneSheet } from './plane-sheet.ts';
import { behaviourHints } from '../codebook/templates.ts';

/** Throws `not_found` where a code or an attribute of the sheet is none. */
function checkSheet(project: OpenProject, sheet: PlaneSheet): void {
  const codes = new Set(project.store.all(codeQueries.all).map(({ id }) => id));
  for (const { code, survey, placing } of sheet.behaviours) {
    if (!codes.has(code)) throw new VerbatimError('not_found', { kind: 'code', name: code });
    for (const attribute of [...Object.values(survey), ...Object.values(placing)])
      if (attribute !== null) attributeRow(project, attribute);
  }
}

/** The last part of a slug or the name: what tells the attributes of behaviours apart. */
function behaviourWord(project: OpenProject, names: CodeNames, code: string): string {
  const slug = project.store.all(codeQueries.all).find(({ id }) => id === code)?.slug;
  return slug?.split('.').at(-1) ?? names.name(code);
}

export function planeService(context: Context): Service<'plane.get' | 'plane.save' | 'plane.addPlacing'> {
  return {
    'plane.get': () => {
      const project = context.project();
      const slugs = new Map(project.store.all(codeQueries.all).map(({ id, slug }) => [id, slug]));
      const sheet = planeSheetOf(project);
      const hints = behaviourHints();
      return {
        sheet,
        hints: Object.fromEntries(
          sheet.behaviours.flatMap(({ code }) => {
            const hint = hints.get(slugs.get(code) ?? '');
            return hint === undefined ? [] : [[code, hint]];
          }),
        ),
      };
    },

    'plane.save': (sheet) => {
      const project = context.project();
      checkSheet(project, sheet);
      const standing = planeSheetOf(project);
      if (JSON.stringify(standing) === JSON.stringify(sheet)) return {};
      project.change('plane.save', {}, (log) => writePlaneSheet(project, log, sheet));
      return {};
    },

    'plane.addPlacing': () => {
      const project = context.project();
      const sheet = planeSheetOf(project);
      const names = new CodeNames(project.store);
      const missing = sheet.behaviours.filter(({ placing }) => planeAxes.some((axis) => placing[axis] === null));
      if (missing.length === 0) return { attributes: 0 };
      const attributes = project.change('plane.addPlacing', { behaviours: missing.length }, (log) => {
        let made = 0;
        const behaviours = sheet.behaviours.map((behaviour) => {
          const word = behaviourWord(project, names, behaviour.code);
          const placing = { ...behaviour.placing };
          for (const axis of planeAxes) {
            if (placing[axis] !== null) continue;
            const key = `placing_${axis}_${word}`;
            const row = insertAttribute(project, log, { key, type: 'integer', minimum: 1, maximum: 5 });
            placing[axis] = asId<'attribute'>(row.id);
            made += 1;
          }
          return { ...behaviour, placing };
        });
        writePlaneSheet(project, log, { ...sheet, behaviours });
        return made;
      });
      return { attributes };
    },
  };
}
