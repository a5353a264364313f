import { asId } from '../../../shared/domain/ids.ts';
import type { attributeTypes } from '../../../shared/contract/methods/cases.ts';
import { attributeQueries, attributeValueQueries, caseQueries } from '../store/repositories/case-table.ts';
import { documentQueries } from '../store/repositories/document-table.ts';
import type { Context, Service } from './context.ts';

export function casesService(context: Context): Service<'cases.list'> {
  return {
    'cases.list': () => {
      const { store } = context.project();
      const documents = Map.groupBy(store.all(documentQueries.all), (document) => document.study_case);
      const values = Map.groupBy(store.all(attributeValueQueries.all), (value) => value.study_case);
      return {
        attributes: store.all(attributeQueries.all).map((attribute) => ({
          id: asId<'attribute'>(attribute.id),
          key: attribute.key,
          name: attribute.name,
          type: attribute.type as (typeof attributeTypes)[number],
        })),
        cases: store.all(caseQueries.all).map((row) => ({
          id: asId<'case'>(row.id),
          name: row.name,
          documents: (documents.get(row.id) ?? []).map(({ id }) => asId<'document'>(id)),
          values: Object.fromEntries(
            (values.get(row.id) ?? []).flatMap(({ attribute, value }) => (value === null ? [] : [[attribute, value]])),
          ),
        })),
      };
    },
  };
}
