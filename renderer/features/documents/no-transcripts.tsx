import type { ReactNode } from 'react';
import { useQuery } from '../../api/hooks.ts';
import { openImport } from '../../app/navigation.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import result from '../results/result.module.css';

/** What every screen that lives on transcripts says while there are none. */
export function NoTranscripts() {
  const { t } = useWords();
  return (
    <EmptyState
      title={t('coding.empty.title')}
      text={t('coding.empty.text')}
      action={
        <Button look="main" onPress={() => openImport([])}>
          {t('coding.documents.import')}
        </Button>
      }
    />
  );
}

/** A screen that has nothing to look through while there are no transcripts. */
export function WithTranscripts({ title, children }: { title: string; children: ReactNode }) {
  const { data: documents } = useQuery('documents.list', {});
  if (documents?.length !== 0) return children;
  return (
    <div className={`${result.screen} ${result.inset}`}>
      <h1 className={result.title}>{title}</h1>
      <NoTranscripts />
    </div>
  );
}
