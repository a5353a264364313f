import { useState } from 'react';
import type { Round } from '../../../shared/contract/methods/rounds.ts';
import { useCommand, useQuery } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { Choice } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { useTicked } from '../results/use-ticked.ts';
import { TickList } from '../../ui/tick-list.tsx';

type RoundDialogProps = {
  readonly rounds: readonly Round[];
  readonly onClose: (made: string | null) => void;
};

/** Name, coders and transcripts of a new round: all, drawn at random, or chosen. */
export function RoundDialog({ rounds, onClose }: RoundDialogProps) {
  const { t } = useWords();
  const { data: coders = [] } = useQuery('coders.list', {});
  const { data: documents = [] } = useQuery('documents.list', {});
  const create = useCommand('rounds.create', { ownErrors: true });
  const [typed, setName] = useState<string | null>(null);
  const name = typed ?? t('rounds.new.nth', { number: rounds.length + 1 });
  const [how, setHow] = useState<'all' | 'drawn' | 'chosen'>('all');
  const [count, setCount] = useState('3');
  const [seed, setSeed] = useState('1');
  const [unticked, toggleCoder] = useTicked();
  const [ticked, toggleDocument] = useTicked();
  const taking = coders.filter(({ id, codings }) => codings > 0 !== unticked.has(id)).map(({ id }) => id);
  const chosen = documents.filter(({ id }) => ticked.has(id)).map(({ id }) => id);
  const isWhole = (text: string): boolean => /^\d{1,9}$/.test(text);
  const isReady =
    name.trim() !== '' &&
    taking.length >= 2 &&
    taking.length <= 6 &&
    (how !== 'chosen' || chosen.length > 0) &&
    (how !== 'drawn' || (isWhole(count) && Number(count) > 0 && isWhole(seed)));
  const make = (): void =>
    create.mutate(
      {
        name,
        coders: taking,
        ...(how === 'chosen' ? { documents: chosen } : {}),
        ...(how === 'drawn' ? { sample: { count: Number(count), seed: Number(seed) } } : {}),
      },
      { onSuccess: ({ round }) => onClose(round) },
    );
  return (
    <Dialog
      title={t('rounds.new.title')}
      onClose={() => onClose(null)}
      confirm={{ label: t('rounds.new.do'), run: make, isDisabled: !isReady || create.isPending }}
      error={create.error}
    >
      <p>{t('rounds.new.text')}</p>
      <Field label={t('rounds.new.name')} value={name} onChange={setName} autoFocus />
      <TickList
        label={t('reports.coders')}
        items={coders.map(({ id, name: label }) => ({ id, label, isTicked: taking.includes(id) }))}
        onToggle={toggleCoder}
      />
      <Choice
        label={t('rounds.column.documents')}
        value={how}
        options={(['all', 'drawn', 'chosen'] as const).map((id) => ({ id, label: t(`rounds.new.${id}`) }))}
        onChange={setHow}
      />
      {how === 'drawn' ? (
        <>
          <Field label={t('rounds.new.count', { from: documents.length })} value={count} onChange={setCount} />
          <Field label={t('rounds.new.seed')} value={seed} onChange={setSeed} />
        </>
      ) : null}
      {how === 'chosen' ? (
        <TickList
          label={t('rounds.column.documents')}
          items={documents.map(({ id, name: label }) => ({ id, label, isTicked: ticked.has(id) }))}
          onToggle={toggleDocument}
        />
      ) : null}
    </Dialog>
  );
}
