import { childCodes } from '../../../shared/contract/methods/analysis-filter.ts';
import { agreementUnit } from '../../../shared/contract/methods/agreement.ts';
import { alphaLevels } from '../../../shared/agreement/coefficients/rating-figures.ts';
import { chanceSamplers } from '../../../shared/agreement/unitizing/gamma-samplers.ts';
import { weightSchemes } from '../../../shared/agreement/coefficients/weights.ts';
import { agreementReport, type ReportInput } from '../agreement-report.ts';
import { printAgreement } from '../agreement-tables.ts';
import { printRatings, ratingsReport } from '../calculator/ratings-report.ts';
import { printSpans, spansReport } from '../calculator/spans-report.ts';
import { codesNamed } from '../code-names.ts';
import { type Command, Misuse, namesOf, oneOf, parseCommandLine, wholeNumber } from '../command.ts';
import { complain, printJson } from '../output.ts';
import { codersNamed, documentsNamed, roundNamed, type Session, withProject } from '../session.ts';

const options = {
  unit: { type: 'string' },
  rule: { type: 'string' },
  scope: { type: 'string' },
  coders: { type: 'string' },
  codes: { type: 'string' },
  documents: { type: 'string' },
  children: { type: 'string' },
  segments: { type: 'string' },
  round: { type: 'string' },
  intervals: { type: 'boolean' },
  bootstrap: { type: 'string' },
  over: { type: 'string' },
  seed: { type: 'string' },
  by: { type: 'string' },
  ratings: { type: 'string' },
  level: { type: 'string' },
  categories: { type: 'string' },
  weights: { type: 'string' },
  spans: { type: 'string' },
  length: { type: 'string' },
  gamma: { type: 'boolean' },
  sampler: { type: 'string' },
  json: { type: 'boolean' },
} as const;

type Values = { readonly [Name in keyof typeof options]?: string | boolean | undefined };

function text(values: Values, name: keyof Values): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

function list(values: Values, name: keyof Values): string[] | undefined {
  return namesOf(name, text(values, name));
}

/** How to draw, as far as it is said; undefined where no intervals are asked for. */
function resamplingOf(values: Values): ReportInput['resampling'] {
  const resamples = wholeNumber('bootstrap', text(values, 'bootstrap'), 100, 100_000);
  const seed = wholeNumber('seed', text(values, 'seed'), 0, 0xff_ff_ff_ff);
  const over = oneOf('over', text(values, 'over'), ['documents', 'units', 'jackknife']);
  if (values.intervals !== true && resamples === undefined && over === undefined) {
    if (seed !== undefined && values.gamma !== true)
      throw new Misuse('--seed says where the random numbers of --bootstrap N begin');
    return undefined;
  }
  return {
    ...(over === undefined ? {} : { resampling: over }),
    ...(resamples === undefined ? {} : { resamples }),
    ...(seed === undefined ? {} : { seed }),
  };
}

/** How to compute the measures of spans: always for programs to read, for people where γ is asked for. */
function unitizingOf(values: Values): ReportInput['unitizing'] {
  const sampler = oneOf('sampler', text(values, 'sampler'), chanceSamplers);
  if (values.gamma !== true && values.json !== true) {
    if (sampler !== undefined) throw new Misuse('--sampler says how --gamma makes annotations by chance');
    return undefined;
  }
  const seed = wholeNumber('seed', text(values, 'seed'), 0, 0xff_ff_ff_ff);
  return {
    everyGamma: values.gamma === true,
    ...(sampler === undefined ? {} : { sampler }),
    ...(seed === undefined ? {} : { seed }),
  };
}

/** What to compare, in names. Throws `Misuse`. */
function namedSettings(values: Values) {
  const coders = list(values, 'coders');
  if (coders && (coders.length < 2 || coders.length > 6))
    throw new Misuse('--coders takes two to six names separated by commas');
  const unit = oneOf('unit', text(values, 'unit'), agreementUnit.options) ?? 'turn';
  if (values.segments !== undefined && unit !== 'segment') throw new Misuse('--segments goes with --unit segment');
  const segments = list(values, 'segments');
  if (segments && segments.length > 1) throw new Misuse('--segments takes one code');
  const astray = (['level', 'categories', 'weights', 'length'] as const).find((name) => values[name] !== undefined);
  if (astray !== undefined) throw new Misuse(`--${astray} goes with --ratings or --spans, without a project`);
  return {
    plain: {
      unit,
      scope: oneOf('scope', text(values, 'scope'), ['text', 'content', 'respondent']),
      rule: oneOf('rule', text(values, 'rule'), ['any', 'half']),
      children: oneOf('children', text(values, 'children'), childCodes.options),
    },
    coders,
    codes: list(values, 'codes'),
    documents: list(values, 'documents'),
    segments,
    round: text(values, 'round'),
  };
}

/** The names as ids. Throws `not_found`, `name_ambiguous`. */
async function settingsOf(
  { client }: Session,
  named: ReturnType<typeof namedSettings>,
): Promise<ReportInput['settings']> {
  const { plain, coders, codes, documents, segments, round } = named;
  return {
    ...plain,
    coders: coders && (await codersNamed(client, coders)).map(({ id }) => id),
    codes: codes && (await codesNamed(client, codes)),
    documents: documents && (await documentsNamed(client, documents)),
    segments: segments && (await codesNamed(client, segments))[0],
    round: round === undefined ? undefined : (await roundNamed(client, round)).id,
  };
}

