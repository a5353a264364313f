import { type Command, Misuse, namesOf, oneOf, parseCommandLine, wholeNumber } from '../command.ts';
import { figure } from '../agreement-tables.ts';
import { namedMeasures } from '../named-measures.ts';
import { print, printJson, printTable } from '../output.ts';
import { codersNamed, documentsNamed, withProject } from '../session.ts';

export const roundsCreateCommand: Command = {
  name: 'rounds create',
  summary: 'freeze what coders have coded as a reliability round',
  usage: 'rounds create PROJECT NAME --coders A,B[,…] [--documents D,… | --sample N --seed S] [--json]',
  help: [
    '--coders A,B     two to six coders',
    '--documents D,…  the transcripts of the round; default: all',
    '--sample N       N transcripts drawn at random instead; --seed S  where the random numbers begin (default 1)',
    'Nothing that is coded, corrected or removed afterwards changes a round.',
  ],
  async run(argv) {
    const { values, positionals } = parseCommandLine(
      argv,
      {
        coders: { type: 'string' },
        documents: { type: 'string' },
        sample: { type: 'string' },
        seed: { type: 'string' },
        json: { type: 'boolean' },
      },
      { least: 2, most: 2 },
    );
    const [path, name] = positionals;
    const coders = namesOf('coders', values.coders);
    if (!coders || coders.length < 2 || coders.length > 6)
      throw new Misuse('--coders takes two to six names separated by commas');
    const count = wholeNumber('sample', values.sample, 1, 1_000_000);
    const seed = wholeNumber('seed', values.seed, 0, 0xff_ff_ff_ff);
    if (count !== undefined && values.documents !== undefined)
      throw new Misuse('--documents and --sample: one of them at a time');
    if (count === undefined && seed !== undefined) throw new Misuse('--seed says how --sample N is drawn');
    return withProject(path!, async ({ client }) => {
      const chosen = namesOf('documents', values.documents);
      const { round } = await client.call('rounds.create', {
        name: name!,
        coders: (await codersNamed(client, coders)).map(({ id }) => id),
        ...(chosen ? { documents: await documentsNamed(client, chosen) } : {}),
        ...(count === undefined ? {} : { sample: { count, seed: seed ?? 1 } }),
      });
      const made = (await client.call('rounds.list', {})).find(({ id }) => id === round)!;
      if (values.json) printJson({ round, documents: made.documents.map((each) => each.name), codings: made.codings });
      else print(`${made.name}: ${made.documents.length} documents, ${made.codings} codings frozen`);
      return 0;
    });
  },
};

export const roundsListCommand: Command = {
  name: 'rounds list',
  summary: 'reliability rounds and how far the coders agreed in each',
  usage: 'rounds list PROJECT [--unit turn|character] [--json]',
  help: [
    '--unit …  what the figures are counted in: turns (default) or characters',
    'All codes are pooled. agreement PROJECT --round NAME shows every code of one round.',
  ],
  async run(argv) {
    const { values, positionals } = parseCommandLine(
      argv,
      { unit: { type: 'string' }, json: { type: 'boolean' } },
      { least: 1, most: 1 },
    );
    const unit = oneOf('unit', values.unit, ['turn', 'character']) ?? 'turn';
    return withProject(positionals[0]!, async ({ client }) => {
      const trend = new Map((await client.call('rounds.trend', { unit })).map((point) => [point.round, point]));
      const rounds = (await client.call('rounds.list', {})).map((round) => {
        const point = trend.get(round.id)!;
        return {
          name: round.name,
          createdAt: round.createdAt,
          codebook: round.codebook,
          seed: round.seed,
          drawnFrom: round.drawnFrom,
          coders: round.coders.map(({ name }) => name),
          documents: round.documents.map(({ name }) => name),
          compared: point.documents,
          codings: round.codings,
          unit,
          n: point.n,
          ...namedMeasures(point.pooled),
        };
      });
      if (values.json) printJson(rounds);
      else if (rounds.length === 0) print('no rounds yet');
      else
        printTable(
          ['round', 'coders', 'transcripts', 'n', 'agreement', 'kappa', 'alpha'],
          rounds.map(({ name, coders, documents, seed, drawnFrom, n, ...figures }) => [
            name,
            coders.join(', '),
            seed === null ? `${documents.length}` : `${documents.length} of ${drawnFrom}, seed ${seed}`,
            `${n}`,
            ...[figures.percent_agreement, figures.cohen_kappa, figures.krippendorff_alpha].map(figure),
          ]),
        );
      return 0;
    });
  },
};
