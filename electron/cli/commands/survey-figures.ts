import { needed } from '../../../shared/contract/needed.ts';
import type { Output } from '../../../shared/contract/methods.ts';
import type { ItemFigures } from '../../../shared/contract/methods/survey.ts';
import { type Command, parseCommandLine } from '../command.ts';
import { complain, print, printJson } from '../output.ts';
import { withProject } from '../session.ts';

type Attribute = Output<'cases.list'>['attributes'][number];

export const surveyFiguresCommand: Command = {
  name: 'survey figures',
  summary: 'n, mean, standard deviation, median and counts of survey items',
  usage: 'survey figures PROJECT [--item ATTRIBUTE]… [--by ATTRIBUTE] [--json]',
  help: [
    '--item ATTRIBUTE  an attribute by its header; may be given several times; else all items with a scale',
    '--by ATTRIBUTE    the same for each of its values; values grouped as one are one',
  ],
  async run(argv) {
    const { values, positionals } = parseCommandLine(
      argv,
      { item: { type: 'string', multiple: true }, by: { type: 'string' }, json: { type: 'boolean' } },
      { least: 1, most: 1 },
    );
    return withProject(positionals[0]!, async ({ client }) => {
      const { attributes } = await client.call('cases.list', {});
      const items = values.item?.map((name) => attributeNamed(attributes, name).id);
      const answer = await client.call('survey.figures', {
        ...(items === undefined ? {} : { attributes: items }),
        ...(values.by === undefined ? {} : { by: attributeNamed(attributes, values.by).id }),
      });
      const keys = new Map(attributes.map(({ id, key }) => [id, key]));
      const rows = answer.items.flatMap(({ attribute, all, groups }) => [
        figureRow(keys.get(attribute)!, null, all),
        ...groups.map(({ group, figures }) => figureRow(keys.get(attribute)!, group ?? '', figures)),
      ]);
      if (rows.length === 0) complain('no attribute has a scale of answers: name those to count with --item ATTRIBUTE');
      if (values.json) printJson({ cases: answer.cases, by: values.by ?? null, rows });
      else
        for (const { item, group, n, missing, mean, sd, median } of rows)
          print([item, ...(values.by === undefined ? [] : [group ?? 'all']), n, missing, mean, sd, median].join('\t'));
      return 0;
    });
  },
};

function attributeNamed(attributes: readonly Attribute[], name: string): Attribute {
  return needed(
    'attribute',
    name,
    attributes.find(({ key }) => key === name) ?? attributes.find((each) => each.name === name),
  );
}

function figureRow(item: string, group: string | null, figures: ItemFigures) {
  const value = (figure: ItemFigures['mean']): number | null => (figure && 'value' in figure ? figure.value : null);
  return {
    item,
    group,
    n: figures.n,
    missing: Object.values(figures.missing).reduce((sum, count) => sum + count, 0),
    mean: value(figures.mean),
    sd: value(figures.sd),
    median: value(figures.median),
    counts: Object.fromEntries(figures.counts.map(({ value: answer, count }) => [answer, count])),
  };
}
