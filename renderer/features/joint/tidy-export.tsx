import type { PassageRule } from '../../../shared/analysis/matrix/membership.ts';
import type { CoderId } from '../../../shared/domain/ids.ts';
import { useJob, useQuery } from '../../api/hooks.ts';
import { downloadTicket } from '../../api/files.ts';
import { reportError } from '../../api/error-report.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { showToast } from '../../ui/toast.tsx';

type TidyExportProps = {
  readonly coder: CoderId | 'together';
  readonly rule: PassageRule;
  readonly childCodes: 'apart' | 'parents';
};

/** Respondents by behaviour as a table for statistics programs, with or without the mark by which Excel knows UTF-8. */
export function TidyExport({ coder, rule, childCodes }: TidyExportProps) {
  const { t } = useWords();
  const { data: codes } = useQuery('codes.list', {});
  const { data: plane } = useQuery('plane.get', {});
  const { run } = useJob('tidy.export');
  const behaviours = new Set(plane?.sheet.behaviours.map(({ code }) => code));
  const used = (codes ?? [])
    .filter(({ id, codings }) => !behaviours.has(id) && Object.values(codings).some((count) => count > 0))
    .map(({ id }) => id);
  const save = async (byteOrderMark: boolean): Promise<void> => {
    const answer = await run({ codes: used, coder, rule, children: childCodes, byteOrderMark });
    if (!answer) return;
    await downloadTicket(answer.ticket);
    showToast({ text: t('joint.tidy.saved', { rows: answer.rows, withheld: answer.withheld.length }) });
  };
  return (
    <Menu
      label={t('joint.tidy.label')}
      trigger={<Button>{t('joint.tidy.label')}</Button>}
      entries={[
        { id: 'plain', label: t('joint.tidy.plain'), run: () => void save(false).catch(reportError) },
        { id: 'excel', label: t('joint.tidy.excel'), run: () => void save(true).catch(reportError) },
      ]}
    />
  );
}
