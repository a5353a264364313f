import { useState } from 'react';
import { reportError } from '../../api/error-report.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { PrivacyDialog } from './privacy-dialog.tsx';

type PrivacyButtonProps = {
  /** Makes the file as it would be saved and answers its ticket, null where that was cancelled; without it the whole project is meant. */
  readonly make?: () => Promise<string | null>;
  readonly isDisabled?: boolean;
};

/** Shows what a file would tell of people before it is saved. Stands in every dialog that writes one. */
export function PrivacyButton({ make, isDisabled = false }: PrivacyButtonProps) {
  const { t } = useWords();
  const [file, setFile] = useState<{ readonly ticket: string | null } | null>(null);
  const look = async (): Promise<void> => {
    if (!make) return setFile({ ticket: null });
    const ticket = await make();
    if (ticket !== null) setFile({ ticket });
  };
  return (
    <>
      <Button isDisabled={isDisabled} onPress={() => void look().catch(reportError)}>
        {t('protection.check')}
      </Button>
      {file === null ? null : <PrivacyDialog ticket={file.ticket} onClose={() => setFile(null)} />}
    </>
  );
}
