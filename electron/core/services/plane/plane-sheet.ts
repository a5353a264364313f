import { type PlaneBehaviour, type PlaneSheet, planeSheet } from '../../../../shared/contract/methods/plane.ts';
import { asId } from '../../../../shared/domain/ids.ts';
import type { ChangeLog } from '../../store/change-log.ts';
import { attributeQueries } from '../../store/repositories/case-table.ts';
import { codeQueries } from '../../store/repositories/code-table.ts';
import { sheetQueries, sheetTable } from '../../store/repositories/sheet-table.ts';
import type { OpenProject } from '../project/open-project.ts';

const sheetName = 'plane';

/** Slugs of the four behaviours in the codebook that comes with the program, with the prefix of their survey items. */
const knownBehaviours: Readonly<Record<string, string>> = {
  'behaviour.criminal-records': 'cr',
  'behaviour.payment-of-fees': 'pf',
  'behaviour.internet-use': 'iu',
  'behaviour.littering': 'lg',
};

const noWords = { low: '', high: '', definition: '' };

/** A behaviour without a position: items of the survey are taken up by their usual names, nothing else is. */
function freshBehaviour(project: OpenProject, code: string, slug: string | null): PlaneBehaviour {
  const byKey = new Map(project.store.all(attributeQueries.all).map(({ id, key }) => [key, asId<'attribute'>(id)]));
  const prefix = slug === null ? undefined : knownBehaviours[slug];
  const item = (suffix: string) => (prefix === undefined ? null : (byKey.get(`${prefix}_${suffix}`) ?? null));
  return {
    code: asId<'code'>(code),
    position: null,
    survey: {
      individuality: item('individual'),
      morality: item('moral'),
      acceptance: item('accept'),
      privacy: item('privacy'),
    },
    placing: { individuality: null, morality: null },
  };
}

/** What stands before anybody writes: the known behaviours if the codebook has them, no position, no words. */
function freshSheet(project: OpenProject): PlaneSheet {
  const codes = project.store.all(codeQueries.all);
  return {
    source: 'none',
    individuality: noWords,
    morality: noWords,
    behaviours: Object.keys(knownBehaviours).flatMap((slug) => {
      const code = codes.find((each) => each.slug === slug);
      return code ? [freshBehaviour(project, code.id, slug)] : [];
    }),
  };
}

/** The sheet as it stands; codes and attributes that are gone are left out. */
export function planeSheetOf(project: OpenProject): PlaneSheet {
  const row = project.store.get(sheetQueries.byName, sheetName);
  if (!row) return freshSheet(project);
  const sheet = planeSheet.parse(JSON.parse(row.content));
  const codes = new Set(project.store.all(codeQueries.all).map(({ id }) => id));
  const attributes = new Set(project.store.all(attributeQueries.all).map(({ id }) => id));
  const standing = <Items extends Record<string, string | null>>(items: Items): Items =>
    Object.fromEntries(
      Object.entries(items).map(([name, id]) => [name, id !== null && attributes.has(id) ? id : null]),
    ) as Items;
  return {
    ...sheet,
    behaviours: sheet.behaviours
      .filter(({ code }) => codes.has(code))
      .map((behaviour) => ({
        ...behaviour,
        survey: standing(behaviour.survey),
        placing: standing(behaviour.placing),
      })),
  };
}

export function writePlaneSheet({ store }: OpenProject, log: ChangeLog, sheet: PlaneSheet): void {
  const content = JSON.stringify(sheet);
  if (store.row(sheetTable, sheetName)) log.update(sheetTable, sheetName, { content });
  else log.insert(sheetTable, { name: sheetName, content });
}
