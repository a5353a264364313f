import { useCallback } from 'react';
import { useWords } from '../../i18n/text.ts';
import { Choice } from '../../ui/choice.tsx';
import { type BatchFile } from './batch.ts';
import { foundPatternMessage, guess, patternMessages } from './choices.ts';
import { overruleFile } from './import-batch.ts';
import styles from './pattern-choice.module.css';
import { SettledField } from './settled-field.tsx';

const own = 'own';
/** What stands in the field at first: a name before a colon. */
const firstOwn = '(?<speaker>[^:：]{1,40})[:：]';
const pause = 400;

/** Where turns begin: as found, by another pattern, or by an expression of one's own, which takes effect while it is typed. */
export function PatternChoice({ file, found }: { file: BatchFile; found: string | null }) {
  const { t } = useWords();
  const { pattern, speakerPattern } = file.overrules;
  const name = (id: string): string => {
    const words = foundPatternMessage(id);
    return words === null ? id : t(words);
  };
  const { key } = file;
  const settle = useCallback(
    (written: string) => overruleFile(key, { speakerPattern: written === '' ? undefined : written }),
    [key],
  );
  const isRefused = file.reading.kind === 'failed' && file.reading.error.code === 'speaker_pattern';
  return (
    <>
      <Choice
        label={t('imports.pattern')}
        value={speakerPattern === undefined ? (pattern ?? guess) : own}
        shown={name(speakerPattern === undefined ? (pattern ?? found ?? 'none') : own)}
        options={[
          { id: guess, label: t('imports.encoding.guess') },
          ...Object.keys(patternMessages).map((id) => ({ id, label: name(id) })),
          { id: own, label: name(own) },
        ]}
        onChange={(value) =>
          overruleFile(key, {
            pattern: value === guess || value === own ? undefined : value,
            speakerPattern: value === own ? firstOwn : undefined,
          })
        }
      />
      {speakerPattern === undefined ? null : (
        <div className={styles.own}>
          <SettledField
            label={t('imports.pattern.expression')}
            value={speakerPattern}
            isCode
            pause={pause}
            isInvalid={isRefused}
            onSettle={settle}
          />
          <p className={styles.hint}>{t('imports.pattern.hint', { group: '(?<speaker>…)', time: '(?<time>…)' })}</p>
        </div>
      )}
    </>
  );
}
