import { errorMessage } from '../../../shared/messages/error-message.ts';
import { useCommand } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { StateIcon } from '../../ui/state-icon.tsx';
import { showToast } from '../../ui/toast.tsx';
import styles from '../../app/banner.module.css';

/** Says that the file is still to be written anew after something was erased, until that is done. */
export function RewriteBanner({ file }: { file: string }) {
  const { t, say } = useWords();
  const { mutate: rewrite, isPending, error } = useCommand('project.rewrite', { ownErrors: true });
  return (
    <div role="status" className={`${styles.banner} ${styles.bad}`}>
      <StateIcon state="bad" />
      <span className={styles.text}>
        {error ? say(errorMessage(error.toWire())) : t('protection.rewrite.due', { file })}
      </span>
      <Button
        look="plain"
        isDisabled={isPending}
        onPress={() => rewrite({}, { onSuccess: () => showToast({ text: t('protection.rewrite.done', { file }) }) })}
      >
        {t(isPending ? 'protection.rewrite.running' : 'protection.rewrite')}
      </Button>
    </div>
  );
}
