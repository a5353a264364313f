import { type Command, Misuse } from './command.ts';
import { adjudicateExportCommand } from './commands/adjudicate.ts';
import { agreementCommand } from './commands/agreement.ts';
import { archiveRestoreCommand, archiveWriteCommand } from './commands/archive.ts';
import { backupFolderCommand, backupListCommand, backupRestoreCommand } from './commands/backup.ts';
import { casesExportCommand, casesImportCommand, surveyExportCommand, surveyImportCommand } from './commands/cases.ts';
import { checkCommand } from './commands/check.ts';
import { codebookExportCommand, codebookImportCommand } from './commands/codebook.ts';
import { codingsExportCommand, codingsImportCommand } from './commands/codings.ts';
import { compareCommand } from './commands/compare.ts';
import { cooccurrenceCommand } from './commands/cooccurrence.ts';
import { copyCommand, mergeCommand } from './commands/copies.ts';
import { demoCommand } from './commands/demo.ts';
import { documentsCommand, documentTextCommand, documentTurnsCommand } from './commands/document.ts';
import { documentExportCommand } from './commands/document-export.ts';
import { decryptCommand, encryptCommand, lockCommand } from './commands/encrypt.ts';
import { exportCommand } from './commands/export.ts';
import { inspectCommand } from './commands/inspect.ts';
import { guideImportCommand } from './commands/guide.ts';
import { importCommand } from './commands/import.ts';
import { newCommand } from './commands/new.ts';
import { privacyCommand } from './commands/privacy.ts';
import { queryCommand } from './commands/query.ts';
import { documentReimportCommand } from './commands/reimport.ts';
import {
  pseudonymsApplyCommand,
  pseudonymsCheckCommand,
  pseudonymsPreviewCommand,
  pseudonymsSealCommand,
} from './commands/pseudonyms.ts';
import { casesPurgeCommand } from './commands/purge.ts';
import { reportCommand } from './commands/report.ts';
import { roundsCreateCommand, roundsListCommand } from './commands/rounds.ts';
import { sampleCommand } from './commands/sample.ts';
import { searchCommand } from './commands/search.ts';
import { shareCommand } from './commands/share.ts';
import { surveyFiguresCommand } from './commands/survey-figures.ts';
import { tidyCommand } from './commands/tidy.ts';
import { verifyCommand } from './commands/verify.ts';
import { frequencyCommand, kwicCommand } from './commands/words.ts';
import { complain, print, reportError } from './output.ts';
import { runAs } from './session.ts';
import { appVersion } from '../core/node-ports.ts';
import { installNetworkGuard } from '../core/network-guard.ts';

/** Every word of the command line, in the order `--help` lists them. */
export const commands: readonly Command[] = [
  newCommand,
  sampleCommand,
  importCommand,
  inspectCommand,
  exportCommand,
  copyCommand,
  mergeCommand,
  documentsCommand,
  documentTextCommand,
  documentTurnsCommand,
  documentExportCommand,
  documentReimportCommand,
  casesImportCommand,
  casesExportCommand,
  casesPurgeCommand,
  surveyImportCommand,
  surveyExportCommand,
  surveyFiguresCommand,
  guideImportCommand,
  pseudonymsPreviewCommand,
  pseudonymsApplyCommand,
  pseudonymsSealCommand,
  pseudonymsCheckCommand,
  codebookExportCommand,
  codebookImportCommand,
  codingsImportCommand,
  codingsExportCommand,
  cooccurrenceCommand,
  compareCommand,
  tidyCommand,
  agreementCommand,
  roundsCreateCommand,
  roundsListCommand,
  adjudicateExportCommand,
  reportCommand,
  queryCommand,
  frequencyCommand,
  kwicCommand,
  searchCommand,
  checkCommand,
  archiveWriteCommand,
  archiveRestoreCommand,
  shareCommand,
  encryptCommand,
  decryptCommand,
  lockCommand,
  privacyCommand,
  backupListCommand,
  backupRestoreCommand,
  backupFolderCommand,
  verifyCommand,
  demoCommand,
];

const serveLine = 'serve [PROJECT] [--port N] [--open]';

function overview(): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return [
    'verbatim: code interviews offline',
    '',
    ...lines,
    `  ${'serve'.padEnd(width)}  open the window in a browser: ${serveLine}`,
    '',
    'verbatim COMMAND --help says more. With --as CODER any command sees only the work of that coder.',
  ].join('\n');
}

function helpOf(command: Command): string {
  return [`verbatim ${command.usage}`, '', command.summary, ...command.help.map((line) => `  ${line}`)].join('\n');
}

/** `--as CODER`, which every command takes, and what is left for the command itself. */
function takenAs(argv: readonly string[]): { as: string | null; rest: string[] } {
  const rest = [...argv];
  const place = rest.findIndex((word) => word === '--as' || word.startsWith('--as='));
  if (place < 0) return { as: null, rest };
  const [word] = rest.splice(place, 1);
  const as = word === '--as' ? (rest.splice(place, 1)[0] ?? '') : word!.slice('--as='.length);
  return { as: as.trim(), rest };
}

/** Runs one command line; answers the exit code: 0 success, 1 failure, 2 misuse. */
export async function runCommandLine(argv: readonly string[]): Promise<number> {
  installNetworkGuard();
  const [first = '--help', second = ''] = argv;
  if (first === '--help' || first === '-h' || first === 'help') {
    print(overview());
    return 0;
  }
  if (first === '--version') {
    print(appVersion());
    return 0;
  }
  const command = commands.find(({ name }) => name === first || name === `${first} ${second}`);
  if (!command) {
    complain(`verbatim: there is no command ${[first, second].join(' ').trim()}`);
    complain(overview());
    return 2;
  }
  const { as, rest } = takenAs(argv.slice(command.name.split(' ').length));
  if (rest.includes('--help') || rest.includes('-h')) {
    print(helpOf(command));
    return 0;
  }
  try {
    if (as === '') throw new Misuse('--as takes the name of a coder');
    return as === null ? await command.run(rest) : await runAs(as, () => command.run(rest));
  } catch (error) {
    if (!(error instanceof Misuse)) return reportError(error);
    complain(`verbatim: ${error.message}`);
    complain(`usage: verbatim ${command.usage}`);
    return 2;
  }
}
