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
export function ChooseFiles(props: ChooseFilesProps) {
  return <FileButton {...props} isMany />;
}

/** The same for one file. */
export function ChooseFile({
  onChoose,
  ...button
}: Omit<ChooseFilesProps, 'onChoose'> & { readonly onChoose: (file: File) => void }) {
  return <FileButton {...button} isMany={false} onChoose={([file]) => onChoose(file!)} />;
}

function FileButton({ label, onChoose, accept, isMain = false, isMany }: ChooseFilesProps & { isMany: boolean }) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...(isMain ? { look: 'main' as const } : {})} onPress={() => field.current?.click()}>
        {label}
      </Button>
      <input
        ref={field}
        type="file"
        multiple={isMany}
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
