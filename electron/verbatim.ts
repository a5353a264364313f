/** The program's entry: `serve` is the browser host, everything else the command line. */
async function run(argv: string[]): Promise<number> {
  if (argv[0] === 'serve') {
    const { runBrowserHost } = await import('./browser/main.ts');
    return runBrowserHost(argv.slice(1));
  }
  // A reader that has seen enough (`| head`) is no failure.
  process.stdout.on('error', (error: { code?: string }) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  const { runCommandLine } = await import('./cli/main.ts');
  return runCommandLine(argv);
}

process.exitCode = await run(process.argv.slice(2));

export {};
