import { useState } from 'react';
import type { AgreementIntervals, AgreementResult } from '../../../shared/contract/methods/agreement.ts';
import { useQuery } from '../../api/hooks.ts';
import { useWords, type Words } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { coefficientText, percentInSentence } from '../results/figures.ts';
import { joinedSentences, namesInText } from '../results/sentences.ts';
import { undefinedText } from '../results/undefined-text.ts';
import styles from './methods-paragraph.module.css';

type Measured = AgreementResult['overall']['pooled'];

type Facts = {
  readonly agreement: AgreementResult & { readonly revision: number };
  readonly intervals: AgreementIntervals | null;
  readonly synthetic: boolean;
  readonly version: string;
};

function figure(t: Words['t'], measure: Measured['krippendorffAlpha']): string {
  return 'value' in measure
    ? coefficientText(measure.value)
    : `${t('results.undefined')} (${undefinedText(t, measure.undefined)})`;
}

function intervalsMade(t: Words['t'], { resampling, elements, drawn }: AgreementIntervals): string {
  return drawn === null
    ? t('agreement.methods.jackknife', { documents: elements })
    : t('agreement.methods.bootstrap', {
        resampling,
        resamples: drawn.resamples,
        seed: drawn.seed,
        generator: drawn.generator,
      });
}

/** All a methods section has to say of these figures: unit, rule, scope, coders, coefficients, intervals, seed, version. */
function paragraph({ t, language }: Words, { agreement, intervals, synthetic, version }: Facts): string {
  const { pooled, macro } = agreement.overall;
  const limits =
    intervals && 'low' in intervals.pooled.krippendorffAlpha.interval
      ? intervals.pooled.krippendorffAlpha.interval
      : null;
  return joinedSentences(language, [
    t('agreement.methods.what', {
      coders: namesInText(
        language,
        agreement.coders.map(({ name }) => name),
      ),
      units: t('results.units.counted', { n: agreement.n, unit: agreement.unit }),
      scope: agreement.scope,
      documents: agreement.documents.length,
    }),
    t(agreement.unit === 'character' ? 'agreement.methods.rule.character' : 'agreement.methods.rule.segment', {
      rule: agreement.rule,
    }),
    t('agreement.methods.counting', { children: agreement.children }),
    t('agreement.methods.pooled', {
      codes: agreement.codes.length,
      percent:
        'value' in pooled.percentAgreement
          ? percentInSentence(pooled.percentAgreement.value)
          : figure(t, pooled.percentAgreement),
      alpha: figure(t, pooled.krippendorffAlpha),
      interval: limits
        ? t('agreement.methods.interval', { low: coefficientText(limits.low), high: coefficientText(limits.high) })
        : '',
      kappa: agreement.coders.length === 2 ? figure(t, pooled.cohenKappa) : 'none',
      ac1: figure(t, pooled.gwetAc1),
    }),
    t('agreement.methods.macro', { alpha: figure(t, macro.krippendorffAlpha), codes: macro.defined.krippendorffAlpha }),
    intervals ? intervalsMade(t, intervals) : '',
    t('agreement.methods.program', { version, revision: agreement.revision }),
    synthetic ? t('agreement.methods.synthetic') : '',
  ]);
}

/** The paragraph to paste into a methods section, to be read before it is copied. */
export function MethodsParagraph({ onClose, ...facts }: Omit<Facts, 'version'> & { readonly onClose: () => void }) {
  const words = useWords();
  const [isCopied, setCopied] = useState(false);
  const { data } = useQuery('app.state', {});
  const text = paragraph(words, { ...facts, version: data?.version ?? '' });
  return (
    <Dialog
      title={words.t('agreement.methods.title')}
      width="wide"
      onClose={onClose}
      buttons={
        <>
          <Button onPress={onClose}>{words.t('app.close')}</Button>
          <Button look="main" onPress={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>
            {words.t(isCopied ? 'agreement.methods.copied' : 'agreement.methods.copy')}
          </Button>
        </>
      }
    >
      <p className={styles.text} aria-live="polite">
        {text}
      </p>
      <p className={styles.hint}>{words.t('agreement.methods.hint')}</p>
    </Dialog>
  );
}
