import { useMemo, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import type { MemoTarget } from '../../../shared/contract/schema/entities.ts';
import { searchForm } from '../../../shared/text/search-form.ts';
import { useQuery } from '../../api/hooks.ts';
import { closeOverlay } from '../../app/commands/overlays.ts';
import styles from '../../app/commands/palette.module.css';
import type { OpenProject } from '../../app/use-open-project.ts';
import { useWords } from '../../i18n/text.ts';
import { useFocusReturn } from '../../ui/focus-return.ts';
import { PickList } from '../../ui/pick-list.tsx';
import { findableCode } from '../codebook/pick/code-search.ts';
import { type Findable, nameSearch } from '../codebook/pick/name-search.ts';
import { loadedSpeller } from '../codebook/pick/pinyin.ts';
import { useNamedCodes } from '../codebook/use-named-codes.ts';
import { openMemo, targetKey } from './memos-state.ts';

type Entry = Findable & { readonly target: MemoTarget; readonly title: string; readonly lang: string };

function entryOf(target: MemoTarget, title: string, lang: string): Entry {
  return { target, title, lang, name: searchForm(title), searched: [], spelled: [] };
}

const mostShown = 12;

/** Asks what a memo is to be about: the project, a transcript, a case or a code. */
export function MemoOnDialog({ project }: { project: OpenProject }) {
  const { t, language } = useWords();
  useFocusReturn();
  const [query, setQuery] = useState('');
  const codes = useNamedCodes();
  const { data: documents } = useQuery('documents.list', {});
  const { data: cases } = useQuery('cases.list', {});
  const entries = useMemo<readonly Entry[]>(
    () => [
      entryOf({ kind: 'project', id: null }, project.name, project.language),
      ...(documents ?? []).map(({ id, name, language: lang }) => entryOf({ kind: 'document', id }, name, lang)),
      ...(cases?.cases ?? []).map(({ id, name }) => entryOf({ kind: 'case', id }, name, language)),
      ...[...(codes?.values() ?? [])].map((code) => ({
        ...findableCode(code, loadedSpeller()),
        target: { kind: 'code' as const, id: code.code.id },
        title: code.name,
        lang: code.lang,
      })),
    ],
    [project, documents, cases, codes, language],
  );
  const find = useMemo(() => nameSearch(entries), [entries]);
  const hits = query.trim() === '' ? entries : find(query);
  const shown = hits.slice(0, mostShown);
  return (
    <ModalOverlay data-modal="" isOpen isDismissable onOpenChange={closeOverlay} className={styles.overlay!}>
      <Modal className={styles.modal!}>
        <Dialog aria-label={t('memos.on')} className={styles.dialog!}>
          <PickList
            label={t('memos.on')}
            placeholder={t('memos.on')}
            query={query}
            onQuery={setQuery}
            options={shown.map(({ target, title, lang }) => ({
              id: targetKey(target),
              content: (
                <span lang={lang} className={styles.name}>
                  {title}
                </span>
              ),
              end: <span className={styles.kind}>{t(`memos.kind.${target.kind}`)}</span>,
            }))}
            onPick={(id) => {
              const entry = shown.find(({ target }) => targetKey(target) === id);
              if (!entry) return;
              closeOverlay();
              // After the dialog has given the keyboard back to where it was.
              requestAnimationFrame(() => openMemo(entry.target));
            }}
            note={hits.length === 0 ? t('app.find.none') : null}
          />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
