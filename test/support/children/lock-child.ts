// Holds a project file open, as another window would: prints what came of opening it, and leaves when its input ends.
import { closeProjectFile, openProjectFile } from '../../../electron/core/store/open.ts';

try {
  const { db, readOnly } = openProjectFile(process.argv[2]!);
  process.stdout.write('open\n');
  process.stdin.on('end', () => closeProjectFile(db, readOnly)).resume();
} catch (error) {
  process.stdout.write(`${(error as { code?: string }).code ?? String(error)}\n`);
}
