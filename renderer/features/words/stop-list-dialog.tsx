import { useState } from 'react';
import { useCommand, useQuery } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Field } from '../../ui/field.tsx';

/** The words left out of counts, one list a language; kept with the project. */
export function StopListDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, language: shown } = useWords();
  const { data: lists = [] } = useQuery('words.stopLists', {});
  const [chosen, setChosen] = useState<string | null>(null);
  const [edited, setEdited] = useState<string | null>(null);
  const save = useCommand('words.setStopList', { ownErrors: true });
  const list = lists.find(({ language }) => language === chosen) ?? lists[0];
  const names = new Intl.DisplayNames([shown], { type: 'language' });
  const text = edited ?? list?.words.join(' ') ?? '';
  const store = (words: string[] | null): void => {
    if (list) save.mutate({ language: list.language, words }, { onSuccess: onClose });
  };
  return (
    <Dialog
      title={t('words.stop.title')}
      width="wide"
      onClose={onClose}
      buttons={
        <>
          {list?.isOwn ? <Button onPress={() => store(null)}>{t('words.stop.reset')}</Button> : null}
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button
            look="main"
            isDisabled={edited === null || save.isPending}
            onPress={() => store(text.split(/[\s,，、]+/u).filter((word) => word !== ''))}
          >
            {t('words.stop.save')}
          </Button>
        </>
      }
    >
      {list ? (
        <>
          <Choice
            label={t('words.language')}
            value={list.language}
            options={lists.map(({ language }) => ({ id: language, label: names.of(language) ?? language }))}
            onChange={(language) => {
              setChosen(language);
              setEdited(null);
            }}
          />
          <Field
            label={t('words.stop.words')}
            hint={t('words.stop.hint')}
            lines={8}
            lang={list.language}
            value={text}
            onChange={setEdited}
          />
        </>
      ) : null}
      {save.error ? <ErrorNote error={save.error} /> : null}
    </Dialog>
  );
}
