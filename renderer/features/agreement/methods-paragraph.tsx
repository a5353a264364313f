import { useState } from 'react';
import { type AgreementFacts, agreementMethodsText } from '../../../shared/report/agreement-methods.ts';
import { useQuery } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './methods-paragraph.module.css';

/** The paragraph to paste into a methods section, to be read before it is copied. */
export function MethodsParagraph({
  onClose,
  ...facts
}: Omit<AgreementFacts, 'version'> & { readonly onClose: () => void }) {
  const words = useWords();
  const [isCopied, setCopied] = useState(false);
  const { data } = useQuery('app.state', {});
  const text = agreementMethodsText(words, { ...facts, version: data?.version ?? '' });
  return (
    <Dialog
      title={words.t('agreement.methods.title')}
      width="wide"
      onClose={onClose}
      buttons={
        <>
          <Button onPress={onClose}>{words.t('app.close')}</Button>
          <Button look="main" onPress={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>
            {words.t(isCopied ? 'agreement.methods.copied' : 'agreement.methods.copy')}
          </Button>
        </>
      }
    >
      <p className={styles.text} aria-live="polite">
        {text}
      </p>
      <p className={styles.hint}>{words.t('agreement.methods.hint')}</p>
    </Dialog>
  );
}
