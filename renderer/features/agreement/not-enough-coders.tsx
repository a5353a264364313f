import { useQuery } from '../../api/hooks.ts';
import { showView } from '../../app/navigation.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import styles from './agreement-screen.module.css';

/** What to do before there is anything to compare, and how far each coder is. */
export function NotEnoughCoders() {
  const { t } = useWords();
  const coders = useQuery('coders.list', {}).data ?? [];
  const documents = useQuery('documents.list', {}).data ?? [];
  return (
    <>
      <EmptyState
        title={t('agreement.empty.title')}
        text={t('agreement.empty.text')}
        action={
          <Button look="main" onPress={() => showView('code')}>
            {t('agreement.empty.action')}
          </Button>
        }
      />
      <ul className={styles.progress}>
        {coders.map(({ id, name }) => (
          <li key={id}>
            {t('agreement.empty.coder', {
              coder: name,
              count: documents.filter(({ doneBy }) => doneBy.includes(id)).length,
              total: documents.length,
            })}
          </li>
        ))}
      </ul>
    </>
  );
}
