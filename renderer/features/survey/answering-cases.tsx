import type { Attribute } from '../../../shared/contract/methods/cases.ts';
import type { Input } from '../../../shared/contract/methods.ts';
import { useQuery } from '../../api/hooks.ts';
import { showPassage } from '../../app/navigation.ts';
import { useWords } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { noFigure } from '../results/figures.ts';
import result from '../results/result.module.css';
import styles from './survey-screen.module.css';

export type Which = Input<'survey.cases'>['which'];

type CasesProps = {
  readonly attribute: Attribute;
  readonly by: Attribute | null;
  /** The value of the group; undefined: all cases. */
  readonly group: string | null | undefined;
  readonly which: Which;
  readonly onClose: () => void;
};

/** The cases behind a figure or a bar, each with its answer; an interviewed one opens its transcript. */
export function AnsweringCases({ attribute, by, group, which, onClose }: CasesProps) {
  const { t } = useWords();
  const { data: cases = [] } = useQuery('survey.cases', {
    attribute: attribute.id,
    which,
    ...(by === null || group === undefined ? {} : { group: { by: by.id, value: group } }),
  });
  const answer = typeof which === 'string' ? t(`survey.cases.${which}`) : which.answer;
  const title = t('survey.cases.title', { name: attribute.name, answer, count: cases.length });
  const of = by === null || group === undefined ? '' : `${by.name}: ${group ?? t('survey.group.none')}`;
  return (
    <section className={styles.behind} aria-label={title}>
      <h2 className={styles.heading}>{title}</h2>
      {of === '' ? null : <p className={result.note}>{of}</p>}
      <ul>
        {cases.map(({ case: id, name, value, documents }) => (
          <li key={id}>
            <b>{name}</b>
            <span>{value ?? noFigure}</span>
            {documents.map((document) => (
              <Button
                key={document.id}
                look="plain"
                onPress={() => showPassage({ document: document.id, start: 0, end: 0 })}
              >
                {document.name}
              </Button>
            ))}
          </li>
        ))}
      </ul>
      <Button onPress={onClose}>{t('app.close')}</Button>
    </section>
  );
}
