import { useState } from 'react';
import type { Turn } from '../../../shared/contract/schema/entities.ts';
import type { TurnId } from '../../../shared/domain/ids.ts';
import { clockTime } from '../../../shared/text/clock-time.ts';
import { useCommand } from '../../api/hooks.ts';
import { closeOverlay } from '../../app/commands/overlays.ts';
import { useWords } from '../../i18n/text.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';

/** Seconds of a time as it is written: `75`, `1:15`, `0:01:15.5`; null for an empty one, undefined for one that is none. */
function secondsWritten(written: string): number | null | undefined {
  const time = written.trim().normalize('NFKC');
  if (time === '') return null;
  if (!/^(?:\d+:)?(?:\d+:)?\d+(?:\.\d+)?$/.test(time)) return undefined;
  return time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}

/** When a turn begins. */
export function TurnTimeDialog({ turn }: { turn: Pick<Turn, 'id' | 'time'> }) {
  const { t } = useWords();
  const shown = turn.time === null ? '' : clockTime(turn.time);
  const [written, setWritten] = useState(shown);
  const { mutate, isPending } = useCommand('turns.setTime');
  const time = secondsWritten(written);
  const save = (): void => {
    // A time that was left as it stood keeps its fraction of a second.
    if (written === shown) closeOverlay();
    else if (time !== undefined) mutate({ turn: turn.id, time }, { onSuccess: closeOverlay });
  };
  return (
    <Dialog
      title={t('turns.time.title')}
      onClose={closeOverlay}
      confirm={{ label: t('app.save'), run: save, isDisabled: time === undefined || isPending }}
    >
      <Field
        label={t('turns.time.label')}
        hint={t('turns.time.hint')}
        value={written}
        onChange={setWritten}
        autoFocus
      />
    </Dialog>
  );
}

/** Gives a turn to somebody who has none yet. */
export function NewSpeakerDialog({ turn }: { turn: TurnId }) {
  const { t } = useWords();
  const [name, setName] = useState('');
  const { mutate, isPending } = useCommand('turns.setSpeaker');
  const save = (): void => mutate({ turns: [turn], speaker: { name } }, { onSuccess: closeOverlay });
  return (
    <Dialog
      title={t('turns.another.title')}
      onClose={closeOverlay}
      confirm={{ label: t('app.save'), run: save, isDisabled: name.trim() === '' || isPending }}
    >
      <Field label={t('speakers.name')} value={name} onChange={setName} autoFocus />
    </Dialog>
  );
}
