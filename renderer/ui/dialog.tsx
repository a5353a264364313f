import { createContext, type ReactNode, useContext, useState } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { VerbatimError } from '../../shared/contract/errors.ts';
import { useReportedError } from '../api/error-report.ts';
import { useWords } from '../i18n/text.ts';
import { Button } from './button.tsx';
import styles from './dialog.module.css';
import { ErrorNote } from './error-note.tsx';
import { useFocusReturn } from './focus-return.ts';

type DialogProps = {
  /** A question where something is decided. */
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** What is decided: the main button behind Cancel, and Enter in a line of text, as long as it is not disabled. */
  readonly confirm?: { readonly label: string; readonly run: () => void; readonly isDisabled?: boolean };
  /** Buttons of a dialog that decides nothing, or otherwise; else those before Cancel. */
  readonly buttons?: ReactNode;
  readonly error?: VerbatimError | null;
  readonly width?: 'narrow' | 'wide';
  /** An `alertdialog` asks before something goes: Cancel has the focus. */
  readonly role?: 'dialog' | 'alertdialog';
};

const Confirm = createContext<(() => void) | undefined>(undefined);

/** What Enter does in a line of text of this dialog, if anything. */
export function useConfirm(): (() => void) | undefined {
  return useContext(Confirm);
}

/** A dialog over the page; it is open as long as it is rendered. */
export function Dialog(props: DialogProps) {
  const { title, onClose, children, confirm, buttons, error, width = 'narrow', role = 'dialog' } = props;
  const { t } = useWords();
  useFocusReturn();
  return (
    <ModalOverlay
      data-modal=""
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
      className={styles.overlay!}
    >
      <Modal className={`${styles.modal} ${styles[width]}`}>
        <AriaDialog role={role} className={styles.dialog!}>
          <Heading slot="title" className={styles.title!}>
            {title}
          </Heading>
          <Confirm value={confirm?.isDisabled ? undefined : confirm?.run}>{children}</Confirm>
          {error ? <ErrorNote error={error} /> : <ReportedError />}
          {confirm || buttons ? (
            <div className={styles.buttons}>
              {buttons}
              {confirm ? (
                <>
                  <Button autoFocus={role === 'alertdialog'} onPress={onClose}>
                    {t('app.cancel')}
                  </Button>
                  <Button look="main" isDisabled={confirm.isDisabled ?? false} onPress={confirm.run}>
                    {confirm.label}
                  </Button>
                </>
              ) : null}
            </div>
          ) : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** A failure without a place of its own: the banner that shows it is hidden behind the dialog. */
function ReportedError() {
  const reported = useReportedError(({ error }) => error);
  const [before] = useState(reported);
  return reported && reported !== before ? <ErrorNote error={reported} /> : null;
}
