import { type ComponentProps, memo, useCallback, useEffect, useState } from 'react';
import type { ViewState } from '../../../shared/contract/methods/settings.ts';
import type { DocumentSummary } from '../../../shared/contract/schema/entities.ts';
import type { CodeId, DocumentId } from '../../../shared/domain/ids.ts';
import { useOpenProject } from '../../app/use-open-project.ts';
import { useQueryPart } from '../../api/hooks.ts';
import { rememberView } from '../../api/remembered-view.ts';
import { useNavigation } from '../../app/navigation.ts';
import { useWords } from '../../i18n/text.ts';
import type { NamedCode } from '../codebook/code-names.ts';
import { CodeRules } from '../codebook/rules/code-rules.tsx';
import { CodebookPane } from '../codebook/codebook-pane.tsx';
import { selectCode, useCodebookState } from '../codebook/codebook-state.ts';
import { useNamedCodes } from '../codebook/use-named-codes.ts';
import { PassagePane } from './passage-pane.tsx';
import { CorrectingPane } from '../corrections/correcting-pane.tsx';
import { useCorrecting } from '../corrections/correcting-state.ts';
import { DocumentList } from '../documents/document-list.tsx';
import { NoTranscripts } from '../documents/no-transcripts.tsx';
import { useDocumentCommands } from '../documents/use-document-commands.ts';
import { GuidePane } from '../guide/guide-pane.tsx';
import { focusReader } from '../transcript/place/dom-position.ts';
import { CarriedWords } from '../transcript/mouse/carried-words.tsx';
import { codebookRegion, useCodeDrag } from '../transcript/mouse/code-drag.ts';
import { useTranscriptCommands } from '../transcript/transcript-commands.ts';
import { TranscriptPane } from '../transcript/transcript-pane.tsx';
import { leaveSelection, openDocument, useTranscript } from '../transcript/transcript-state.ts';
import { useRecentCodes } from '../transcript/recent-codes.ts';
import { useCodingActions } from '../transcript/use-coding-actions.ts';
import { useDocumentView, useView, viewNow } from '../transcript/use-document-view.ts';
import { keptPlace } from '../transcript/place/use-kept-place.ts';
import { openTranscript } from '../documents/open-tabs.ts';
import { TranscriptTabs } from '../documents/transcript-tabs.tsx';
import { CodingPanes } from './coding-panes.tsx';
import styles from './coding-screen.module.css';
import { useTranscriptSteps } from './transcript-steps.ts';

/** The coding screen: transcripts and codebook, the words, and what stands at the reader's place. */
export function CodingScreen() {
  const project = useOpenProject();
  const documents = useQueryPart('documents.list', {}, documentIds);
  const codes = useNamedCodes();
  const current = useOpenDocument(documents ?? null);
  const page = useView(({ view }) => (view?.document.id === current ? view?.page : undefined));
  const actions = useCodingActions();
  useTranscriptCommands(actions);
  useTranscriptSteps(documents, current, openTranscript);
  useDocumentCommands(current);
  useCodeDrag(codes, actions);

  const { applyAndSelect } = actions;
  const applyFromTree = useCallback(
    (code: CodeId): void => {
      const { selection } = useTranscript.getState();
      if (!selection) return;
      leaveSelection();
      focusReader();
      void applyAndSelect([code], selection);
    },
    [applyAndSelect],
  );

  if (!project || !documents || !codes) return null;
  return (
    <>
      <CodingPanes
        lists={<DocumentList current={current} coder={project.coder} onOpen={openTranscript} />}
        codebook={
          <div className={styles.codebook} {...codebookRegion}>
            <CodebookPane codes={codes} coder={project.coder} onApply={applyFromTree} />
          </div>
        }
        middle={
          documents.length === 0 ? (
            <div className={styles.empty}>
              <NoTranscripts />
            </div>
          ) : page ? (
            <div className={styles.middle}>
              <TranscriptTabs current={page.document.id} />
              <Words page={page} codes={codes} actions={actions} />
            </div>
          ) : (
            <div className={styles.empty} aria-busy />
          )
        }
        passage={<PassagePane actions={actions} />}
        rules={<Rules codes={codes} />}
      />
      <ViewKeeper document={current} />
      <CarriedWords />
      <Announcements />
    </>
  );
}

