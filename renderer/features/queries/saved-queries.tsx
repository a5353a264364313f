import { useState } from 'react';
import { useCommand, useQuery } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Menu } from '../../ui/menu.tsx';
import { showUndoToast } from '../../app/undo-toast.ts';

type SavedProps = { readonly query: string; readonly onOpen: (query: string) => void };

/** Queries kept with the project: open one, keep the one at hand, delete. */
export function SavedQueries({ query, onOpen }: SavedProps) {
  const { t } = useWords();
  const { data: saved = [] } = useQuery('queries.list', {});
  const remove = useCommand('queries.remove');
  const [isSaving, setSaving] = useState(false);
  const standing = saved.find((one) => one.query === query);
  return (
    <>
      {saved.length > 0 ? (
        <Menu
          label={t('query.saved')}
          trigger={<Button>{t('query.saved')}</Button>}
          entries={[
            ...saved.map(({ id, name, query: text }) => ({ id: id as string, label: name, run: () => onOpen(text) })),
            ...(standing
              ? [
                  {
                    id: 'remove',
                    label: t('query.remove', { name: standing.name }),
                    run: () =>
                      remove.mutate(
                        { query: standing.id },
                        { onSuccess: () => showUndoToast(t, t('query.removed', { name: standing.name })) },
                      ),
                  },
                ]
              : []),
          ]}
        />
      ) : null}
      <Button isDisabled={query.trim() === '' || standing !== undefined} onPress={() => setSaving(true)}>
        {t('query.save')}
      </Button>
      {isSaving ? <SaveDialog query={query} onClose={() => setSaving(false)} /> : null}
    </>
  );
}

function SaveDialog({ query, onClose }: { readonly query: string; readonly onClose: () => void }) {
  const { t } = useWords();
  const [name, setName] = useState('');
  const save = useCommand('queries.save', { ownErrors: true });
  const confirm = (): void => save.mutate({ name, query }, { onSuccess: onClose });
  return (
    <Dialog
      title={t('query.save.title')}
      onClose={onClose}
      confirm={{ label: t('query.save.button'), run: confirm, isDisabled: name.trim() === '' || save.isPending }}
      error={save.error}
    >
      <Field label={t('query.save.name')} value={name} onChange={setName} autoFocus />
    </Dialog>
  );
}
