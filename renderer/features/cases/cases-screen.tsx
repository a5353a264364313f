import { useCallback, useMemo, useState } from 'react';
import type { Attribute, StudyCase } from '../../../shared/contract/methods/cases.ts';
import { missingKinds } from '../../../shared/domain/attribute.ts';
import { downloadTicket } from '../../api/files.ts';
import { useCommand, useJob, useQuery } from '../../api/hooks.ts';
import { reportError } from '../../api/error-report.ts';
import { showView } from '../../app/navigation.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Menu } from '../../ui/menu.tsx';
import { showToast } from '../../ui/toast.tsx';
import result from '../results/result.module.css';
import { joinedSentences } from '../results/sentences.ts';
import { AttributeDialog } from './attribute-dialog.tsx';
import { CaseDialog } from './case-dialog.tsx';
import { CasesGrid } from './cases-grid.tsx';
import styles from './cases-screen.module.css';
import { EditFaults } from './edit-faults.tsx';
import { gridColumns } from './grid-columns.ts';
import { useGridSelection } from './grid-state.ts';
import { NewAttributeDialog } from './new-attribute-dialog.tsx';
import { NewCaseDialog } from './new-case-dialog.tsx';
import { clearEdit, type GridEdit } from './paste-plan.ts';
import { useMissingWords } from './use-missing-words.ts';

type Open =
  | { readonly kind: 'case'; readonly id: string }
  | { readonly kind: 'attribute'; readonly id: string }
  | { readonly kind: 'newCase' | 'newAttribute' };

/** Respondents and other cases with their attributes, as a spreadsheet. */
export function CasesScreen() {
  const { data } = useQuery('cases.list', {});
  return data ? <Cases attributes={data.attributes} cases={data.cases} /> : null;
}

function Cases({ attributes, cases }: { attributes: readonly Attribute[]; cases: readonly StudyCase[] }) {
  const { t, language } = useWords();
  const words = useMissingWords();
  const { data: documents } = useQuery('documents.list', {});
  const { mutate: edit, error, reset } = useCommand('cases.edit', { ownErrors: true });
  const { mutate: join } = useCommand('cases.joinDocuments');
  const exporting = useJob('survey.export');
  const selection = useGridSelection();
  const [open, setOpen] = useState<Open | null>(null);
  const columns = useMemo(() => gridColumns(attributes), [attributes]);
  const names = useMemo(() => new Map((documents ?? []).map(({ id, name }) => [id, name])), [documents]);
  const material = useCallback(
    (of: StudyCase) =>
      [
        ...of.documents.map((id) => names.get(id) ?? ''),
        ...of.speakers.map(({ name, document }) => `${name} (${names.get(document) ?? ''})`),
      ].join(', '),
    [names],
  );
  const onEdit = useCallback(
    (made: GridEdit) => {
      reset();
      if (made.cells.length + made.names.length + made.created.length === 0) return;
      edit({ cells: [...made.cells], names: [...made.names], created: [...made.created] });
    },
    [edit, reset],
  );
  const unjoined = (documents ?? []).filter((document) => document.case === null).length;
  const opened = open?.kind === 'case' ? cases.find(({ id }) => id === open.id) : undefined;
  const openAttribute = open?.kind === 'attribute' ? attributes.find(({ id }) => id === open.id) : undefined;
  const close = (): void => setOpen(null);
  const caption = joinedSentences(language, [
    t('cases.caption', { cases: cases.length, attributes: columns.length - 2 }),
    unjoined === 0 ? '' : t('cases.caption.unjoined', { count: unjoined }),
  ]);
  const exportCsv = async (): Promise<void> => {
    const made = await exporting.run({ kind: 'cases' });
    if (!made) return;
    await downloadTicket(made.ticket);
    if (made.withheld.length > 0) showToast({ text: t('cases.export.withheld', { names: made.withheld.join(', ') }) });
  };

  return (
    <div className={`${result.screen} ${result.inset}`}>
      <div className={result.titlebar}>
        <h1 className={result.title}>{t('cases.title')}</h1>
        <p className={result.caption}>{cases.length === 0 ? null : caption}</p>
        <div className={result.end}>
          {unjoined > 0 && cases.length > 0 ? (
            <Button
              onPress={() =>
                join({}, { onSuccess: ({ joined }) => showToast({ text: t('cases.joined', { count: joined }) }) })
              }
            >
              {t('cases.join')}
            </Button>
          ) : null}
          <Button onPress={() => setOpen({ kind: 'newAttribute' })}>{t('cases.attribute.new')}</Button>
          <Button onPress={() => setOpen({ kind: 'newCase' })}>{t('cases.new')}</Button>
          {cases.length > 0 ? (
            <Button onPress={() => void exportCsv().catch(reportError)}>{t('results.export.csv')}</Button>
          ) : null}
        </div>
      </div>
      {cases.length === 0 ? (
        <EmptyState
          title={t('cases.empty.title')}
          text={t('cases.empty.text')}
          action={
            <Button look="main" onPress={() => showView('survey')}>
              {t('cases.empty.action')}
            </Button>
          }
        />
      ) : (
        <>
          <div className={styles.tools}>
            <Menu
              label={t('cases.noValue')}
              trigger={<Button look="flush">{t('cases.noValue')}</Button>}
              entries={missingKinds.map((kind) => ({
                id: kind,
                label: words[kind],
                run: () => onEdit(clearEdit({ cases, columns, words }, selection.block, kind)),
              }))}
            />
            <span className={result.note}>{t('cases.hint')}</span>
          </div>
          {error ? <EditFaults error={error} onClose={reset} /> : null}
          <CasesGrid
            cases={cases}
            columns={columns}
            words={words}
            selection={selection}
            material={material}
            onEdit={onEdit}
            onOpenAttribute={({ id }) => setOpen({ kind: 'attribute', id })}
            onOpenCase={({ id }) => setOpen({ kind: 'case', id })}
          />
        </>
      )}
      {opened ? <CaseDialog key={opened.id} of={opened} onClose={close} /> : null}
      {openAttribute ? (
        <AttributeDialog
          key={openAttribute.id}
          attribute={openAttribute}
          attributes={attributes}
          cases={cases}
          onClose={close}
        />
      ) : null}
      {open?.kind === 'newCase' ? <NewCaseDialog onClose={close} /> : null}
      {open?.kind === 'newAttribute' ? <NewAttributeDialog onClose={close} /> : null}
    </div>
  );
}
