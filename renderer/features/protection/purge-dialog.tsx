import { useState } from 'react';
import type { PurgePlan } from '../../../shared/contract/methods/cases.ts';
import type { CaseId } from '../../../shared/domain/ids.ts';
import { useCommand, useQuery } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { showToast } from '../../ui/toast.tsx';
import styles from './protection.module.css';

type PurgeDialogProps = {
  readonly of: { readonly id: CaseId; readonly name: string };
  readonly onClose: () => void;
};

/** Asks before a respondent is removed for good: everything that goes is counted, and the respondent's key has to be typed. */
export function PurgeDialog({ of, onClose }: PurgeDialogProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const { data: plan } = useQuery('cases.purgePlan', { case: of.id });
  const { mutate: purge, isPending, error } = useCommand('cases.purge', { ownErrors: true });
  const isSure = typed.trim() === of.name;
  const go = (): void =>
    purge(
      { case: of.id, confirmed: true },
      {
        onSuccess: ({ documents, backups }) => {
          showToast({ text: t('protection.purge.done', { documents, backups }) });
          onClose();
        },
      },
    );
  return (
    <Dialog
      role="alertdialog"
      title={t('protection.purge.title', { name: of.name })}
      onClose={onClose}
      confirm={{
        label: t(isPending ? 'protection.purge.running' : 'protection.purge'),
        run: go,
        isDisabled: !isSure || isPending,
      }}
      error={error}
    >
      {plan ? <WhatGoes plan={plan} /> : null}
      <p className={styles.final}>{t('protection.purge.undo')}</p>
      <p>{t('protection.purge.left')}</p>
      <Field
        label={t('protection.purge.type', { name: of.name })}
        value={typed}
        onChange={setTyped}
        hint={t('protection.purge.typeHint')}
      />
    </Dialog>
  );
}

function WhatGoes({ plan }: { plan: PurgePlan }) {
  const { t } = useWords();
  const { documents, parts, codings, memos, rounds, values, backups } = plan;
  return (
    <ul className={styles.what}>
      <li>
        {t('protection.purge.documents', { count: documents.length })}
        {documents.length > 0 ? <span className={styles.named}>{documents.join(', ')}</span> : null}
      </li>
      {parts.map(({ document, speaker, turns }) => (
        <li key={`${document} ${speaker}`}>{t('protection.purge.part', { document, speaker, turns })}</li>
      ))}
      <li>{t('protection.purge.codings', { codings, memos })}</li>
      {rounds > 0 ? <li>{t('protection.purge.rounds', { rounds })}</li> : null}
      <li>{t('protection.purge.case', { values })}</li>
      <li>{t('protection.purge.past', { backups })}</li>
    </ul>
  );
}
