import { agreementUnit, childCounting } from '../../../shared/contract/methods/agreement.ts';
import { agreementReport, type ReportInput } from '../agreement-report.ts';
import { printAgreement } from '../agreement-tables.ts';
import { codesNamed } from '../code-names.ts';
import { type Command, Misuse, oneOf, parseCommandLine } from '../command.ts';
import { printJson } from '../output.ts';
import { codersNamed, documentsNamed, type Session, withProject } from '../session.ts';

const options = {
  unit: { type: 'string' },
  rule: { type: 'string' },
  scope: { type: 'string' },
  coders: { type: 'string' },
  codes: { type: 'string' },
  documents: { type: 'string' },
  children: { type: 'string' },
  segments: { type: 'string' },
  intervals: { type: 'boolean' },
  bootstrap: { type: 'string' },
  over: { type: 'string' },
  seed: { type: 'string' },
  by: { type: 'string' },
  json: { type: 'boolean' },
} as const;

type Values = { readonly [Name in keyof typeof options]?: string | boolean | undefined };

function wholeNumber(option: string, value: string | undefined, least: number, most: number): number | undefined {
  if (value === undefined) return undefined;
  const number = /^\d{1,10}$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= least && number <= most))
    throw new Misuse(`--${option} takes a whole number from ${least} to ${most}, not ${value}`);
  return number;
}

function text(values: Values, name: keyof Values): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

function list(values: Values, name: keyof Values): string[] | undefined {
  const items = text(values, name)
    ?.split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
  if (items?.length === 0) throw new Misuse(`--${name} takes names separated by commas`);
  return items;
}

/** How to draw, as far as it is said; undefined where no intervals are asked for. */
function resamplingOf(values: Values): ReportInput['resampling'] {
  const resamples = wholeNumber('bootstrap', text(values, 'bootstrap'), 100, 100_000);
  const seed = wholeNumber('seed', text(values, 'seed'), 0, 0xff_ff_ff_ff);
  const over = oneOf('over', text(values, 'over'), ['documents', 'units', 'jackknife']);
  if (values.intervals !== true && resamples === undefined && over === undefined) {
    if (seed !== undefined) throw new Misuse('--seed says where the random numbers of --bootstrap N begin');
    return undefined;
  }
  return {
    ...(over === undefined ? {} : { resampling: over }),
    ...(resamples === undefined ? {} : { resamples }),
    ...(seed === undefined ? {} : { seed }),
  };
}

/** What to compare, in names. Throws `Misuse`. */
function namedSettings(values: Values) {
  const coders = list(values, 'coders');
  if (coders && (coders.length < 2 || coders.length > 6))
    throw new Misuse('--coders takes two to six names separated by commas');
  return {
    plain: {
      unit: oneOf('unit', text(values, 'unit'), agreementUnit.options) ?? 'turn',
      scope: oneOf('scope', text(values, 'scope'), ['text', 'content', 'respondent']),
      rule: oneOf('rule', text(values, 'rule'), ['any', 'half']),
      children: oneOf('children', text(values, 'children'), childCounting.options),
    },
    coders,
    codes: list(values, 'codes'),
    documents: list(values, 'documents'),
    segments: list(values, 'segments'),
  };
}

/** The names as ids. Throws `not_found`, `name_ambiguous`. */
async function settingsOf(
  { client }: Session,
  named: ReturnType<typeof namedSettings>,
): Promise<ReportInput['settings']> {
  const { plain, coders, codes, documents, segments } = named;
  return {
    ...plain,
    coders: coders && (await codersNamed(client, coders)).map(({ id }) => id),
    codes: codes && (await codesNamed(client, codes)),
    documents: documents && (await documentsNamed(client, documents)),
    segments: segments && (await codesNamed(client, segments))[0],
  };
}

export const agreementCommand: Command = {
  name: 'agreement',
  summary: 'agreement of coders on every code',
  usage:
    'agreement PROJECT [--unit turn|sentence|token|character|exchange|segment|document] [--scope text|content|respondent] [--rule any|half] [--coders A,B] [--codes C,…] [--documents D,…] [--children apart|parents] [--segments CODE] [--bootstrap N] [--over documents|units|jackknife] [--seed N] [--by code|document|pair] [--json]',
  help: [
    '--unit turn       speaker turns (default); sentence, token; character: every Unicode code point; exchange: a question with',
    '                  its answers; segment: the passages of the code named by --segments; document',
    '--scope …         what counts: respondents (default), all turns, or the whole text (default for characters)',
    '--rule …          a unit counts as coded when any part of it is (default), or at least half',
    '--coders A,B      whom to compare; default: all who coded',
    '--codes, --documents   what to compare; default: all',
    '--children parents     codings of child codes count for their parents too',
    '--bootstrap N     95 % intervals from N resamples (100 to 100000); --intervals: from 2000',
    '--over …          what is drawn: documents (default) or units; jackknife leaves out one document at a time',
    '--seed N          where the random numbers begin (default 1)',
    '--by …            one line per code (default), per document, or per pair of coders',
  ],
  async run(argv) {
    const { values, positionals } = parseCommandLine(argv, options, { least: 1, most: 1 });
    const by = oneOf('by', values.by, ['code', 'document', 'pair']) ?? 'code';
    const resampling = resamplingOf(values);
    const named = namedSettings(values);
    return withProject(positionals[0]!, async (session) => {
      const settings = await settingsOf(session, named);
      const report = await agreementReport(session.client, {
        settings,
        resampling,
        by: by === 'code' ? undefined : by,
      });
      if (values.json) printJson(report);
      else printAgreement(report, (await session.client.call('project.summary', {})).synthetic);
      return 0;
    });
  },
};
