import {
  Button,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
  Text,
} from 'react-aria-components';
import styles from './toast.module.css';

type Note = { readonly text: string; readonly action?: { readonly label: string; readonly run: () => void } };

/** How long a note stays; longer while it is hovered or focused. */
const stay = 8000;

const queue = new ToastQueue<Note>({ maxVisibleToasts: 1 });

/** Says in one line what has been done, with Undo where there is one; answers what closes it. Never for errors. */
export function showToast(note: Note): string {
  // One at a time: the newer note replaces the older.
  queue.clear();
  return queue.add(note, { timeout: stay });
}

/** Takes a note away, if it is still in sight. */
export function closeToast(toast: string): void {
  queue.close(toast);
}

/** Where notes appear. */
export function Toasts() {
  return (
    <ToastRegion queue={queue} className={styles.region!}>
      {({ toast }) => (
        <AriaToast toast={toast} className={styles.toast!}>
          <ToastContent>
            <Text slot="title">{toast.content.text}</Text>
          </ToastContent>
          {toast.content.action ? (
            <Button
              className={styles.action!}
              onPress={() => {
                toast.content.action?.run();
                queue.close(toast.key);
              }}
            >
              {toast.content.action.label}
            </Button>
          ) : null}
        </AriaToast>
      )}
    </ToastRegion>
  );
}
