import { VerbatimError } from '../../../../shared/contract/errors.ts';
import { attributeQueries } from '../../store/repositories/case-table.ts';
import { codeQueries } from '../../store/repositories/code-table.ts';
import type { TravelGuard } from '../../store/reversal.ts';
import { documentTable } from '../../store/repositories/document-table.ts';
import { selectionQueries, selectionTable } from '../../store/repositories/selection-table.ts';
import { CodeNames } from '../codebook/code-label.ts';
import { holdsWords } from '../codings/selections.ts';
import { codeTreeFaults } from '../project/integrity.ts';
import type { OpenProject } from '../project/open-project.ts';

type Named = { readonly kind: 'code' | 'attribute'; readonly name: string };

/** Names more than one has where only one may: codes under the same heading, attributes. */
function doubleNames({ store }: OpenProject): Map<string, Named> {
  const names = new CodeNames(store);
  const placed = [
    ...store.all(codeQueries.all).map(({ id, parent }) => ({ kind: 'code', name: names.name(id), parent }) as const),
    ...store.all(attributeQueries.all).map(({ name }) => ({ kind: 'attribute', name, parent: null }) as const),
  ];
  const groups = Map.groupBy(placed, (each) => JSON.stringify(each));
  return new Map([...groups].flatMap(([place, [first, ...others]]) => (others.length > 0 ? [[place, first!]] : [])));
}

/**
 * A blind coder goes through their own steps past those of others, to states the project never was in. What commands see to
 * and no constraint of the file does must hold there too; null for whoever sees everybody, who meets only states that were.
 */
export function blindTravelGuard(project: OpenProject): TravelGuard | undefined {
  const { store } = project;
  if (store.sight.coder === null) return undefined;
  const before = doubleNames(project);
  return (documents) => {
    for (const [place, { kind, name }] of doubleNames(project))
      if (!before.has(place)) throw new VerbatimError('history_name_taken', { kind, name });
    if (codeTreeFaults(project).length > 0) throw new VerbatimError('history_conflict', { table: 'code', key: '' });
    for (const id of documents) {
      const row = store.row(documentTable, id);
      if (!row) continue;
      const text = project.texts.of(row);
      const lost = store
        .all(selectionQueries.ofDocument, id)
        .find((selection) => selection.state !== 'detached' && !holdsWords(text, selection));
      if (lost) throw new VerbatimError('history_conflict', { table: selectionTable.name, key: lost.id });
    }
  };
}
