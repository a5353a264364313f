import { segmentRoles } from '../../../shared/import/segments/segment-columns.ts';
import { useWords } from '../../i18n/text.ts';
import { Choice } from '../../ui/choice.tsx';
import { type BatchFile, shownVerdict } from './batch.ts';
import { overruleFile } from './import-batch.ts';

/** No column: the empty name, which a choice cannot have as its value. */
const none = 'none:';

/** Which column of a table holds what. */
export function ColumnChoices({ file }: { file: BatchFile }) {
  const { t } = useWords();
  const columns = shownVerdict(file)?.columns ?? null;
  if (columns === null) return null;
  return segmentRoles.map((role) => {
    const used = file.overrules.columns?.[role] ?? columns.used[role] ?? '';
    return (
      <Choice
        key={role}
        label={t(`imports.columns.${role}`)}
        value={used === '' ? none : used}
        options={[
          ...(role === 'text' ? [] : [{ id: none, label: t('imports.columns.none') }]),
          ...columns.names.map((name) => ({
            id: name,
            label: /^\d+$/.test(name) ? t('imports.columns.place', { place: Number(name) }) : name,
          })),
        ]}
        onChange={(name) =>
          overruleFile(file.key, {
            // What was found elsewhere stays: saying one thing must not unsay the others.
            columns: { ...columns.used, ...file.overrules.columns, [role]: name === none ? '' : name },
          })
        }
      />
    );
  });
}
