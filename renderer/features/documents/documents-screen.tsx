import { useCallback, useMemo, useState } from 'react';
import type { DocumentSummary } from '../../../shared/contract/schema/entities.ts';
import { useQuery } from '../../api/hooks.ts';
import { openImport } from '../../app/navigation.ts';
import { type OpenProject, useOpenProject } from '../../app/use-open-project.ts';
import { languageName } from '../../i18n/language-name.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field } from '../../ui/field.tsx';
import { useKept, useKeptScroll } from '../results/kept-state.ts';
import result from '../results/result.module.css';
import { joinedSentences } from '../results/sentences.ts';
import type { Sorting } from '../results/sorting.ts';
import {
  anyDocument,
  type DocumentColumn,
  type DocumentFilter,
  type DocumentRow,
  type Grouping,
  groupedDocuments,
  matchingDocuments,
} from './document-rows.ts';
import styles from './documents-screen.module.css';
import { DocumentsTable } from './documents-table.tsx';
import { NoTranscripts } from './no-transcripts.tsx';
import { RemoveDocumentDialog } from './remove-document-dialog.tsx';
import { RenameDocumentDialog } from './rename-document-dialog.tsx';

const byName: Sorting<DocumentColumn> = { column: 'name', direction: 'ascending' };

/** Every transcript of the project: how long it is, whose it is, and how far each coder has come. */
export function DocumentsScreen() {
  const project = useOpenProject();
  const { data: documents } = useQuery('documents.list', {});
  return project && documents ? <Documents project={project} documents={documents} /> : null;
}

function Documents({ project, documents }: { project: OpenProject; documents: readonly DocumentSummary[] }) {
  const { t, language, intl } = useWords();
  const counted = useQuery('documents.words', {}, { keepPrevious: true }).data;
  const [filter, setFilter] = useKept('documents.filter', anyDocument);
  const [grouping, setGrouping] = useKept<Grouping>('documents.grouping', 'none');
  const [sorting, setSorting] = useKept('documents.sorting', byName);
  const [dialog, setDialog] = useState<{ kind: 'rename' | 'remove'; row: DocumentRow } | null>(null);
  const scroll = useKeptScroll<HTMLDivElement>('documents.list');
  const rows = useMemo<readonly DocumentRow[]>(() => {
    const words = new Map(counted?.map((one) => [one.document, one.words]));
    return documents.map((one) => ({ ...one, words: words.get(one.id) ?? null }));
  }, [documents, counted]);
  const { coder } = project;
  const shown = useMemo(() => matchingDocuments(rows, filter, coder), [rows, filter, coder]);
  const groups = useMemo(
    () =>
      groupedDocuments(shown, grouping, sorting, {
        languageName: (tag) => languageName(tag, language),
        compareText: new Intl.Collator(language, { numeric: true }).compare,
      }),
    [shown, grouping, sorting, language],
  );
  const ask = useCallback((kind: 'rename' | 'remove', row: DocumentRow) => setDialog({ kind, row }), []);
  const languages = [...new Set(documents.map((one) => one.language))];
  const words = shown.reduce((sum, row) => sum + (row.words ?? 0), 0);
  const caption = joinedSentences(language, [
    shown.length === rows.length
      ? t('documents.caption.all', { total: rows.length })
      : t('documents.caption', { shown: shown.length, total: rows.length }),
    counted ? t('documents.caption.words', { words }) : '',
    t('documents.caption.done', {
      count: shown.filter(({ doneBy }) => doneBy.includes(coder)).length,
      coder: project.coders.find(({ id }) => id === coder)?.name ?? '',
    }),
  ]);
  const close = (): void => setDialog(null);

  return (
    <div className={`${result.screen} ${result.inset}`}>
      <div className={result.titlebar}>
        <h1 className={result.title}>{t('documents.title')}</h1>
        <p role="status" className={result.caption}>
          {rows.length === 0 ? null : caption}
        </p>
        {rows.length === 0 ? null : (
          <div className={result.end}>
            <Button onPress={() => openImport([])}>{t('coding.documents.import')}</Button>
          </div>
        )}
      </div>
      {rows.length === 0 ? (
        <NoTranscripts />
      ) : (
        <>
          <div className={styles.tools}>
            <div className={styles.find}>
              <Field
                label={t('documents.find')}
                hideLabel
                placeholder={t('documents.find')}
                value={filter.query}
                onChange={(query) => setFilter({ ...filter, query })}
              />
            </div>
            <Choice
              label={t('documents.column.language')}
              value={filter.language}
              options={[
                { id: 'all', label: t('documents.all') },
                ...languages.map((tag) => ({ id: tag, label: languageName(tag, language) })),
              ]}
              onChange={(one) => setFilter({ ...filter, language: one })}
            />
            <Choice<DocumentFilter['done']>
              label={t('documents.column.done')}
              value={filter.done}
              options={(['all', 'done', 'open'] as const).map((id) => ({ id, label: t(`documents.done.${id}`) }))}
              onChange={(done) => setFilter({ ...filter, done })}
            />
            <Choice<Grouping>
              label={t('documents.group')}
              value={grouping}
              options={(['none', 'case', 'language'] as const).map((id) => ({ id, label: t(`documents.group.${id}`) }))}
              onChange={setGrouping}
            />
          </div>
          <div ref={scroll} className={styles.scroll}>
            <DocumentsTable project={project} groups={groups} sorting={sorting} onSort={setSorting} onAsk={ask} />
            {shown.length === 0 ? (
              <EmptyState
                title={t('documents.none')}
                text={t('documents.none.text', { total: intl.formatNumber(rows.length) })}
                action={<Button onPress={() => setFilter(anyDocument)}>{t('documents.none.action')}</Button>}
              />
            ) : null}
          </div>
        </>
      )}
      {dialog?.kind === 'rename' ? <RenameDocumentDialog document={dialog.row} onClose={close} /> : null}
      {dialog?.kind === 'remove' ? <RemoveDocumentDialog document={dialog.row} onClose={close} /> : null}
    </div>
  );
}
