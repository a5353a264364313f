import { useState } from 'react';
import type { Turn } from '../../../shared/contract/schema/entities.ts';
import type { TurnId } from '../../../shared/domain/ids.ts';
import { clockTime } from '../../../shared/text/clock-time.ts';
import { useCommand } from '../../api/hooks.ts';
import { closeOverlay } from '../../app/commands/overlays.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';

/** Seconds of a time as it is written: `75`, `1:15`, `0:01:15.5`; null for an empty one, undefined for one that is none. */
export function secondsWritten(written: string): number | null | undefined {
  const time = written.trim().normalize('NFKC');
  if (time === '') return null;
  if (!/^(?:\d+:)?(?:\d+:)?\d+(?:\.\d+)?$/.test(time)) return undefined;
  return time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}

/** When a turn begins. */
export function TurnTimeDialog({ turn }: { turn: Pick<Turn, 'id' | 'time'> }) {
  const { t } = useWords();
  const [written, setWritten] = useState(turn.time === null ? '' : clockTime(turn.time));
  const { mutate } = useCommand('turns.setTime');
  const time = secondsWritten(written);
  const save = (): void => {
    if (time !== undefined) mutate({ turn: turn.id, time }, { onSuccess: closeOverlay });
  };
  return (
    <Dialog
      title={t('turns.time.title')}
      onClose={closeOverlay}
      buttons={
        <>
          <Button onPress={closeOverlay}>{t('app.cancel')}</Button>
          <Button look="main" isDisabled={time === undefined} onPress={save}>
            {t('app.save')}
          </Button>
        </>
      }
    >
      <Field
        label={t('turns.time.label')}
        hint={t('turns.time.hint')}
        value={written}
        onChange={setWritten}
        autoFocus
        onEnter={save}
      />
    </Dialog>
  );
}

/** Gives a turn to somebody who has none yet. */
export function NewSpeakerDialog({ turn }: { turn: TurnId }) {
  const { t } = useWords();
  const [name, setName] = useState('');
  const { mutate } = useCommand('turns.setSpeaker');
  const save = (): void => mutate({ turns: [turn], speaker: { name } }, { onSuccess: closeOverlay });
  return (
    <Dialog
      title={t('turns.another.title')}
      onClose={closeOverlay}
      buttons={
        <>
          <Button onPress={closeOverlay}>{t('app.cancel')}</Button>
          <Button look="main" isDisabled={name.trim() === ''} onPress={save}>
            {t('app.save')}
          </Button>
        </>
      }
    >
      <Field label={t('speakers.name')} value={name} onChange={setName} autoFocus onEnter={save} />
    </Dialog>
  );
}
