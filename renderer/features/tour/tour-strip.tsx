import { useChangeSettings } from '../../app/use-settings.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { endTour, goToStep, tourSteps, useTour } from './tour-state.ts';
import styles from './tour-strip.module.css';

/** The tour of the sample study: a strip below the screen it speaks of, which stays free to be used; it takes no focus. */
export function TourStrip() {
  const { t } = useWords();
  const change = useChangeSettings();
  const step = useTour((s) => s.step);
  if (step === null) return null;
  const { name } = tourSteps[step]!;
  const isLast = step === tourSteps.length - 1;
  const leave = (): void => {
    endTour();
    change({ tourLeft: true });
  };
  return (
    <section className={styles.strip} aria-label={t('tour.label')}>
      <p className={styles.words} aria-live="polite">
        <span className={styles.place}>{t('tour.place', { step: step + 1, steps: tourSteps.length })}</span>{' '}
        <b>{t(`tour.${name}`)}</b> {t(`tour.${name}.text`)}
      </p>
      <div className={styles.buttons}>
        {isLast ? null : (
          <Button look="plain" onPress={leave}>
            {t('tour.leave')}
          </Button>
        )}
        <Button isDisabled={step === 0} onPress={() => goToStep(step - 1)}>
          {t('tour.back')}
        </Button>
        <Button onPress={() => (isLast ? leave() : goToStep(step + 1))}>{t(isLast ? 'tour.end' : 'tour.on')}</Button>
      </div>
    </section>
  );
}
