import type { ParsedInput } from '../../../shared/contract/methods.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import styles from './narrowed.module.css';

/** One part of what is compared: a transcript, or two of the coders. */
export type NarrowedTo = {
  readonly name: string;
  readonly settings: Pick<ParsedInput<'agreement.compute'>, 'documents' | 'coders'>;
};

/** Says that the differences are those behind one figure, and leads back to all. */
export function Narrowed({ to, onAll }: { readonly to: NarrowedTo; readonly onAll: () => void }) {
  const { t } = useWords();
  return (
    <div className={styles.line}>
      <span role="status" className={styles.to}>
        {t('adjudication.narrowed', { to: to.name })}
      </span>
      <Button look="flush" onPress={onAll}>
        {t('adjudication.narrowed.all')}
      </Button>
    </div>
  );
}
