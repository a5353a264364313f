import Fuse from 'fuse.js';
import { useMemo, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import type { MemoTarget } from '../../../shared/contract/schema/entities.ts';
import { useQuery } from '../../api/hooks.ts';
import { closeOverlay } from '../../app/commands/overlays.ts';
import styles from '../../app/commands/palette.module.css';
import type { OpenProject } from '../../app/use-open-project.ts';
import { useWords } from '../../i18n/text.ts';
import { PickList } from '../../ui/pick-list.tsx';
import { useNamedCodes } from '../codebook/use-named-codes.ts';
import { openMemo, targetKey } from './memos-state.ts';

type Entry = {
  readonly target: MemoTarget;
  readonly name: string;
  readonly lang: string;
  readonly searched: readonly string[];
};

const mostShown = 12;

/** Asks what a memo is to be about: the project, a transcript, a case or a code. */
export function MemoOnDialog({ project }: { project: OpenProject }) {
  const { t, language } = useWords();
  const [query, setQuery] = useState('');
  const codes = useNamedCodes();
  const { data: documents } = useQuery('documents.list', {});
  const { data: cases } = useQuery('cases.list', {});
  const entries = useMemo<readonly Entry[]>(
    () => [
      { target: { kind: 'project', id: null }, name: project.name, lang: project.language, searched: [] },
      ...(documents ?? []).map(({ id, name, language: lang }) => ({
        target: { kind: 'document' as const, id },
        name,
        lang,
        searched: [],
      })),
      ...(cases?.cases ?? []).map(({ id, name }) => ({
        target: { kind: 'case' as const, id },
        name,
        lang: language,
        searched: [],
      })),
      ...[...(codes?.values() ?? [])].map(({ code, name, lang, searched }) => ({
        target: { kind: 'code' as const, id: code.id },
        name,
        lang,
        searched,
      })),
    ],
    [project, documents, cases, codes, language],
  );
  const fuse = useMemo(
    () => new Fuse(entries, { keys: ['name', 'searched'], threshold: 0.35, ignoreLocation: true }),
    [entries],
  );
  const hits = query.trim() === '' ? entries : fuse.search(query.trim()).map(({ item }) => item);
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
            options={shown.map(({ target, name, lang }) => ({
              id: targetKey(target),
              content: (
                <span lang={lang} className={styles.name}>
                  {name}
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
