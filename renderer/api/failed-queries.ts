import { isCancelledError, type Query, type QueryClient } from '@tanstack/react-query';
import { isVerbatimError, type VerbatimError } from '../../shared/contract/errors.ts';
import { asVerbatimError, dismissError, reportUnanswered, useReportedError } from './error-report.ts';

/** How long a failure waits before it is told, in milliseconds: a screen whose subject is gone is often left in the same moment. */
const tellingDelay = 300;

/** Whether a screen that asks shows the failure itself. */
function isShown(query: Query): boolean {
  return query.observers.some(({ options }) => options.meta?.['ownErrors'] === true);
}

/** What was there and has been taken out is no failure: the last answer stays until its screen follows. */
function isTakenOut(query: Query): boolean {
  return isVerbatimError(query.state.error, 'not_found') && query.state.data !== undefined;
}

/**
 * Tells of queries that failed and whose screen does not say so, each reason once until the query is answered or its screen
 * is left. The function answered holds this back while a project is being left: what is asked of it then must fail.
 */
export function tellFailures(client: QueryClient): (left: Promise<unknown>) => void {
  const told = new Map<Query, VerbatimError>();
  let leaving = 0;

  const askAgain = (): void => {
    const queries = new Set(told.keys());
    told.clear();
    dismissError();
    void client.refetchQueries({ predicate: (query) => queries.has(query) });
  };
  const tell = (query: Query, error: unknown): void => {
    const isOver = query.state.error !== error || !query.isActive();
    if (isOver || isShown(query) || isTakenOut(query)) return;
    const failure = asVerbatimError(error);
    if (told.get(query)?.code === failure.code) return;
    told.set(query, failure);
    reportUnanswered(failure, askAgain);
  };
  const forget = (query: Query): void => {
    const failure = told.get(query);
    told.delete(query);
    if (failure !== undefined && useReportedError.getState().error === failure) dismissError();
  };

  client.getQueryCache().subscribe((event) => {
    const query: Query = event.query;
    if (event.type === 'updated' && event.action.type === 'error') {
      const error: unknown = event.action.error;
      if (leaving === 0 && !isCancelledError(error)) setTimeout(() => tell(query, error), tellingDelay);
    }
    const isAnswered = event.type === 'updated' && event.action.type === 'success';
    const isLeft = event.type === 'observerRemoved' && query.getObserversCount() === 0;
    if (isAnswered || isLeft || event.type === 'removed') forget(query);
  });

  return (left) => {
    leaving += 1;
    const goOn = (): void => {
      leaving -= 1;
    };
    void left.then(goOn, goOn);
  };
}
