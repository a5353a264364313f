import { useWords } from '../../i18n/text.ts';
import { FigureButton } from './figure-button.tsx';
import { coefficientText, percentText } from './figures.ts';
import result from './result.module.css';
import { undefinedText } from './undefined-text.ts';

type MeasureFigureProps = {
  readonly row: number;
  readonly column: number;
  readonly measure: { readonly value: number } | { readonly undefined: string };
  readonly isPercent: boolean;
  readonly isMain: boolean;
  /** Whose figure it is, and which. */
  readonly of: string;
  readonly head: string;
  readonly onOpen: () => void;
};

/** A coefficient in a table that opens what is behind it; where it has no value, that and why. */
export function MeasureFigure({ row, column, measure, isPercent, isMain, of, head, onOpen }: MeasureFigureProps) {
  const { t } = useWords();
  const reason = 'value' in measure ? undefined : undefinedText(t, measure.undefined);
  const format = isPercent ? percentText : coefficientText;
  const text = 'value' in measure ? format(measure.value) : t('results.undefined');
  return (
    <td className={`${result.number} ${isMain && !reason ? result.main : ''} ${reason ? result.undefined : ''}`}>
      <FigureButton
        row={row}
        column={column}
        text={text}
        title={reason}
        label={
          reason === undefined
            ? t('agreement.cell', { code: of, column: head, value: text })
            : t('agreement.cell.undefined', { code: of, column: head, reason })
        }
        onOpen={onOpen}
      />
    </td>
  );
}
