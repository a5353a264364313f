import type { z } from 'zod';

/** A command changes the project in one transaction; a query changes nothing; a job reports progress and can be cancelled. */
export type MethodKind = 'command' | 'query' | 'job';

export type Method<
  Kind extends MethodKind = MethodKind,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> = {
  readonly kind: Kind;
  readonly input: Input;
  readonly output: Output;
};

type Shape<Input extends z.ZodType, Output extends z.ZodType> = { readonly input: Input; readonly output: Output };

export function command<Input extends z.ZodType, Output extends z.ZodType>(
  shape: Shape<Input, Output>,
): Method<'command', Input, Output> {
  return { kind: 'command', ...shape };
}

export function query<Input extends z.ZodType, Output extends z.ZodType>(
  shape: Shape<Input, Output>,
): Method<'query', Input, Output> {
  return { kind: 'query', ...shape };
}

export function job<Input extends z.ZodType, Output extends z.ZodType>(
  shape: Shape<Input, Output>,
): Method<'job', Input, Output> {
  return { kind: 'job', ...shape };
}
