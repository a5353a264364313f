import { ActivityChart } from '../../charts/activity-chart.tsx';
import { useQuery } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { countText } from '../results/figures.ts';
import { useKept } from '../results/kept-state.ts';
import { PortraitFrame } from './portrait-frame.tsx';
import { PassagesSide } from './portrait-side.tsx';
import type { PortraitProps } from './portrait-props.ts';

type Chosen = { readonly coder: string; readonly day: string };

/** How many codings each coder made on each day, in the time zone of this computer. */
export function ActivityPortrait({ row }: PortraitProps) {
  const { t } = useWords();
  const [chosen, setChosen] = useKept<Chosen | null>('portraits.activity', null);
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const { data } = useQuery('portraits.activity', { timeZone }, { keepPrevious: true });
  if (!data) return row;
  const { coders, days, revision } = data;
  const label = (coder: number, day: number): string =>
    t('portraits.day', { day: days[day]!.day, coder: coders[coder]!.name, count: days[day]!.counts[coder]! });
  const coderAt = coders.findIndex(({ id }) => id === chosen?.coder);
  const dayAt = days.findIndex(({ day }) => day === chosen?.day);
  const selected = coderAt < 0 || dayAt < 0 ? null : { coder: coderAt, day: dayAt };
  return (
    <PortraitFrame
      kind="activity"
      revision={revision}
      caption={[
        t('portraits.caption.activity', {
          zone: timeZone,
          codings: coders.reduce((sum, { codings }) => sum + codings, 0),
          days: days.length,
        }),
      ]}
      settings={row}
      isEmpty={days.length === 0}
      table={{
        head: ['day', 'coder', 'codings'],
        rows: days.flatMap(({ day, counts }) => coders.map(({ name }, at) => [day, name, counts[at] ?? 0])),
      }}
      renderChart={(ref) => (
        <ActivityChart
          ref={ref}
          coders={coders.map(({ id, name, codings }) => ({ id, name, note: countText(codings) }))}
          days={days.map(({ day, counts }) => ({ day, label: day, counts }))}
          description={t('portraits.chart.activity')}
          dayLabel={label}
          selected={selected}
          onOpen={(coder, day) => setChosen({ coder: coders[coder]!.id, day: days[day]!.day })}
        />
      )}
      side={
        <PassagesSide
          heading={selected ? label(selected.coder, selected.day) : null}
          input={
            selected ? { coder: coders[selected.coder]!.id, day: { day: days[selected.day]!.day, timeZone } } : null
          }
        />
      }
    />
  );
}
