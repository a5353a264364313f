import { useQuery } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { LeavingList } from './leaving-list.tsx';
import { listInput } from './pseudonyms-state.ts';

/** What would leave with the project as it stands now. */
export function CheckDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const { data, error } = useQuery('pseudonyms.check', listInput() ?? { list: [], folded: false }, { ownErrors: true });
  return (
    <Dialog
      title={t('pseudonyms.check.title')}
      onClose={onClose}
      buttons={<Button onPress={onClose}>{t('pseudonyms.close')}</Button>}
    >
      {error ? <ErrorNote error={error} /> : data ? <LeavingList leaving={data} /> : <p>{t('app.loading')}</p>}
    </Dialog>
  );
}
