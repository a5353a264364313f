import type { Passage } from '../../../shared/contract/schema/entities.ts';
import { clockTime } from '../../../shared/text/clock-time.ts';
import { useWords, type Words } from '../../i18n/text.ts';
import { RichText } from './rich-text.tsx';

type Place = Pick<Passage, 'speaker' | 'turn' | 'time' | 'language'>;

/** Who speaks and where, as plain text: "R01, turn 14, 03:38", "Outside turns". */
export function passagePlace(t: Words['t'], { speaker, turn, time }: Place): string {
  if (turn === null) return t('results.passages.outside');
  const place =
    speaker === null ? t('results.passages.turn', { turn }) : t('results.passages.place', { speaker, turn });
  return time === null ? place : t('results.passages.timed', { place, time: clockTime(time) });
}

/** The same on the page, with the speaker's name in the language of the transcript. */
export function PassagePlace({ place }: { place: Place }) {
  const { t } = useWords();
  const { speaker, turn, time, language } = place;
  if (turn === null || speaker === null) return passagePlace(t, place);
  const words = (
    <RichText id="results.passages.place" values={{ speaker: <span lang={language}>{speaker}</span>, turn }} />
  );
  if (time === null) return words;
  return <RichText id="results.passages.timed" values={{ place: words, time: clockTime(time) }} />;
}
