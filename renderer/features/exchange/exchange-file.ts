/** Endings of projects and codebooks of other programs; what is in a file is for the core to find out. */
const endings = /\.(?:qdpx|qdc|qde|qda|sqlite3?|sqlite|db)$/i;

/** Whether a file the user chose or dropped calls itself a project or codebook of another program. */
export function isExchangeFile({ name }: Pick<File, 'name'>): boolean {
  return endings.test(name);
}