/** What the calculator is told beside its file. */
const calculatorOptions = { ratings: ['level', 'categories', 'weights'], spans: ['length', 'gamma'] } as const;

/** The calculator, where a file of ratings or spans is named; answers whether one was. */
function calculate(values: Values, positionals: readonly string[]): boolean {
  const [ratings, spans] = [text(values, 'ratings'), text(values, 'spans')];
  if (ratings === undefined && spans === undefined) return false;
  if (positionals.length > 0 || (ratings !== undefined && spans !== undefined))
    throw new Misuse('a project, --ratings and --spans: one of them at a time');
  const kind = ratings === undefined ? 'spans' : 'ratings';
  const known = new Set<string>(['json', kind, ...calculatorOptions[kind]]);
  const astray = Object.keys(values).find((name) => !known.has(name));
  if (astray !== undefined) throw new Misuse(`--${astray} does not go with --${kind}`);
  if (ratings !== undefined) {
    const report = ratingsReport(ratings, {
      level: oneOf('level', text(values, 'level'), alphaLevels) ?? 'nominal',
      categories: list(values, 'categories'),
      weights: oneOf('weights', text(values, 'weights'), weightSchemes) ?? 'identity',
    });
    for (const doubt of report.doubts ?? []) complain(doubt);
    if (values.json === true) printJson(report);
    else printRatings(report);
    return true;
  }
  const length = wholeNumber('length', text(values, 'length'), 1, Number.MAX_SAFE_INTEGER);
  if (length === undefined) throw new Misuse('--spans needs --length N, the number of positions of the text');
  const report = spansReport(spans!, length, values.gamma === true);
  if (values.json === true) printJson(report);
  else printSpans(report);
  return true;
}

export const agreementCommand: Command = {
  name: 'agreement',
  summary: 'agreement of coders on every code',
  usage: [
    'agreement PROJECT [--unit turn|sentence|token|character|exchange|segment|document] [--scope text|content|respondent] [--rule any|half] [--coders A,B] [--codes C,…] [--documents D,…] [--children apart|parents] [--segments CODE] [--round NAME] [--bootstrap N] [--over documents|units|jackknife] [--seed N] [--by code|document|pair] [--gamma] [--sampler shuffle|statistical] [--json]',
    'verbatim agreement --ratings FILE.csv [--level nominal|ordinal|interval|ratio] [--categories a,b,c] [--weights SCHEME] [--json]',
    'verbatim agreement --spans FILE.csv --length N [--gamma] [--json]',
  ].join('\n       '),
  help: [
    '--unit turn       speaker turns (default); sentence, token; character: every Unicode code point; exchange: a question with',
    '                  its answers; segment: the passages of the code named by --segments; document',
    '--scope …         what counts: respondents (default), all turns, or the whole text (default for characters)',
    '--rule …          a unit counts as coded when any part of it is (default), or at least half',
    '--coders A,B      whom to compare; default: all who coded',
    '--codes, --documents   what to compare; default: all',
    '--children parents     codings of child codes count for their parents too',
    '--round NAME      the codings frozen in a reliability round, by turns or characters; rounds list names them',
    '--bootstrap N     95 % intervals from N resamples (100 to 100000); --intervals: from 2000',
    '--over …          what is drawn: documents (default) or units; jackknife leaves out one document at a time',
    '--seed N          where the random numbers begin (default 1)',
    '--by …            one line per code (default), per document, or per pair of coders',
    '--gamma           measures of spans: the u-alphas, alpha_U, gamma and gamma-cat, per document and overall; --json has them',
    '                  always, with gamma where a document has at most 400 passages, or of all with --gamma',
    '--sampler …       how chance is made for gamma: shuffle (default) or statistical',
    'A calculator without a project:',
    '--ratings FILE.csv     first column the unit, then one column per coder, empty = missing',
    '--level, --categories  of the ratings: nominal by default, those that occur by default',
    '--weights SCHEME       identity (default), linear, quadratic, ordinal, radical, ratio, circular, bipolar',
    '--spans FILE.csv       columns coder, code, start, end; --length N  positions of the text; --gamma  also for many spans',
  ],
  async run(argv) {
    const { values, positionals } = parseCommandLine(argv, options, { least: 0, most: 1 });
    if (calculate(values, positionals)) return 0;
    if (positionals.length === 0) throw new Misuse('an argument is missing: PROJECT, --ratings FILE or --spans FILE');
    const by = oneOf('by', values.by, ['code', 'document', 'pair']) ?? 'code';
    const resampling = resamplingOf(values);
    const unitizing = unitizingOf(values);
    const named = namedSettings(values);
    return withProject(positionals[0]!, async (session) => {
      const settings = await settingsOf(session, named);
      const report = await agreementReport(session.client, {
        settings,
        resampling,
        by: by === 'code' ? undefined : by,
        unitizing,
      });
      if (values.json) printJson(report);
      else printAgreement(report, (await session.client.call('project.summary', {})).synthetic);
      return 0;
    });
  },
};
