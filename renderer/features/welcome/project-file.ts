/** What the browser's file dialog shows of a folder. */
export const projectEnding = '.vbt';

/** Whether a file the user chose or dropped calls itself a project; what is in it is for the core to find out. */
export function isProjectFile({ name }: Pick<File, 'name'>): boolean {
  return name.toLowerCase().endsWith(projectEnding);
}
