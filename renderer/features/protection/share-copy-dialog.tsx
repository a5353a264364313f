import { useState } from 'react';
import { shareableParts, sharedAtFirst, type ShareablePart } from '../../../shared/contract/methods/protection.ts';
import { useJob } from '../../api/hooks.ts';
import { closeOverlay } from '../../app/commands/overlays.ts';
import { useSaveAndClose } from '../../app/use-save-and-close.ts';
import { useWords } from '../../i18n/text.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { TickList } from '../../ui/tick-list.tsx';
import { PrivacyButton } from './privacy-button.tsx';
import styles from './protection.module.css';

/** Chooses what a copy to hand on keeps, and saves it. What it never keeps is said, not asked. */
export function ShareCopyDialog() {
  const { t } = useWords();
  const [keep, setKeep] = useState<ReadonlySet<ShareablePart>>(new Set(sharedAtFirst));
  const [leftBehind, setLeftBehind] = useState(0);
  const { run, cancel, isRunning } = useJob('protection.share');
  const make = async (): Promise<string | null> => {
    const made = await run({ keep: shareableParts.filter((part) => keep.has(part)) });
    setLeftBehind(made?.leftBehind ?? 0);
    return made?.ticket ?? null;
  };
  const { save, error } = useSaveAndClose(make);
  const toggle = (id: string): void =>
    setKeep(new Set(shareableParts.filter((part) => keep.has(part) !== (part === id))));
  const close = (): void => {
    cancel();
    closeOverlay();
  };
  return (
    <Dialog
      title={t('protection.share.title')}
      onClose={close}
      buttons={<PrivacyButton make={make} isDisabled={isRunning} />}
      confirm={{
        label: t(isRunning ? 'protection.share.running' : 'protection.share.save'),
        run: () => void save(),
        isDisabled: isRunning,
      }}
      error={error}
    >
      <p>{t('protection.share.text')}</p>
      <TickList
        label={t('protection.share.keep')}
        items={shareableParts.map((id) => ({ id, label: t(`protection.share.${id}`), isTicked: keep.has(id) }))}
        onToggle={toggle}
      />
      <p className={styles.note}>{t('protection.share.note')}</p>
      {leftBehind > 0 ? <p className={styles.note}>{t('protection.share.left', { count: leftBehind })}</p> : null}
    </Dialog>
  );
}
