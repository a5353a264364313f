import { useEffect } from 'react';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import type { Span } from '../../../shared/domain/span.ts';
import { useCommand } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { StateIcon } from '../../ui/state-icon.tsx';
import { focusReader } from '../transcript/place/dom-position.ts';
import { leaveSelection } from '../transcript/transcript-state.ts';
import banner from '../../app/banner.module.css';
import styles from './placing.module.css';
import { stopPlacing, usePlacing } from './placing-state.ts';

/** Says which words are looked for, as long as a passage of this transcript waits for its place. */
export function PlacingBanner({ document }: { document: DocumentId }) {
  const { t } = useWords();
  const passage = usePlacing((s) => s.passage);
  const isHere = passage?.document === document;
  // Another transcript is opened: the passage is left as it was.
  useEffect(() => () => stopPlacing(), [document]);
  if (!passage || !isHere) return null;
  return (
    <div role="status" className={`${banner.banner} ${banner.warn}`}>
      <StateIcon state="warn" />
      <span className={banner.text}>{t('review.placing', { quote: passage.quote })}</span>
      <Button onPress={stopPlacing}>{t('app.cancel')}</Button>
    </div>
  );
}

/** Stands at words that are selected while a passage waits for its place. */
export function PlacingBar({ selection }: { selection: Span }) {
  const { t } = useWords();
  const passage = usePlacing((s) => s.passage);
  const place = useCommand('review.place');
  const leave = (): void => {
    leaveSelection();
    focusReader();
  };
  if (!passage) return null;
  return (
    // Listens for keys that bubble up from the buttons.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={styles.bar}
      data-selection-bar=""
      onKeyDown={(event) => {
        if (event.key === 'Escape') leave();
      }}
    >
      <Button
        look="main"
        autoFocus
        onPress={() =>
          place.mutate(
            { selection: passage.selection, ...selection },
            {
              onSuccess: () => {
                stopPlacing();
                leave();
              },
            },
          )
        }
      >
        {t('review.placeHere')}
      </Button>
      <Button onPress={leave}>{t('app.cancel')}</Button>
    </div>
  );
}
