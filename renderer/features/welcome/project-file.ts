/** Endings of projects, of encrypted copies and of archives: what the browser's file dialog shows of a folder. */
export const projectEndings = ['.vbt', '.vbtx', '.vbta.zip'] as const;

/** Whether a file the user chose or dropped calls itself a project; what is in it is for the core to find out. */
export function isProjectFile({ name }: Pick<File, 'name'>): boolean {
  return projectEndings.some((ending) => name.toLowerCase().endsWith(ending));
}

/** Whether it calls itself a copy that a passphrase opens. */
export function isEncryptedCopy({ name }: Pick<File, 'name'>): boolean {
  return name.toLowerCase().endsWith('.vbtx');
}

/** Whether it calls itself an archive for deposit. */
export function isArchive({ name }: Pick<File, 'name'>): boolean {
  return name.toLowerCase().endsWith('.vbta.zip');
}