/** The transcript, to be read and coded or to be corrected. */
function Words({ page, codes, actions }: ComponentProps<typeof TranscriptPane>) {
  const isCorrecting = useCorrecting((s) => s.document === page.document.id);
  return isCorrecting ? (
    <CorrectingPane key={page.document.id} page={page} />
  ) : (
    <TranscriptPane key={page.document.id} page={page} codes={codes} actions={actions} />
  );
}

function documentIds(documents: readonly DocumentSummary[]): DocumentId[] {
  return documents.map(({ id }) => id);
}

/** Asks for what the transcript needs and keeps it at hand; apart, so that nothing else is drawn anew when it changes. */
function ViewKeeper({ document }: { document: DocumentId | null }) {
  useDocumentView(document);
  useRecentCodes();
  return null;
}

/** The transcript shown: where a jump leads, else what was open, else the one the project remembers, else the first. */
function useOpenDocument(documents: readonly DocumentId[] | null): DocumentId | null {
  const open = useTranscript((s) => s.document);
  const target = useNavigation((s) => s.target);
  const remembered = useQueryPart('view.get', {}, openedLast);
  useEffect(() => {
    if (!documents || remembered === undefined) return;
    const isThere = (id: DocumentId | null | undefined): id is DocumentId => id != null && documents.includes(id);
    if (target && isThere(target.document)) {
      if (target.document !== open) openDocument(target.document, target.start);
    } else if (!isThere(open)) {
      const first = isThere(remembered) ? remembered : (documents[0] ?? null);
      openDocument(first, first === null ? 0 : keptPlace(first));
    }
  }, [documents, remembered, target, open]);
  useEffect(() => {
    if (open !== null) rememberView({ document: open });
  }, [open]);
  return documents?.includes(open!) ? open : null;
}

const openedLast = ({ document }: ViewState): DocumentId | null => document;

type RulesProps = { readonly codes: ReadonlyMap<CodeId, NamedCode> };

/** The rules of the candidate in the selection bar, else of the code selected in the tree or that of the selected coding, whichever was chosen last; the interview guide where there is no code. */
const Rules = memo(function Rules({ codes }: RulesProps) {
  const candidate = useCodebookState((s) => s.candidate);
  const inTree = useCodebookState((s) => s.selected);
  const coding = useTranscript((s) => s.selectedCoding);
  const ofCoding = useView(({ view }) => (coding === null ? undefined : view?.codingById.get(coding)?.code.code.id));
  useEffect(() => {
    if (coding !== null) selectCode(null);
  }, [coding]);
  const id = candidate ?? inTree ?? ofCoding ?? null;
  const code = id === null ? undefined : codes.get(id);
  return code ? <CodeRules code={code} /> : <GuidePane />;
});

/** Tells assistive technology what the eye sees: what was coded, which coding is selected, which words. */
function Announcements() {
  const { t } = useWords();
  const [said, setSaid] = useState('');
  const announcement = useTranscript((s) => s.announcement);
  const selected = useTranscript((s) => s.selectedCoding);
  const selection = useTranscript((s) => s.selection);
  useEffect(() => setSaid(announcement), [announcement]);
  const coding = useView(({ view }) => (selected === null ? undefined : view?.codingById.get(selected)));
  useEffect(() => {
    const view = viewNow();
    if (!view || !coding) return;
    setSaid(
      t('coding.announce.selected', {
        name: coding.code.name,
        coder: view.coderName(coding.coding.coder),
        count: coding.end - coding.start,
        quote: view.text.slice(coding.start, coding.end),
      }),
    );
  }, [coding, t]);
  useEffect(() => {
    const view = viewNow();
    if (selection && view)
      setSaid(t('coding.announce.words', { quote: view.text.slice(selection.start, selection.end) }));
  }, [selection, t]);
  return (
    <div className="unseen" role="status" aria-live="polite">
      {said}
    </div>
  );
}
