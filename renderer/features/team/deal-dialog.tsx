import { useState } from 'react';
import { useCommand, useQuery } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { TickList } from '../../ui/tick-list.tsx';
import { useTicked } from '../results/use-ticked.ts';

/** Whom to deal to, how many transcripts all of them code, and the seed of the draw. */
export function DealDialog({ isAgain, onClose }: { isAgain: boolean; onClose: () => void }) {
  const { t } = useWords();
  const { data: coders = [] } = useQuery('coders.list', {});
  const { data: documents = [] } = useQuery('documents.list', {});
  const deal = useCommand('assignments.deal', { ownErrors: true });
  const [unticked, toggle] = useTicked();
  const [sample, setSample] = useState('2');
  const [seed, setSeed] = useState('1');
  const taking = coders.filter(({ id }) => !unticked.has(id)).map(({ id }) => id);
  const isReady = taking.length > 0 && taking.length <= 6 && [sample, seed].every((text) => /^\d{1,9}$/.test(text));
  const run = (): void =>
    deal.mutate({ coders: taking, sample: Number(sample), seed: Number(seed) }, { onSuccess: onClose });
  return (
    <Dialog
      title={t('team.step.deal')}
      onClose={onClose}
      confirm={{ label: t('team.assign.do'), run, isDisabled: !isReady || deal.isPending }}
      error={deal.error}
    >
      <p>{t('team.assign.text')}</p>
      {isAgain ? <p>{t('team.assign.again')}</p> : null}
      <TickList
        label={t('reports.coders')}
        items={coders.map(({ id, name }) => ({ id, label: name, isTicked: taking.includes(id) }))}
        onToggle={toggle}
      />
      <Field label={t('team.assign.sample', { from: documents.length })} value={sample} onChange={setSample} />
      <Field label={t('rounds.new.seed')} value={seed} onChange={setSeed} />
    </Dialog>
  );
}
