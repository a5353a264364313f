import { useMemo } from 'react';
import { isVerbatimError } from '../../../shared/contract/errors.ts';
import type { Output } from '../../../shared/contract/methods.ts';
import { useQuery } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import { useKept } from '../results/kept-state.ts';
import result from '../results/result.module.css';
import { useNamedCodes } from '../results/use-codes.ts';
import { useProject } from '../results/use-project.ts';
import { AgreementResultView } from './agreement-result.tsx';
import { agreementRows } from './agreement-rows.ts';
import styles from './agreement-screen.module.css';
import { firstSettings } from './first-settings.ts';
import { NotEnoughCoders } from './not-enough-coders.tsx';

/** How far the coders agree: overall, by code, and in the passages behind every figure. */
export function AgreementScreen() {
  const { t } = useWords();
  const project = useProject();
  const names = useNamedCodes();
  const [settings, setSettings] = useKept('agreement.settings', firstSettings);
  const { data, error } = useQuery('agreement.compute', settings, { keepPrevious: true, ownErrors: true });
  const rows = useMemo(() => (data && names ? agreementRows(data, names) : null), [data, names]);
  const isTooFew = isVerbatimError(error, 'coders_too_few') || (data !== undefined && data.documents.length === 0);

  if (data && rows && project && !isTooFew && !error)
    return (
      <AgreementResultView
        agreement={data satisfies Output<'agreement.compute'>}
        rows={rows}
        settings={settings}
        onChange={setSettings}
        project={project}
      />
    );
  return (
    <div className={styles.empty}>
      <div className={result.titlebar}>
        <h1 className={result.title}>{t('agreement.title')}</h1>
      </div>
      {isTooFew ? <NotEnoughCoders /> : null}
      {error && !isTooFew ? <ErrorNote error={error} /> : null}
    </div>
  );
}
