import { useCallback, useEffect, useState } from 'react';
import type { CodeId, DocumentId } from '../../../shared/domain/ids.ts';
import { useOpenProject } from '../../app/use-open-project.ts';
import { useQuery, useCommand } from '../../api/hooks.ts';
import { openImport, useNavigation } from '../../app/navigation.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { NamedCode } from '../codebook/code-names.ts';
import { CodeRules } from '../codebook/code-rules.tsx';
import { CodebookPane } from '../codebook/codebook-pane.tsx';
import { useCodebookState } from '../codebook/codebook-state.ts';
import { useNamedCodes } from '../codebook/use-named-codes.ts';
import { PassagePane } from '../codings/passage-pane.tsx';
import { DocumentList } from '../documents/document-list.tsx';
import { useTranscriptCommands } from '../transcript/transcript-commands.ts';
import { TranscriptPane } from '../transcript/transcript-pane.tsx';
import { openDocument, useTranscript } from '../transcript/transcript-state.ts';
import { useCodingActions } from '../transcript/use-coding-actions.ts';
import type { DocumentView } from '../transcript/use-document-view.ts';
import { useDocumentView } from '../transcript/use-document-view.ts';
import { CodingPanes } from './coding-panes.tsx';
import styles from './coding-screen.module.css';

/** The coding screen: transcripts and codebook, the words, and what stands at the reader's place. */
export function CodingScreen() {
  const { t } = useWords();
  const project = useOpenProject();
  const { data: documents } = useQuery('documents.list', {});
  const codes = useNamedCodes();
  const current = useOpenDocument(documents?.map(({ id }) => id) ?? null);
  const view = useDocumentView(current);
  const actions = useCodingActions(view);
  useTranscriptCommands(view, actions);

  const { applyAndSelect } = actions;
  const applyFromTree = useCallback(
    (code: CodeId): void => {
      const { selection } = useTranscript.getState();
      if (selection) void applyAndSelect([code], selection);
    },
    [applyAndSelect],
  );

  if (!project || !documents || !codes) return null;
  return (
    <>
      <CodingPanes
        lists={
          <DocumentList
            documents={documents}
            current={current}
            coder={project.coder}
            onOpen={(id) => openDocument(id)}
          />
        }
        codebook={<CodebookPane codes={codes} coder={project.coder} onApply={applyFromTree} />}
        middle={
          documents.length === 0 ? (
            <div className={styles.empty}>
              <EmptyState
                title={t('coding.empty.title')}
                text={t('coding.empty.text')}
                action={
                  <Button look="main" onPress={() => openImport([])}>
                    {t('coding.documents.import')}
                  </Button>
                }
              />
            </div>
          ) : view ? (
            <TranscriptPane key={view.document.id} view={view} codes={codes} actions={actions} />
          ) : (
            <div className={styles.empty} aria-busy />
          )
        }
        passage={view ? <PassagePane view={view} actions={actions} /> : null}
        rules={<Rules codes={codes} view={view} />}
      />
      <Announcements view={view} />
    </>
  );
}

/** The transcript shown: where a jump leads, else what was open, else the one the project remembers, else the first. */
function useOpenDocument(documents: readonly DocumentId[] | null): DocumentId | null {
  const open = useTranscript((s) => s.document);
  const target = useNavigation((s) => s.target);
  const { data: remembered } = useQuery('view.get', {});
  const { mutate: remember } = useCommand('view.set');
  useEffect(() => {
    if (!documents || !remembered) return;
    const isThere = (id: DocumentId | null | undefined): id is DocumentId => id != null && documents.includes(id);
    if (target && isThere(target.document)) {
      if (target.document !== open) openDocument(target.document, target.start);
    } else if (!isThere(open))
      openDocument(isThere(remembered.document) ? remembered.document : (documents[0] ?? null));
  }, [documents, remembered, target, open]);
  useEffect(() => {
    if (open !== null) remember({ document: open });
  }, [open, remember]);
  return documents?.includes(open!) ? open : null;
}

type RulesProps = {
  readonly codes: ReadonlyMap<CodeId, NamedCode>;
  readonly view: DocumentView | null;
};

/** The rules of the candidate in the selection bar, else of the selected coding's code, else of the code selected in the tree. */
function Rules({ codes, view }: RulesProps) {
  const candidate = useCodebookState((s) => s.candidate);
  const inTree = useCodebookState((s) => s.selected);
  const coding = useTranscript((s) => s.selectedCoding);
  const ofCoding = coding === null ? undefined : view?.codingById.get(coding)?.code.code.id;
  const id = candidate ?? ofCoding ?? inTree;
  const code = id === null ? undefined : codes.get(id);
  if (!code) return null;
  const older = view?.codings.filter(
    ({ coding: { code: used, codeVersion } }) => used === code.code.id && codeVersion < code.code.version,
  ).length;
  return <CodeRules code={code} older={older ?? 0} />;
}

/** Tells assistive technology what the eye sees: what was coded, which coding is selected, which words. */
function Announcements({ view }: { view: DocumentView | null }) {
  const { t } = useWords();
  const [said, setSaid] = useState('');
  const announcement = useTranscript((s) => s.announcement);
  const selected = useTranscript((s) => s.selectedCoding);
  const selection = useTranscript((s) => s.selection);
  useEffect(() => setSaid(announcement), [announcement]);
  useEffect(() => {
    const coding = selected === null ? undefined : view?.codingById.get(selected);
    if (!view || !coding) return;
    setSaid(
      t('coding.announce.selected', {
        name: coding.code.name,
        coder: view.coderName(coding.coding.coder),
        count: coding.end - coding.start,
        quote: view.text.slice(coding.start, coding.end),
      }),
    );
  }, [selected, view, t]);
  useEffect(() => {
    if (selection && view)
      setSaid(t('coding.announce.words', { quote: view.text.slice(selection.start, selection.end) }));
  }, [selection, view, t]);
  return (
    <div className="unseen" role="status" aria-live="polite">
      {said}
    </div>
  );
}
