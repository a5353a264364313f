import type { Translation } from '../../../../shared/contract/methods/translations.ts';
import { asId } from '../../../../shared/domain/ids.ts';
import { selectionQueries } from '../../store/repositories/selection-table.ts';
import {
  translationQueries,
  translationTable,
  type TranslationRow,
} from '../../store/repositories/translation-table.ts';
import type { Context, Service } from '../project/context.ts';
import { removeSelectionIfBare, selectableSpan, selectionOn } from '../codings/selections.ts';

type Placed = TranslationRow & { readonly start_at: number; readonly end_at: number };

function translationOf(document: string, row: Placed): Translation {
  return {
    id: asId<'translation'>(row.id),
    document: asId<'document'>(document),
    start: row.start_at,
    end: row.end_at,
    coder: asId<'coder'>(row.coder),
    language: row.language,
    text: row.text,
    translator: row.translator,
    isChecked: row.checked === 1,
    updatedAt: row.updated_at,
  };
}

export function translationsService(context: Context): Service<'translations.ofDocument' | 'translations.save'> {
  return {
    'translations.ofDocument': ({ document }) => {
      const project = context.project();
      project.document(document);
      return project.store.all(translationQueries.ofDocument, document).map((row) => translationOf(document, row));
    },

    'translations.save': ({ document, language, translator, isChecked, ...written }) => {
      const project = context.project();
      const { store } = project;
      const row = project.document(document);
      const whole = project.texts.of(row);
      const span = selectableSpan(whole, { start: written.start, end: written.end });
      const text = written.text.trim();
      const selection = store.get(selectionQueries.byRange, document, span.start, span.end, project.coder);
      const standing =
        selection &&
        store
          .all(translationQueries.onSelection, selection.id)
          .find((one) => one.coder === project.coder && one.language === language);
      if (text === '' && !standing) return null;
      const said = { text, translator: translator.trim(), checked: Number(isChecked) };
      return project.change('translations.save', { document: row.name, language }, (log) => {
        if (text === '') {
          log.remove(translationTable, standing!.id);
          removeSelectionIfBare(store, log, standing!.selection);
          return null;
        }
        const now = project.now();
        const changes =
          standing && Object.entries(said).some(([column, value]) => standing[column as keyof typeof said] !== value);
        const stored = standing
          ? changes
            ? log.update(translationTable, standing.id, { ...said, updated_at: now })
            : standing
          : {
              id: project.newId<'translation'>() as string,
              selection: selectionOn(project, log, document, whole, span, project.coder).id,
              coder: project.coder as string,
              language,
              ...said,
              created_at: now,
              updated_at: now,
            };
        if (!standing) log.insert(translationTable, stored);
        return translationOf(document, { ...stored, start_at: span.start, end_at: span.end });
      });
    },
  };
}
