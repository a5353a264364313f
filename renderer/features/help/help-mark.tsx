import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useWords } from '../../i18n/text.ts';
import styles from './help-mark.module.css';
import { methodsOf, type StatisticName } from './statistics.ts';

/** A question mark after the name of a statistic: says in two sentences what it is, and where its formula stands. */
export function HelpMark({ of }: { of: StatisticName }) {
  const { t } = useWords();
  const [page, heading] = methodsOf[of];
  const title = t('help.what', { name: t(`help.${of}.name`) });
  return (
    <DialogTrigger>
      <Button className={styles.mark!} aria-label={title}>
        ?
      </Button>
      <Popover className={styles.popover!} offset={4} placement="bottom end">
        <Dialog className={styles.dialog!} aria-label={title}>
          <b>{t(`help.${of}.name`)}</b>
          <p>{t(`help.${of}`)}</p>
          <p className={styles.more}>{t('help.more', { file: `docs/methods/${page}`, heading })}</p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
