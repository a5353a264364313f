import { useMemo, useRef, useState } from 'react';
import { isVerbatimError } from '../../../shared/contract/errors.ts';
import type { Output, ParsedInput } from '../../../shared/contract/methods.ts';
import type { CodeId } from '../../../shared/domain/ids.ts';
import { useCommand, useQuery } from '../../api/hooks.ts';
import { codingRegion } from '../../app/commands/shortcuts.ts';
import { useWords } from '../../i18n/text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { firstSettings } from '../agreement/first-settings.ts';
import { NotEnoughCoders } from '../agreement/not-enough-coders.tsx';
import type { NamedCode } from '../results/code-names.ts';
import { useKept } from '../results/kept-state.ts';
import result from '../results/result.module.css';
import { useNamedCodes } from '../results/use-codes.ts';
import { AdjudicationFigures } from './adjudication-figures.tsx';
import styles from './adjudication-screen.module.css';
import { codersCompared } from './compared-coders.ts';
import { type Choice, DecisionBar } from './decision-bar.tsx';
import { type DifferenceFilter, DifferenceList, isShownBy } from './difference-list.tsx';
import { DifferencePassage } from './difference-passage.tsx';
import { differenceKey } from './difference-words.ts';
import { OwnDecisionDialog } from './own-decision-dialog.tsx';
import { useAdjudicationCommands } from './use-adjudication-commands.ts';

/** Differences one by one, each decided with one key; the coders' own codings stay as they are. */
export function AdjudicationScreen() {
  const { t } = useWords();
  const names = useNamedCodes();
  const [settings] = useKept('agreement.settings', firstSettings);
  const { data, error } = useQuery('agreement.differences', settings, { keepPrevious: true, ownErrors: true });
  const isTooFew = isVerbatimError(error, 'coders_too_few');
  if (data && names && !error) return <Adjudication queue={data} names={names} settings={settings} />;
  return (
    <div className={styles.empty}>
      <h1 className={result.title}>{t('adjudication.title')}</h1>
      {isTooFew ? <NotEnoughCoders /> : null}
      {error && !isTooFew ? <ErrorNote error={error} /> : null}
    </div>
  );
}

type AdjudicationProps = {
  readonly queue: Output<'agreement.differences'>;
  readonly names: ReadonlyMap<CodeId, NamedCode>;
  readonly settings: ParsedInput<'agreement.compute'>;
};

function Adjudication({ queue, names, settings }: AdjudicationProps) {
  const { t } = useWords();
  const [filter, setFilter] = useKept<DifferenceFilter>('adjudication.filter', 'all');
  const [chosenKey, setChosenKey] = useKept('adjudication.chosen', '');
  const [reason, setReason] = useState('');
  const [isOwnOpen, setOwnOpen] = useState(false);
  const { data: figures } = useQuery('adjudication.figures', settings, { keepPrevious: true });
  const { mutateAsync: decide } = useCommand('adjudication.decide');
  /** Differences whose decisions are on their way. */
  const deciding = useRef(new Set<string>());
  const { mutate: withdraw } = useCommand('adjudication.withdraw');
  const shown = useMemo(
    () => queue.differences.filter((one) => isShownBy(filter, one) || differenceKey(one) === chosenKey),
    [queue, filter, chosenKey],
  );
  const chosen = shown.find((one) => differenceKey(one) === chosenKey) ?? shown[0] ?? null;
  const place = chosen ? shown.indexOf(chosen) : -1;
  const compared = chosen ? codersCompared(chosen, queue.coders) : [];

  const move = (by: number): void => {
    const next = shown[place + by];
    if (next) setChosenKey(differenceKey(next));
  };
  const choose = (choice: Choice, own?: Parameters<Parameters<typeof OwnDecisionDialog>[0]['onDecide']>[0]): void => {
    if (!chosen) return;
    if (choice.verdict === 'own' && !own) {
      setOwnOpen(true);
      return;
    }
    if (choice.verdict === 'coder' && !compared.some(({ id }) => id === choice.chosen)) return;
    const { document, start, end, code, otherCode } = chosen;
    const key = differenceKey(chosen);
    const next = [...shown.slice(place + 1), ...shown.slice(0, place)].find(
      (one) => one.decision === null && !deciding.current.has(differenceKey(one)),
    );
    const goOn = (): void => {
      setReason('');
      if (next) setChosenKey(differenceKey(next));
    };
    deciding.current.add(key);
    const decided = decide({
      document,
      start,
      end,
      code,
      otherCode,
      coders: compared.map(({ id }) => id),
      reason,
      ...choice,
      ...(own ? { own: [own] } : {}),
    });
    // The next one comes at once, so that the next key means it; after a refusal, which is shown, this one is back.
    if (!own) goOn();
    decided
      .then(
        () => {
          if (!own) return;
          setOwnOpen(false);
          goOn();
        },
        () => {
          if (own) return;
          setChosenKey(key);
          setReason((now) => (now === '' ? reason : now));
        },
      )
      .finally(() => deciding.current.delete(key));
  };
  useAdjudicationCommands({ coders: queue.coders, choose, move });

  return (
    <div className={styles.screen} {...codingRegion}>
      <div className={styles.left}>
        <DifferenceList
          queue={queue}
          shown={shown}
          names={names}
          filter={filter}
          onFilter={setFilter}
          chosen={chosen}
          onChoose={(one) => setChosenKey(differenceKey(one))}
        />
        {chosen ? (
          <div className={styles.detail}>
            <DifferencePassage difference={chosen} coders={queue.coders} names={names} />
            <DecisionBar
              difference={chosen}
              coders={queue.coders}
              reason={reason}
              onReason={setReason}
              onDecide={choose}
              onWithdraw={() => chosen.decision && withdraw({ adjudication: chosen.decision.id })}
            />
          </div>
        ) : null}
      </div>
      <div className={styles.right}>
        <div className={result.titlebar}>
          <h1 className={result.title}>{t('adjudication.title')}</h1>
          <p className={result.caption} role="status">
            {t('adjudication.progress', { decided: queue.decided, total: queue.total })}
          </p>
        </div>
        {queue.total === 0 ? (
          <EmptyState title={t('adjudication.none.title')} text={t('adjudication.none.text')} />
        ) : (
          <p className={styles.lead}>{t('adjudication.lead')}</p>
        )}
        {figures ? <AdjudicationFigures figures={figures} coders={queue.coders} settings={settings} /> : null}
      </div>
      {isOwnOpen && chosen ? (
        <OwnDecisionDialog
          difference={chosen}
          names={names}
          onDecide={(own) => choose({ verdict: 'own' }, own)}
          onClose={() => setOwnOpen(false)}
        />
      ) : null}
    </div>
  );
}
