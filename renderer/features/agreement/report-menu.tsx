import { reportFormats } from '../../../shared/contract/methods/reports.ts';
import type { ParsedInput } from '../../../shared/contract/methods.ts';
import type { Resampling } from '../../../shared/contract/methods/agreement.ts';
import { call } from '../../api/connection.ts';
import { downloadTicket } from '../../api/files.ts';
import { reportError } from '../../api/error-report.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';

type ReportMenuProps = {
  readonly settings: ParsedInput<'agreement.compute'>;
  readonly resampling: Resampling;
};

/** The agreement report with the settings of the screen, in one of the formats of reports. */
export function ReportMenu({ settings, resampling }: ReportMenuProps) {
  const { t, language } = useWords();
  const write = async (format: (typeof reportFormats)[number]): Promise<void> => {
    const report = { kind: 'agreement' as const, ...settings, resampling };
    const { ticket } = await call('reports.write', { report, format, language });
    await downloadTicket(ticket);
  };
  return (
    <Menu
      label={t('agreement.report')}
      trigger={<Button>{t('agreement.report')}</Button>}
      entries={reportFormats.map((format) => ({
        id: format,
        label: format.toUpperCase(),
        run: () => void write(format).catch(reportError),
      }))}
    />
  );
}
