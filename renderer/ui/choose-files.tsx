import { useRef } from 'react';
import { Button } from './button.tsx';

type ChooseFilesProps = {
  readonly label: string;
  readonly onChoose: (files: readonly File[]) => void;
  /** Endings the file dialog offers first; what is in a file is for the core to find out. */
  readonly accept?: string;
  /** The one ink button of its view. */
  readonly isMain?: boolean;
};

/** The browser's own file dialog behind a button of ours. */
export function ChooseFiles({ label, onChoose, accept, isMain = false }: ChooseFilesProps) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...(isMain ? { look: 'main' as const } : {})} onPress={() => field.current?.click()}>
        {label}
      </Button>
      <input
        ref={field}
        type="file"
        multiple
        hidden
        {...(accept === undefined ? {} : { accept })}
        onChange={(event) => {
          const chosen = [...(event.currentTarget.files ?? [])];
          // The same file can be chosen again.
          event.currentTarget.value = '';
          if (chosen.length > 0) onChoose(chosen);
        }}
      />
    </>
  );
}
