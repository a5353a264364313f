import { useMemo } from 'react';
import type { MemoTarget } from '../../../shared/contract/schema/entities.ts';
import { useQuery } from '../../api/hooks.ts';
import { EntryKind, EntryName, FindDialog, type FindEntry, namedEntry } from '../../app/commands/find-dialog.tsx';
import type { OpenProject } from '../../app/use-open-project.ts';
import { useWords } from '../../i18n/text.ts';
import { findableCode } from '../codebook/pick/code-search.ts';
import { loadedSpeller } from '../codebook/pick/pinyin.ts';
import { useNamedCodes } from '../codebook/use-named-codes.ts';
import { openMemo, targetKey } from './memos-state.ts';

/** Asks what a memo is to be about: the project, a transcript, a case or a code. */
export function MemoOnDialog({ project }: { project: OpenProject }) {
  const { t, language } = useWords();
  const codes = useNamedCodes();
  const { data: documents } = useQuery('documents.list', {});
  const { data: cases } = useQuery('cases.list', {});
  const entries = useMemo<readonly FindEntry[]>(() => {
    const entry = (target: MemoTarget, name: string, lang: string): FindEntry =>
      namedEntry(name, {
        id: targetKey(target),
        content: <EntryName name={name} lang={lang} />,
        end: <EntryKind>{t(`memos.kind.${target.kind}`)}</EntryKind>,
        run: () => openMemo(target),
      });
    return [
      entry({ kind: 'project', id: null }, project.name, project.language),
      ...(documents ?? []).map(({ id, name, language: lang }) => entry({ kind: 'document', id }, name, lang)),
      ...(cases?.cases ?? []).map(({ id, name }) => entry({ kind: 'case', id }, name, language)),
      ...[...(codes?.values() ?? [])].map((code) => ({
        ...entry({ kind: 'code', id: code.code.id }, code.name, code.lang),
        ...findableCode(code, loadedSpeller()),
      })),
    ];
  }, [project, documents, cases, codes, language, t]);
  return <FindDialog label={t('memos.on')} entries={entries} />;
}
