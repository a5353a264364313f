import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './button.module.css';

type ButtonProps = Omit<AriaButtonProps, 'className' | 'style'> & {
  /** `main`: the one ink button of a view; `plain`: a word without an edge; `flush`: such a word at the beginning of a line; `icon`: a small square with a label for screen readers. */
  readonly look?: 'edged' | 'main' | 'plain' | 'flush' | 'icon' | undefined;
};

/** A command as a word. */
export function Button({ look = 'edged', ...props }: ButtonProps) {
  return <AriaButton {...props} className={`${styles.button} ${styles[look]}`} />;
}
