import {
  keepPreviousData,
  type UseMutationResult,
  type UseQueryResult,
  useIsMutating,
  useMutation,
  useQuery as useCachedQuery,
} from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { isVerbatimError, type VerbatimError } from '../../shared/contract/errors.ts';
import type { Input, JobName, MethodName, Methods, Output } from '../../shared/contract/methods.ts';
import { reportError } from './error-report.ts';
import { call } from './connection.ts';
import { queryKey } from './query-client.ts';

export type QueryName = { [Name in MethodName]: Methods[Name]['kind'] extends 'query' ? Name : never }[MethodName];
export type CommandName = { [Name in MethodName]: Methods[Name]['kind'] extends 'command' ? Name : never }[MethodName];

type QueryOptions = {
  /** Ask only when true (default). */
  readonly enabled?: boolean;
  /** Show the last answer while another is on its way (changing a setting of a result screen). */
  readonly keepPrevious?: boolean;
  /** The caller shows why there is no answer itself, in place; otherwise it appears above the status bar. */
  readonly ownErrors?: boolean;
};

/** A query of the contract, cached and asked again when the core says its tables changed. */
export function useQuery<Name extends QueryName>(
  method: Name,
  input: Input<Name>,
  options: QueryOptions = {},
): UseQueryResult<Output<Name>, VerbatimError> {
  return useCachedQuery<Output<Name>, VerbatimError>({
    queryKey: queryKey(method, input),
    queryFn: () => call(method, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
    ...(options.ownErrors ? { meta: { ownErrors: true } } : {}),
  });
}

/**
 * One part of a query's answer: the component is drawn anew only when that part has changed. Pass the same function each
 * time. Parts of plain data are compared deeply, others (maps) by identity.
 */
export function useQueryPart<Name extends QueryName, Part>(
  method: Name,
  input: Input<Name>,
  part: (answer: Output<Name>) => Part,
  options: Pick<QueryOptions, 'enabled'> = {},
): Part | undefined {
  return useCachedQuery<Output<Name>, VerbatimError, Part>({
    queryKey: queryKey(method, input),
    queryFn: () => call(method, input),
    enabled: options.enabled ?? true,
    select: part,
  }).data;
}

type CommandOptions = {
  /** The caller shows the error itself, in place; otherwise it appears above the status bar. */
  readonly ownErrors?: boolean;
};

/** A command of the contract. Each commits at once; there is nothing to save afterwards. */
export function useCommand<Name extends CommandName>(
  method: Name,
  options: CommandOptions = {},
): UseMutationResult<Output<Name>, VerbatimError, Input<Name>> {
  return useMutation<Output<Name>, VerbatimError, Input<Name>>({
    mutationKey: [method],
    mutationFn: (input) => call(method, input),
    onError: (error) => {
      if (!options.ownErrors) reportError(error);
    },
  });
}

/** Whether any command is on its way to the core. */
export function useSaving(): boolean {
  return useIsMutating() > 0;
}

export type Job<Name extends JobName> = {
  /** Resolves with null when cancelled; any other failure is thrown. */
  readonly run: (input: Input<Name>) => Promise<Output<Name> | null>;
  readonly cancel: () => void;
  readonly isRunning: boolean;
  /** Done of total, from the first report on. */
  readonly progress: { readonly done: number; readonly total: number } | null;
};

/** A job of the contract: it reports progress and can be cancelled. */
export function useJob<Name extends JobName>(method: Name): Job<Name> {
  const [isRunning, setRunning] = useState(false);
  const [progress, setProgress] = useState<Job<Name>['progress']>(null);
  const abort = useRef<AbortController | null>(null);

  const run = useCallback(
    async (input: Input<Name>) => {
      const controller = new AbortController();
      abort.current = controller;
      setRunning(true);
      setProgress(null);
      try {
        return await call(method, input, {
          signal: controller.signal,
          onProgress: (done, total) => {
            if (abort.current === controller) setProgress({ done, total });
          },
        });
      } catch (error) {
        if (isVerbatimError(error, 'cancelled')) return null;
        throw error;
      } finally {
        // Another run may have begun meanwhile.
        if (abort.current === controller) setRunning(false);
      }
    },
    [method],
  );
  const cancel = useCallback(() => abort.current?.abort(), []);
  return { run, cancel, isRunning, progress };
}
