import type { WireError } from '../../../shared/contract/errors.ts';
import { encodingLabel } from './choices.ts';

/** The error with its encoding named as people write it: UTF-8, not utf-8. */
export function readableFailure(error: WireError): WireError {
  if (error.code !== 'file_encoding') return error;
  return { ...error, params: { ...error.params, encoding: encodingLabel(error.params.encoding) } };
}
