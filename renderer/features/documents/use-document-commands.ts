import { useMemo } from 'react';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { downloadTicket } from '../../api/files.ts';
import { useJob } from '../../api/hooks.ts';
import { type Command, useCommands } from '../../app/commands/registry.ts';
import { reportError } from '../../api/error-report.ts';
import { useSettings } from '../../app/use-settings.ts';

/** Commands about the transcript that is open, as a whole. */
export function useDocumentCommands(document: DocumentId | null): void {
  const { shownLanguage: language } = useSettings();
  const { run: write } = useJob('documents.writeCoded');
  const commands = useMemo<readonly Command[]>(() => {
    const save = (format: 'docx' | 'html') => (): void => {
      if (document === null) return;
      write({ document, format, language })
        .then((made) => (made ? downloadTicket(made.ticket) : undefined))
        .catch(reportError);
    };
    const when = (): boolean => document !== null;
    return [
      { id: 'document.saveWord', message: 'command.document.saveWord', when, run: save('docx') },
      { id: 'document.saveHtml', message: 'command.document.saveHtml', when, run: save('html') },
    ];
  }, [document, language, write]);
  useCommands(commands);
}
