import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import styles from './dialog.module.css';
import { useFocusReturn } from './focus-return.ts';

type DialogProps = {
  /** A question where something is decided. */
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** The buttons, Cancel first; it has the focus when something goes. */
  readonly buttons?: ReactNode;
  readonly width?: 'narrow' | 'wide';
  readonly role?: 'dialog' | 'alertdialog';
};

/** A dialog over the page; it is open as long as it is rendered. */
export function Dialog({ title, onClose, children, buttons, width = 'narrow', role = 'dialog' }: DialogProps) {
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
          {children}
          {buttons ? <div className={styles.buttons}>{buttons}</div> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
