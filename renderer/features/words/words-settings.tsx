import { primaryLanguage } from '../../../shared/domain/transcript.ts';
import type { WordFilter } from '../../../shared/contract/methods/words.ts';
import type { CaseId, CodeId } from '../../../shared/domain/ids.ts';
import { useQuery } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { Choice } from '../../ui/choice.tsx';
import { Tick } from '../../ui/tick.tsx';
import result from '../results/result.module.css';
import { useNamedCodes } from '../results/use-codes.ts';

/** Whose words are counted, and where. */
export type WordsSettingsState = {
  readonly role: 'respondent' | 'interviewer' | 'other' | 'all';
  readonly language: string | null;
  readonly studyCase: CaseId | null;
  readonly code: CodeId | null;
  /** Stop words too. */
  readonly all: boolean;
};

export const firstWords: WordsSettingsState = {
  role: 'respondent',
  language: null,
  studyCase: null,
  code: null,
  all: false,
};

export function filterOf({ role, language, studyCase, code }: WordsSettingsState): WordFilter {
  return {
    ...(role === 'all' ? {} : { roles: [role] }),
    ...(language === null ? {} : { language }),
    ...(studyCase === null ? {} : { cases: [studyCase] }),
    ...(code === null ? {} : { codes: [code] }),
  };
}

type SettingsProps = {
  readonly settings: WordsSettingsState;
  readonly onChange: (settings: WordsSettingsState) => void;
};

/** The choice that sets no filter. */
const unset = 'any';
const roles = ['all', 'respondent', 'interviewer', 'other'] as const;

/** What decides the numbers, as a sentence above them. */
export function WordsSettings({ settings, onChange }: SettingsProps) {
  const { t } = useWords();
  const codes = useNamedCodes();
  const { data: documents = [] } = useQuery('documents.list', {});
  const { data: cases } = useQuery('cases.list', {});
  const languages = [...new Set(documents.map(({ language }) => primaryLanguage(language)))].sort();
  const names = new Intl.DisplayNames([document.documentElement.lang || 'en'], { type: 'language' });
  const withDocuments = (cases?.cases ?? []).filter((one) => one.documents.length > 0);
  return (
    <div className={result.settings}>
      <Choice
        label={t('words.role')}
        value={settings.role}
        options={roles.map((role) => ({ id: role, label: t(role === 'all' ? 'words.anyone' : `query.role.${role}`) }))}
        onChange={(role) => onChange({ ...settings, role })}
      />
      <Choice
        label={t('words.language')}
        value={settings.language ?? unset}
        options={[
          { id: unset, label: t('words.any') },
          ...languages.map((language) => ({ id: language, label: names.of(language) ?? language })),
        ]}
        onChange={(language) => onChange({ ...settings, language: language === unset ? null : language })}
      />
      <Choice
        label={t('words.case')}
        value={settings.studyCase ?? unset}
        options={[
          { id: unset, label: t('words.any') },
          ...withDocuments.map(({ id, name }) => ({ id: id as string, label: name })),
        ]}
        onChange={(id) => onChange({ ...settings, studyCase: withDocuments.find((one) => one.id === id)?.id ?? null })}
      />
      <Choice
        label={t('words.code')}
        value={settings.code ?? unset}
        options={[
          { id: unset, label: t('words.any') },
          ...[...(codes?.values() ?? [])].map(({ id, name }) => ({ id: id as string, label: name })),
        ]}
        onChange={(id) =>
          onChange({ ...settings, code: [...(codes?.keys() ?? [])].find((code) => code === id) ?? null })
        }
      />
      <Tick label={t('words.all')} isTicked={settings.all} onChange={(all) => onChange({ ...settings, all })} />
    </div>
  );
}
