import { CountMatrix } from '../../charts/count-matrix.tsx';
import type { Output } from '../../../shared/contract/methods.ts';
import { asId } from '../../../shared/domain/ids.ts';
import { useQuery } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { useKept } from '../results/kept-state.ts';
import { PortraitFrame } from './portrait-frame.tsx';
import { PassagesSide } from './portrait-side.tsx';
import type { PortraitProps } from './portrait-props.ts';

type Chosen = { readonly code: string; readonly column: string | null };

type Column = Output<'portraits.frequency'>['columns'][number];

/** What a column counts: its transcripts, and of those of several people what is the case's own. */
function columnFilter({ id, isCase, documents }: Column, by: PortraitProps['settings']['columns']) {
  return { documents, ...(by === 'case' ? { case: isCase ? asId<'case'>(id) : null } : {}) };
}

/** How often each code was given in each transcript or case. */
export function FrequencyPortrait({ settings, coder, names, told, filter, row }: PortraitProps) {
  const { t } = useWords();
  const [chosen, setChosen] = useKept<Chosen | null>('portraits.frequency', null);
  const { data } = useQuery(
    'portraits.frequency',
    { ...filter, coder, by: settings.columns, children: settings.children },
    { keepPrevious: true },
  );
  if (!data) return row;
  const { columns, codings, documents, revision } = data;
  const codes = data.codes
    .flatMap((one) => {
      const named = names.get(one.code);
      return named ? [{ ...one, named }] : [];
    })
    .sort((a, b) => a.named.order - b.named.order);
  const label = (at: number, column: number | null): string =>
    t('portraits.cell', {
      code: codes[at]!.named.name,
      column: column === null ? t('portraits.total') : columns[column]!.name,
      count: column === null ? codes[at]!.total : codes[at]!.counts[column]!,
    });
  const rowAt = codes.findIndex(({ code }) => code === chosen?.code);
  const columnAt = columns.findIndex(({ id }) => id === chosen?.column);
  const selected =
    rowAt < 0 || (chosen?.column != null && columnAt < 0)
      ? null
      : { row: rowAt, column: chosen?.column == null ? null : columnAt };
  return (
    <PortraitFrame
      kind="frequency"
      revision={revision}
      caption={[t('portraits.caption.frequency', { columns: settings.columns, codings, documents }), ...told]}
      settings={row}
      isEmpty={codes.length === 0}
      table={{
        head: ['code', 'total', ...columns.map(({ name }) => name)],
        rows: codes.map(({ named, total, counts }) => [named.fileName, total, ...counts]),
      }}
      renderChart={(ref) => (
        <CountMatrix
          ref={ref}
          rows={codes.map(({ code, named, counts, total }) => ({
            id: code,
            name: named.name,
            lang: named.lang,
            look: named,
            counts,
            total,
          }))}
          columns={columns}
          totalLabel={t('portraits.total')}
          description={t('portraits.chart.frequency')}
          cellLabel={label}
          selected={selected}
          onOpen={(at, column) =>
            setChosen({ code: codes[at]!.code, column: column === null ? null : columns[column]!.id })
          }
        />
      )}
      side={
        <PassagesSide
          heading={selected ? label(selected.row, selected.column) : null}
          input={
            selected
              ? {
                  ...filter,
                  ...(selected.column === null ? {} : columnFilter(columns[selected.column]!, settings.columns)),
                  coder,
                  code: codes[selected.row]!.code,
                  children: settings.children,
                }
              : null
          }
        />
      }
    />
  );
}
