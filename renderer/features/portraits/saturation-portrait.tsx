import { SaturationCurve } from '../../charts/saturation-curve.tsx';
import { useQuery } from '../../api/hooks.ts';
import { showPassage } from '../../app/navigation.ts';
import { useWords } from '../../i18n/text.ts';
import { CodeChip } from '../../ui/code-chip.tsx';
import { useKept } from '../results/kept-state.ts';
import result from '../results/result.module.css';
import { PortraitFrame } from './portrait-frame.tsx';
import { Side } from './portrait-side.tsx';
import type { PortraitProps } from './portrait-props.ts';
import styles from './portraits.module.css';

/** How many codes each interview brought that no interview before it had. */
export function SaturationPortrait({ settings, coder, names, told, filter, row }: PortraitProps) {
  const { t } = useWords();
  const [chosen, setChosen] = useKept<string | null>('portraits.saturation', null);
  const { data } = useQuery(
    'portraits.saturation',
    { ...filter, coder, order: settings.order },
    { keepPrevious: true },
  );
  if (!data) return row;
  const { steps, uncoded, revision } = data;
  const label = (place: number): string => {
    const { name, first, known } = steps[place]!;
    return t('portraits.step', { place: place + 1, name, first: first.length, known });
  };
  const at = steps.findIndex(({ document }) => document === chosen);
  const step = steps[at];
  return (
    <PortraitFrame
      kind="saturation"
      revision={revision}
      caption={[
        t('portraits.caption.saturation', {
          n: steps.length,
          codes: steps.at(-1)?.known ?? 0,
          order: settings.order,
        }),
        t('portraits.caption.sinceNew', {
          count: steps.length - 1 - steps.findLastIndex(({ first }) => first.length > 0),
        }),
        t('portraits.caption.uncoded', { count: uncoded }),
        ...told,
      ]}
      settings={row}
      isEmpty={steps.length === 0}
      table={{
        head: ['place', 'transcript', 'codings', 'newCodes', 'knownCodes', 'codes'],
        rows: steps.map(({ name, codings, first, known }, place) => [
          place + 1,
          name,
          codings,
          first.length,
          known,
          first.map(({ code }) => names.get(code)?.fileName ?? '').join('; '),
        ]),
      }}
      renderChart={(ref) => (
        <SaturationCurve
          ref={ref}
          steps={steps.map(({ document, name, first, known }) => ({ id: document, name, first: first.length, known }))}
          newLabel={t('portraits.axis.new')}
          knownLabel={t('portraits.axis.known')}
          description={t('portraits.chart.saturation')}
          stepLabel={label}
          selected={at < 0 ? null : at}
          onOpen={(place) => setChosen(steps[place]!.document)}
        />
      )}
      side={
        <Side heading={step ? label(at) : null}>
          {step?.first.length === 0 ? <p className={result.note}>{t('portraits.side.none')}</p> : null}
          <ul className={styles.codes}>
            {(step?.first ?? []).map(({ code, start, end }) => {
              const named = names.get(code);
              return named && step ? (
                <li key={code}>
                  <button
                    type="button"
                    className={styles.code}
                    onClick={() => showPassage({ document: step.document, start, end })}
                  >
                    <CodeChip {...named} />
                  </button>
                </li>
              ) : null;
            })}
          </ul>
        </Side>
      }
    />
  );
}
