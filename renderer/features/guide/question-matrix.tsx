import { useState } from 'react';
import type { Question } from '../../../shared/contract/methods/guide.ts';
import type { CodeId, CoderId, QuestionId } from '../../../shared/domain/ids.ts';
import { useQuery } from '../../api/hooks.ts';
import { useWords } from '../../i18n/text.ts';
import { Choice } from '../../ui/choice.tsx';
import { Swatch } from '../../ui/code-chip.tsx';
import { cellAt, useRovingCells } from '../../ui/use-roving-cells.ts';
import { ExportMenu } from '../results/export-menu.tsx';
import { useKept } from '../results/kept-state.ts';
import { PassageList } from '../results/passage-list.tsx';
import result from '../results/result.module.css';
import { useNamedCodes } from '../codebook/use-named-codes.ts';
import { useProject } from '../results/use-project.ts';
import styles from './guide-screen.module.css';
import { matrixTable } from './matrix-csv.ts';
import { questionText } from './question-text.ts';

type MatrixProps = { readonly questions: readonly Question[]; readonly language: string };
type Chosen = { readonly question: QuestionId; readonly code: CodeId | null };

/** Codings by the question whose answers they touch; every count opens its passages. */
export function QuestionMatrix({ questions, language }: MatrixProps) {
  const { t } = useWords();
  const project = useProject();
  const codes = useNamedCodes();
  const cells = useRovingCells<HTMLTableSectionElement>();
  const [kept, setCoder] = useKept<CoderId | null>('guide.coder', null);
  const [chosen, choose] = useState<Chosen | null>(null);
  const coder = project?.coders.find(({ id }) => id === kept)?.id ?? project?.coder;
  const { data } = useQuery(
    'guide.matrix',
    { coder: coder ?? '' },
    { enabled: coder !== undefined, keepPrevious: true },
  );
  if (!project || !codes || !data || coder === undefined) return null;

  const counts = new Map(data.cells.map((cell) => [`${cell.question} ${cell.code}`, cell]));
  const answers = new Map(data.answers.map(({ question, documents }) => [question, documents]));
  const rows = questions.filter(({ id }) => answers.has(id));
  const totals = new Map<CodeId, number>();
  for (const { code, codings } of data.cells) totals.set(code, (totals.get(code) ?? 0) + codings);
  const columns = [...codes.values()].filter(({ code }) => totals.has(code.id));
  const coderName = project.coders.find(({ id }) => id === coder)?.name ?? '';
  const caption = t('guide.matrix.caption', {
    questions: rows.length,
    matched: data.matched,
    documents: data.documents,
    coder: coderName,
  });

  return (
    <>
      <div className={styles.bar}>
        <Choice
          label={t('results.coder.label')}
          value={coder}
          options={project.coders.map(({ id, name }) => ({ id: id as string, label: name }))}
          onChange={(id) => setCoder(id as CoderId)}
        />
        <ExportMenu
          project={project}
          revision={data.revision}
          title={t('guide.side.matrix')}
          nameWords={[coderName]}
          caption={[caption]}
          table={() => matrixTable(data, rows, columns, coderName)}
        />
      </div>
      <p className={result.note}>{caption}</p>
      {rows.length === 0 ? (
        <p>{t('guide.matrix.empty')}</p>
      ) : (
        <div className={styles.matrix}>
          <table className={result.table} aria-label={t('guide.side.matrix')}>
            <thead>
              <tr>
                <th scope="col">{t('guide.matrix.question')}</th>
                <th scope="col" className={result.number}>
                  {t('guide.matrix.answers')}
                </th>
                {columns.map(({ code, name, lang }) => (
                  <th key={code.id} scope="col" className={styles.code} title={name}>
                    <span className={styles.codeName} lang={lang}>
                      <Swatch color={code.color} mark={code.mark} />
                      {name}
                    </span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody ref={cells}>
              {rows.map((question, row) => (
                <tr key={question.id}>
                  <th scope="row" title={questionText(question, language).text}>
                    <b>{question.key}</b>{' '}
                    <span className={styles.short} lang={questionText(question, language).lang}>
                      {questionText(question, language).text}
                    </span>
                  </th>
                  <td className={result.number}>
                    <button
                      type="button"
                      className={result.figure}
                      {...cellAt(row, 0)}
                      onClick={() => choose({ question: question.id, code: null })}
                    >
                      {answers.get(question.id)}
                    </button>
                  </td>
                  {columns.map(({ code, name }, place) => {
                    const cell = counts.get(`${question.id} ${code.id}`);
                    return (
                      <td key={code.id} className={result.number}>
                        {cell ? (
                          <button
                            type="button"
                            className={result.figure}
                            aria-label={t('guide.matrix.cell', {
                              count: cell.codings,
                              question: question.key,
                              code: name,
                            })}
                            {...cellAt(row, place + 1)}
                            onClick={() => choose({ question: question.id, code: code.id })}
                          >
                            {cell.codings}
                          </button>
                        ) : null}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {chosen ? <Passages chosen={chosen} coder={coder} title={titleOf(chosen)} /> : null}
    </>
  );

  function titleOf({ question, code }: Chosen): string {
    const key = questions.find(({ id }) => id === question)?.key ?? '';
    const name = code === null ? undefined : codes?.get(code)?.name;
    return name === undefined ? t('guide.matrix.answersTo', { question: key }) : `${key} · ${name}`;
  }
}

function Passages({ chosen, coder, title }: { chosen: Chosen; coder: CoderId; title: string }) {
  const { t } = useWords();
  const { question, code } = chosen;
  const { data } = useQuery('guide.passages', { question, ...(code === null ? {} : { code, coder }) });
  return (
    <section className={styles.passages} aria-label={t('results.passages.region')}>
      <h2 className={styles.heading} aria-live="polite">
        {title} {data ? t('results.passages.count', { count: data.length }) : null}
      </h2>
      {data ? <PassageList passages={data} /> : null}
    </section>
  );
}
