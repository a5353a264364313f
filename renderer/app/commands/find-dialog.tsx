import { type ReactNode, useMemo, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { searchForm } from '../../../shared/text/search-form.ts';
import { type Findable, nameSearch } from '../../features/codebook/pick/name-search.ts';
import { useWords } from '../../i18n/text.ts';
import { useFocusReturn } from '../../ui/focus-return.ts';
import { PickList } from '../../ui/pick-list.tsx';
import styles from './find-dialog.module.css';
import { closeOverlay } from './overlays.ts';

/** Something that can be found by a few letters of its name, and what is done with it. */
export type FindEntry = Findable & {
  readonly id: string;
  readonly content: ReactNode;
  readonly end?: ReactNode;
  readonly run: () => unknown;
};

/** An entry found by its name alone. */
export function namedEntry(name: string, entry: Omit<FindEntry, keyof Findable>): FindEntry {
  return { name: searchForm(name), searched: [], spelled: [], ...entry };
}

/** A name in a row of the list, in its own language where that is not the interface's. */
export function EntryName({ name, lang }: { readonly name: string; readonly lang?: string }) {
  return (
    <span lang={lang} className={styles.name}>
      {name}
    </span>
  );
}

/** Where among others a name stands. */
export function EntryPath({ children }: { readonly children: ReactNode }) {
  return <span className={styles.path}>{children}</span>;
}

/** What a name stands for, at the end of its row. */
export function EntryKind({ children }: { readonly children: ReactNode }) {
  return <span className={styles.kind}>{children}</span>;
}

const mostShown = 12;

/** A search line over everything, with what it finds below; what is picked is done once the dialog is gone. */
export function FindDialog({ label, entries }: { readonly label: string; readonly entries: readonly FindEntry[] }) {
  const { t } = useWords();
  useFocusReturn();
  const [query, setQuery] = useState('');
  const find = useMemo(() => nameSearch(entries), [entries]);
  const hits = query.trim() === '' ? entries : find(query);
  const shown = hits.slice(0, mostShown);
  return (
    <ModalOverlay data-modal="" isOpen isDismissable onOpenChange={closeOverlay} className={styles.overlay!}>
      <Modal className={styles.modal!}>
        <Dialog aria-label={label} className={styles.dialog!}>
          <PickList
            label={label}
            placeholder={label}
            query={query}
            onQuery={setQuery}
            options={shown}
            onPick={(id) => {
              const entry = shown.find((one) => one.id === id);
              if (!entry) return;
              closeOverlay();
              // After the dialog has given the keyboard back to where it was.
              requestAnimationFrame(() => void entry.run());
            }}
            note={
              hits.length === 0
                ? t('app.find.none')
                : query && t('app.find.count', { shown: hits.length, total: entries.length })
            }
          />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
