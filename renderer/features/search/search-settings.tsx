import type { SearchQuestion } from '../../../shared/contract/methods/search.ts';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { searchModes } from '../../../shared/search/search-query.ts';
import { useQuery } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { Choice } from '../../ui/choice.tsx';
import { Tick } from '../../ui/tick.tsx';
import styles from './search-settings.module.css';

/** How and where is searched, without the query itself. */
export type SearchSettings = {
  readonly mode: NonNullable<SearchQuestion['mode']>;
  readonly labels: boolean;
  readonly document: DocumentId | null;
  readonly role: 'respondent' | 'interviewer' | null;
};

export const firstSearch: SearchSettings = { mode: 'text', labels: false, document: null, role: null };

/** The question the settings make of a query. */
export function questionOf(query: string, { mode, labels, document, role }: SearchSettings): SearchQuestion {
  return {
    query,
    mode,
    ...(labels ? { labels } : {}),
    ...(document === null ? {} : { documents: [document] }),
    ...(role === null ? {} : { roles: [role] }),
  };
}

type SettingsProps = {
  readonly settings: SearchSettings;
  readonly onChange: (change: Partial<SearchSettings>) => void;
};

const anyDocument = 'all';
const roles = ['all', 'respondent', 'interviewer'] as const;

/** What decides what is found, as a sentence above the hits. */
export function SearchSettingsLine({ settings, onChange }: SettingsProps) {
  const { t } = useWords();
  const { data: documents = [] } = useQuery('documents.list', {});
  return (
    <div className={styles.settings}>
      <Choice
        label={t('search.mode')}
        value={settings.mode}
        options={searchModes.map((mode) => ({ id: mode, label: t(`search.mode.${mode}`) }))}
        onChange={(mode) => onChange({ mode })}
      />
      <Choice
        label={t('search.in')}
        value={settings.document ?? anyDocument}
        options={[
          { id: anyDocument, label: t('search.in.all') },
          ...documents.map(({ id, name }) => ({ id: id as string, label: name })),
        ]}
        onChange={(id) => onChange({ document: documents.find((document) => document.id === id)?.id ?? null })}
      />
      <Choice
        label={t('search.speakers')}
        value={settings.role ?? 'all'}
        options={roles.map((role) => ({ id: role, label: t(`search.speakers.${role}`) }))}
        onChange={(role) => onChange({ role: role === 'all' ? null : role })}
      />
      <Tick label={t('search.labels')} isTicked={settings.labels} onChange={(labels) => onChange({ labels })} />
    </div>
  );
}
