import { type Command, Misuse } from './command.ts';
import { agreementCommand } from './commands/agreement.ts';
import { archiveRestoreCommand, archiveWriteCommand } from './commands/archive.ts';
import { backupListCommand, backupRestoreCommand } from './commands/backup.ts';
import { checkCommand } from './commands/check.ts';
import { codingsExportCommand, codingsImportCommand } from './commands/codings.ts';
import { cooccurrenceCommand } from './commands/cooccurrence.ts';
import { demoCommand } from './commands/demo.ts';
import { documentsCommand, documentTextCommand, documentTurnsCommand } from './commands/document.ts';
import { exportCommand, inspectCommand } from './commands/exchange.ts';
import { importCommand } from './commands/import.ts';
import { newCommand } from './commands/new.ts';
import { reportCommand } from './commands/report.ts';
import { sampleCommand } from './commands/sample.ts';
import { searchCommand } from './commands/search.ts';
import { verifyCommand } from './commands/verify.ts';
import { complain, print, reportError } from './output.ts';
import { appVersion } from '../core/node-ports.ts';
import { installNetworkGuard } from '../core/network-guard.ts';

/** Every word of the command line, in the order `--help` lists them. */
export const commands: readonly Command[] = [
  newCommand,
  sampleCommand,
  importCommand,
  inspectCommand,
  exportCommand,
  documentsCommand,
  documentTextCommand,
  documentTurnsCommand,
  codingsImportCommand,
  codingsExportCommand,
  cooccurrenceCommand,
  agreementCommand,
  reportCommand,
  searchCommand,
  checkCommand,
  archiveWriteCommand,
  archiveRestoreCommand,
  backupListCommand,
  backupRestoreCommand,
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
    'verbatim COMMAND --help says more.',
  ].join('\n');
}

function helpOf(command: Command): string {
  return [`verbatim ${command.usage}`, '', command.summary, ...command.help.map((line) => `  ${line}`)].join('\n');
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
  const rest = argv.slice(command.name.split(' ').length);
  if (rest.includes('--help') || rest.includes('-h')) {
    print(helpOf(command));
    return 0;
  }
  try {
    return await command.run(rest);
  } catch (error) {
    if (!(error instanceof Misuse)) return reportError(error);
    complain(`verbatim: ${error.message}`);
    complain(`usage: verbatim ${command.usage}`);
    return 2;
  }
}
