import { parseArgs } from 'node:util';

export type ServeArguments = {
  readonly project: string | null;
  /** 0 for a free port. */
  readonly port: number;
  readonly open: boolean;
  readonly projects: string | null;
};

export const serveUsage = `Usage: verbatim serve [PROJECT.vbt] [--port N] [--open] [--projects DIR]

Opens Verbatim as a page of this computer's own browser, for this computer only.

  PROJECT.vbt      the project to open at once
  --port N         the port on 127.0.0.1 (a free one unless named)
  --open           open the page in a browser, in a clean profile where one can be made
  --projects DIR   the folder new projects go to (~/Verbatim unless named)
`;

/** The arguments of \`serve\`, or what is wrong with them, or that help is asked for. */
export function serveArguments(argv: readonly string[]): ServeArguments | { readonly misuse: string } | 'help' {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        port: { type: 'string' },
        open: { type: 'boolean' },
        projects: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) return 'help';
    if (positionals.length > 1) return { misuse: 'serve opens one project at a time' };
    const port = values.port ?? '0';
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
      return { misuse: `--port needs a number from 0 to 65535, not ${port}` };
    }
    return {
      project: positionals[0] ?? null,
      port: Number(port),
      open: values.open ?? false,
      projects: values.projects ?? null,
    };
  } catch (error) {
    return { misuse: error instanceof Error ? error.message : String(error) };
  }
}
