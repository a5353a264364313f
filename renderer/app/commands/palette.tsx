import { useMemo, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useQuery } from '../../api/hooks.ts';
import { searchForm } from '../../../shared/text/search-form.ts';
import { namedCodes } from '../../features/codebook/code-names.ts';
import { findableCode } from '../../features/codebook/pick/code-search.ts';
import { type Findable, nameSearch } from '../../features/codebook/pick/name-search.ts';
import { loadedSpeller } from '../../features/codebook/pick/pinyin.ts';
import { selectCode } from '../../features/codebook/codebook-state.ts';
import { useWords } from '../../i18n/text.ts';
import { CodeChip } from '../../ui/code-chip.tsx';
import { useFocusReturn } from '../../ui/focus-return.ts';
import { PickList } from '../../ui/pick-list.tsx';
import { showPassage, showView } from '../navigation.ts';
import { keysOf } from './key-bindings.ts';
import { keysShown } from './keys.ts';
import { closeOverlay } from './overlays.ts';
import styles from './palette.module.css';
import { useAllCommands } from './registry.ts';

type Entry = Findable & {
  readonly id: string;
  readonly content: React.ReactNode;
  readonly end?: React.ReactNode;
  readonly run: () => unknown;
};

const mostShown = 12;

/** Everything that can be done or opened, by a few letters of its name: commands, transcripts, codes. */
export function Palette({ hasProject }: { hasProject: boolean }) {
  const { t, language } = useWords();
  useFocusReturn();
  const [query, setQuery] = useState('');
  const commands = useAllCommands();
  const { data: documents } = useQuery('documents.list', {}, { enabled: hasProject });
  const { data: codes } = useQuery('codes.list', {}, { enabled: hasProject });

  const entries = useMemo(() => {
    const found: Entry[] = [];
    for (const document of documents ?? [])
      found.push({
        id: `document:${document.id}`,
        name: searchForm(document.name),
        searched: document.case ? [searchForm(document.case.name)] : [],
        spelled: [],
        content: (
          <span lang={document.language} className={styles.name}>
            {document.name}
          </span>
        ),
        end: <span className={styles.kind}>{t('app.find.documents')}</span>,
        run: () => showPassage({ document: document.id, start: 0, end: 0 }),
      });
    for (const command of commands) {
      if (command.keyOnly || command.id === 'palette' || command.when?.() === false) continue;
      const text = t(command.message, command.values);
      found.push({
        id: `command:${command.id}`,
        name: searchForm(text),
        searched: [],
        spelled: [],
        content: <span className={styles.name}>{text}</span>,
        end: keysOf(command)[0] ? <kbd>{keysShown(keysOf(command)[0]!)}</kbd> : null,
        run: command.run,
      });
    }
    for (const named of namedCodes(codes ?? [], language).values()) {
      const { code, name, lang, path } = named;
      found.push({
        ...findableCode(named, loadedSpeller()),
        id: `code:${code.id}`,
        content: (
          <>
            <CodeChip name={name} lang={lang} color={code.color} mark={code.mark} retired={code.retired} />
            <span className={styles.path}>{path}</span>
          </>
        ),
        end: <span className={styles.kind}>{t('app.find.codes')}</span>,
        run: () => {
          showView('code');
          selectCode(code.id);
        },
      });
    }
    return found;
  }, [documents, codes, commands, t, language]);

  const find = useMemo(() => nameSearch(entries), [entries]);
  const hits = query.trim() === '' ? entries : find(query);
  const shown = hits.slice(0, mostShown);

  return (
    <ModalOverlay data-modal="" isOpen isDismissable onOpenChange={closeOverlay} className={styles.overlay!}>
      <Modal className={styles.modal!}>
        <Dialog aria-label={t('app.find')} className={styles.dialog!}>
          <PickList
            label={t('app.find')}
            placeholder={t('app.find')}
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
