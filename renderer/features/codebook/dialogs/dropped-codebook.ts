import { isVerbatimError } from '../../../../shared/contract/errors.ts';
import { call } from '../../../api/connection.ts';
import { withUploaded } from '../../../api/files.ts';

const endings = /\.(?:csv|tsv|xlsx|json|qdc)$/i;
/** A table of answers may have a column of names; it has many others besides. */
const mostForeignColumns = 2;

/** Whether a file is a codebook, by what is in it; read only where its name allows one. */
export async function isCodebookFile(file: File): Promise<boolean> {
  if (!endings.test(file.name)) return false;
  try {
    const { entries, ignored } = await withUploaded(file, (ticket) => call('codebook.preview', { ticket }));
    return entries.length > 0 && (ignored.length <= mostForeignColumns || /\.qdc$/i.test(file.name));
  } catch (error) {
    if (isVerbatimError(error)) return false;
    throw error;
  }
}
