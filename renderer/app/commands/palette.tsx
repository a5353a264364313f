import { useMemo } from 'react';
import { useQuery } from '../../api/hooks.ts';
import { searchForm } from '../../../shared/text/search-form.ts';
import { namedCodes } from '../../features/codebook/code-names.ts';
import { findableCode } from '../../features/codebook/pick/code-search.ts';
import { loadedSpeller } from '../../features/codebook/pick/pinyin.ts';
import { selectCode } from '../../features/codebook/codebook-state.ts';
import { useWords } from '../../i18n/text.ts';
import { CodeChip } from '../../ui/code-chip.tsx';
import { showPassage, enterView } from '../navigation.ts';
import { EntryKind, EntryName, EntryPath, FindDialog, type FindEntry, namedEntry } from './find-dialog.tsx';
import { keysOf } from './key-bindings.ts';
import { keysShown } from './keys.ts';
import { useAllCommands } from './registry.ts';

/** Everything that can be done or opened, by a few letters of its name: commands, transcripts, codes. */
export function Palette({ hasProject }: { hasProject: boolean }) {
  const { t, language } = useWords();
  const commands = useAllCommands();
  const { data: documents } = useQuery('documents.list', {}, { enabled: hasProject });
  const { data: codes } = useQuery('codes.list', {}, { enabled: hasProject });

  const entries = useMemo(() => {
    const found: FindEntry[] = [];
    for (const document of documents ?? [])
      found.push({
        id: `document:${document.id}`,
        name: searchForm(document.name),
        searched: document.case ? [searchForm(document.case.name)] : [],
        spelled: [],
        content: <EntryName name={document.name} lang={document.language} />,
        end: <EntryKind>{t('app.find.documents')}</EntryKind>,
        run: () => showPassage({ document: document.id, start: 0, end: 0 }),
      });
    for (const command of commands) {
      if (command.keyOnly || command.id === 'palette' || command.when?.() === false) continue;
      const text = t(command.message, command.values);
      const keys = keysOf(command)[0];
      found.push(
        namedEntry(text, {
          id: `command:${command.id}`,
          content: <EntryName name={text} />,
          end: keys ? <kbd>{keysShown(keys)}</kbd> : null,
          run: command.run,
        }),
      );
    }
    for (const named of namedCodes(codes ?? [], language).values()) {
      const { code, name, lang, path } = named;
      found.push({
        ...findableCode(named, loadedSpeller()),
        id: `code:${code.id}`,
        content: (
          <>
            <CodeChip name={name} lang={lang} color={code.color} mark={code.mark} retired={code.retired} />
            <EntryPath>{path}</EntryPath>
          </>
        ),
        end: <EntryKind>{t('app.find.codes')}</EntryKind>,
        run: () => {
          enterView('code');
          selectCode(code.id);
        },
      });
    }
    return found;
  }, [documents, codes, commands, t, language]);

  return <FindDialog label={t('app.find')} entries={entries} />;
}
