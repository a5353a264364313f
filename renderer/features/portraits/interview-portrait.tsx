import type { Output } from '../../../shared/contract/methods.ts';
import { asId, type DocumentId } from '../../../shared/domain/ids.ts';
import { CodeLineChart } from '../../charts/code-line-chart.tsx';
import { TileStrip } from '../../charts/tile-strip.tsx';
import { useQuery } from '../../api/hooks.ts';
import { showPassage } from '../../app/navigation.ts';
import { useWords } from '../../i18n/text.ts';
import type { NamedCode } from '../results/code-names.ts';
import { countText, percentInSentence } from '../results/figures.ts';
import { namesInText } from '../results/sentences.ts';
import { PortraitFrame } from './portrait-frame.tsx';
import type { PortraitProps } from './portrait-props.ts';

type Interview = Output<'portraits.interview'>;

const perRow = 60;

/** One interview: as a strip of its codings, or with a line for each code. */
export function InterviewPortrait(props: PortraitProps) {
  const { settings, coder, names, interview, row } = props;
  const document = asId<'document'>(interview);
  const { data } = useQuery('portraits.interview', { document, coder, tiles: 240 }, { keepPrevious: true });
  if (!data) return row;
  const lines = data.lines
    .flatMap((line) => {
      const named = names.get(line.code);
      return named ? [{ ...line, named }] : [];
    })
    .sort((a, b) => a.named.order - b.named.order || a.coderName.localeCompare(b.coderName));
  const shared = { ...props, data, lines, document };
  return settings.kind === 'interview' ? <Strip {...shared} /> : <Lines {...shared} />;
}

type ShownProps = PortraitProps & {
  readonly data: Interview;
  readonly lines: readonly (Interview['lines'][number] & { readonly named: NamedCode })[];
  readonly document: DocumentId;
};

function Strip({ data, lines, names, told, row, document }: ShownProps) {
  const { t, language } = useWords();
  const { name, characters, coded, codings, tiles, revision } = data;
  const share = (position: number): string => percentInSentence(position / Math.max(1, characters));
  const byCode = Map.groupBy(
    tiles.flatMap(({ codes }) => codes),
    ({ code }) => code,
  );
  const legend = new Map(
    lines.map(({ code, named }) => [
      String(code),
      {
        ...named,
        note: share((byCode.get(code) ?? []).reduce((sum, one) => sum + one.characters, 0)),
      },
    ]),
  );
  const known = tiles.map((tile) => ({ ...tile, codes: tile.codes.filter(({ code }) => names.has(code)) }));
  return (
    <PortraitFrame
      kind="interview"
      revision={revision}
      caption={[
        t('portraits.caption.interview', { name, characters, tiles: tiles.length, share: share(coded), codings }),
        ...told,
      ]}
      settings={row}
      isEmpty={codings === 0}
      table={{
        head: ['piece', 'from', 'to', 'code', 'characters'],
        rows: known.flatMap(({ from, to, codes }, place) =>
          codes.map((one) => [place + 1, from, to, names.get(one.code)!.fileName, one.characters]),
        ),
      }}
      renderChart={(ref) => (
        <TileStrip
          ref={ref}
          tiles={known}
          codes={legend}
          perRow={perRow}
          description={t('portraits.chart.interview')}
          tileLabel={(place) =>
            t('portraits.tile', {
              place: place + 1,
              from: share(known[place]!.from),
              to: share(known[place]!.to),
              codes: namesInText(
                language,
                known[place]!.codes.map(({ code }) => names.get(code)!.name),
              ),
            })
          }
          onOpen={(place) => {
            const first = known[place]!.codes[0];
            if (first) showPassage({ document, start: first.start, end: first.end });
          }}
        />
      )}
    />
  );
}

function Lines({ data, lines, told, row, document }: ShownProps) {
  const { t } = useWords();
  const { name, characters, codings, revision } = data;
  const isOfMany = new Set(lines.map(({ coder }) => coder)).size > 1;
  const share = (position: number): string => percentInSentence(position / Math.max(1, characters));
  return (
    <PortraitFrame
      kind="lines"
      revision={revision}
      caption={[
        t('portraits.caption.lines', { name, characters, codings, coders: isOfMany ? 'many' : 'one' }),
        ...told,
      ]}
      settings={row}
      isEmpty={codings === 0}
      table={{
        head: ['code', 'coder', 'from', 'to', 'characters'],
        rows: lines.flatMap(({ named, coderName, bars }) =>
          bars.map(({ from, to }) => [named.fileName, coderName, from, to, to - from]),
        ),
      }}
      renderChart={(ref) => (
        <CodeLineChart
          ref={ref}
          lines={lines.map(({ code, coder, coderName, named, bars }) => ({
            id: `${code} ${coder}`,
            name: named.name,
            lang: named.lang,
            coder: isOfMany ? coderName : '',
            look: named,
            bars,
          }))}
          length={characters}
          begin={t('portraits.begin')}
          end={`${t('portraits.end')} · ${countText(characters)}`}
          description={t('portraits.chart.lines')}
          barLabel={(line, bar) => {
            const { named, coderName, bars } = lines[line]!;
            return t('portraits.bar', {
              code: named.name,
              coder: coderName === '' ? t('results.coder.gold') : coderName,
              from: share(bars[bar]!.from),
              to: share(bars[bar]!.to),
            });
          }}
          onOpen={(line, bar) => {
            const { start, end } = lines[line]!.bars[bar]!;
            showPassage({ document, start, end });
          }}
        />
      )}
    />
  );
}
