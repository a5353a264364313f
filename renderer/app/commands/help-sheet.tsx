import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './help-sheet.module.css';
import { KeyButton } from './key-button.tsx';
import { closeOverlay } from './overlays.ts';
import { type Command, useAllCommands } from './registry.ts';

/** Every key and what it does, from the one registry. */
export function HelpSheet() {
  const { t } = useWords();
  const withKeys = useAllCommands().filter((command) => command.keys && command.keys.length > 0);
  const everywhere = withKeys.filter((command) => command.scope !== 'coding');
  const coding = withKeys.filter((command) => command.scope === 'coding');
  return (
    <Dialog
      title={t('app.help.title')}
      width="wide"
      onClose={closeOverlay}
      buttons={
        <Button autoFocus onPress={closeOverlay}>
          {t('app.close')}
        </Button>
      }
    >
      <p className={styles.hint}>{t('app.keys.hint')}</p>
      <div className={styles.columns}>
        <Keys title={t('app.help.coding')} commands={coding} />
        <Keys title={t('app.help.everywhere')} commands={everywhere} />
      </div>
    </Dialog>
  );
}

function Keys({ title, commands }: { title: string; commands: readonly Command[] }) {
  const { t } = useWords();
  if (commands.length === 0) return null;
  return (
    <section>
      <h3 className={styles.head}>{title}</h3>
      <dl className={styles.list}>
        {commands.map((command) => (
          <div key={command.id} className={styles.row}>
            <dt>{t(command.message, command.values)}</dt>
            <dd>
              <KeyButton command={command} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
