import { useMemo } from 'react';
import type { ListedMemo, MemoTarget } from '../../../shared/contract/schema/entities.ts';
import type { CodeId, DocumentId } from '../../../shared/domain/ids.ts';
import { useQuery } from '../../api/hooks.ts';
import { showPassage, showView } from '../../app/navigation.ts';
import type { OpenProject } from '../../app/use-open-project.ts';
import { useWords } from '../../i18n/text.ts';
import { selectCode } from '../codebook/codebook-state.ts';
import { useNamedCodes } from '../codebook/use-named-codes.ts';

/** What a memo is about, in words, and how to get there. */
export type NamedTarget = {
  readonly name: string;
  /** Language the name is written in, where it is not the interface's. */
  readonly lang?: string;
  readonly open?: { readonly label: string; readonly run: () => void };
};

type Place = Pick<ListedMemo, 'passage' | 'code'>;

/** Names targets; null where what a memo was to be about is no longer there. */
export function useTargetNames(
  project: OpenProject,
): ((target: MemoTarget, place?: Place) => NamedTarget | null) | null {
  const { t } = useWords();
  const codes = useNamedCodes();
  const { data: documents } = useQuery('documents.list', {});
  const { data: cases } = useQuery('cases.list', {});
  return useMemo(() => {
    if (!codes || !documents || !cases) return null;
    const openTranscript = (document: DocumentId, start = 0, end = 0) => ({
      label: t('memos.openTranscript'),
      run: () => showPassage({ document, start, end }),
    });
    return ({ kind, id }, place) => {
      if (kind === 'project') return { name: project.name, lang: project.language };
      if (kind === 'document') {
        const document = documents.find((one) => one.id === id);
        return document ? { name: document.name, lang: document.language, open: openTranscript(document.id) } : null;
      }
      if (kind === 'case') {
        const found = cases.cases.find((one) => one.id === id);
        const [first] = found?.documents ?? [];
        return found ? { name: found.name, ...(first ? { open: openTranscript(first) } : {}) } : null;
      }
      if (kind === 'code') {
        const code = codes.get(id as CodeId);
        const run = (): void => {
          showView('code');
          selectCode(id as CodeId);
        };
        return code ? { name: code.name, lang: code.lang, open: { label: t('memos.openCode'), run } } : null;
      }
      const passage = place?.passage;
      if (!passage) return null;
      const code = place.code === null ? undefined : codes.get(place.code);
      const open = openTranscript(passage.document, passage.start, passage.end);
      return code
        ? { name: code.name, lang: code.lang, open }
        : { name: passage.documentName, lang: passage.language, open };
    };
  }, [project.name, project.language, codes, documents, cases, t]);
}
