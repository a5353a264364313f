import type { CoderId, DocumentId } from '../../../shared/domain/ids.ts';
import type { OpenProject } from '../../app/use-open-project.ts';
import { useQuery } from '../../api/hooks.ts';
import { runShownAtOnce } from '../../api/run-command.ts';
import { useWords } from '../../i18n/text.ts';
import result from '../results/result.module.css';
import { DealDialog } from './deal-dialog.tsx';
import styles from './team-screen.module.css';

type AssignmentsProps = {
  readonly project: OpenProject;
  readonly isDealing: boolean;
  readonly onDealt: () => void;
};

/** Gives one document to one coder, or takes it away; the box is seen ticked at once. */
function assign(coder: CoderId, document: DocumentId, assigned: boolean): void {
  runShownAtOnce(
    'assignments.set',
    { coder, document, assigned },
    {
      method: 'assignments.list',
      input: {},
      patch: (assignments) => {
        const others = assignments.filter((one) => one.coder !== coder || one.document !== document);
        return assigned ? [...others, { coder, document, inSample: false, seed: null }] : others;
      },
    },
  );
}

/** Which coder codes which transcript, dealt out by a seed and changed by hand. */
export function Assignments({ project, isDealing, onDealt }: AssignmentsProps) {
  const { t } = useWords();
  const { data: coders = [] } = useQuery('coders.list', {});
  const { data: documents = [] } = useQuery('documents.list', {});
  const { data: assignments = [] } = useQuery('assignments.list', {});
  const given = new Map(assignments.map((each) => [`${each.coder} ${each.document}`, each]));
  const sample = assignments.find(({ inSample, seed }) => inSample && seed !== null);
  return (
    <section className={styles.assignments} aria-label={t('team.assign.title')}>
      <div className={result.titlebar}>
        <h2 className={result.subtitle}>{t('team.assign.title')}</h2>
        <p className={result.caption}>
          {assignments.length === 0
            ? t('team.assign.none')
            : sample
              ? t('team.assign.seed', { seed: String(sample.seed) })
              : ''}
        </p>
      </div>
      {assignments.length === 0 ? (
        <p className={result.caption}>{t('team.assign.text')}</p>
      ) : (
        <table className={styles.table} aria-label={t('team.assign.title')}>
          <thead>
            <tr>
              <th scope="col">{t('rounds.column.documents')}</th>
              {coders.map(({ id, name }) => (
                <th key={id} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {documents.map((document) => {
              const isDrawn = coders.some(({ id }) => given.get(`${id} ${document.id}`)?.inSample);
              return (
                <tr key={document.id}>
                  <th scope="row">
                    {document.name} {isDrawn ? <span className={styles.mark}>{t('team.assign.drawn')}</span> : null}
                  </th>
                  {coders.map((coder) => (
                    <td key={coder.id}>
                      <input
                        type="checkbox"
                        aria-label={t('team.assign.cell', { coder: coder.name, document: document.name })}
                        checked={given.has(`${coder.id} ${document.id}`)}
                        disabled={project.isBlind}
                        onChange={(event) => assign(coder.id, document.id, event.target.checked)}
                      />
                    </td>
                  ))}
                </tr>
              );
            })}
            <tr>
              <th scope="row">{t('team.assign.total')}</th>
              {coders.map(({ id }) => (
                <td key={id}>{assignments.filter(({ coder }) => coder === id).length}</td>
              ))}
            </tr>
          </tbody>
        </table>
      )}
      {isDealing ? <DealDialog isAgain={assignments.length > 0} onClose={onDealt} /> : null}
    </section>
  );
}
