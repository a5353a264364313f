import type { Client } from '../../shared/contract/client.ts';
import { VerbatimError } from '../../shared/contract/errors.ts';
import type { Input } from '../../shared/contract/methods.ts';
import type { MarkedPassage } from '../../shared/contract/schema/entities.ts';
import { resultRow } from '../../shared/export/csv.ts';
import { chosenComparison, type ComparisonWords } from './comparison-report.ts';
import { print } from './output.ts';

const noValue = '(no value)';

/** What sets two columns apart, code by code, as the screen lists it. Throws `not_found`. */
export async function differenceReport(
  client: Client,
  words: Omit<ComparisonWords, 'groups' | 'test'>,
  between: readonly [string, string],
  unit: NonNullable<Input<'comparison.difference'>['unit']>,
) {
  const { key, columnCodes, rowCodes, settings } = await chosenComparison(client, words);
  const { coder, values, marker, revision } = await client.call('comparison.compute', settings);
  const columns = values?.map((value) => value ?? noValue) ?? columnCodes.map(key);
  const [first, second] = between.map((name) => {
    const place = columns.indexOf(name);
    if (place < 0) throw new VerbatimError('not_found', { kind: values === null ? 'code' : 'group', name });
    return place;
  }) as [number, number];
  const found = await client.call('comparison.difference', { ...settings, unit, first, second });
  return {
    synthetic: (await client.call('project.summary', {})).synthetic,
    revision,
    coder: coder === '' ? String(settings.coder) : coder,
    rule: settings.columns.kind === 'codes' ? settings.rule : null,
    children: settings.children,
    marker: words.marker === null ? null : { ...words.marker, ...marker },
    unit,
    first: between[0],
    second: between[1],
    rows: found.map(({ row, inFirst, inSecond, onlyFirst, onlySecond }) => ({
      code: key(rowCodes[row]!),
      inFirst,
      inSecond,
      onlyFirst: onlyFirst.map(plain),
      onlySecond: onlySecond.map(plain),
    })),
  };
}

type DifferenceReport = Awaited<ReturnType<typeof differenceReport>>;

function plain({ documentName, turn, speaker, start, end, quote, coders, marked }: MarkedPassage) {
  return { document: documentName, turn, speaker, start, end, quote, coders, marked };
}

/** Code by code, most different first: how many in each, and the passages of either. */
export function printDifference({ first, second, unit, coder, rule, rows, synthetic }: DifferenceReport): void {
  print(
    `${first} and ${second}: coder ${coder}${rule === null ? '' : `, rule ${rule}`}, by ${unit}${synthetic ? ', synthetic sample' : ''}`,
  );
  const differing = rows
    .filter(({ onlyFirst, onlySecond }) => onlyFirst.length + onlySecond.length > 0)
    .sort((a, b) => Math.abs(b.inFirst - b.inSecond) - Math.abs(a.inFirst - a.inSecond));
  for (const { code, inFirst, inSecond, onlyFirst, onlySecond } of differing) {
    print(`\n${code}  ${inFirst} : ${inSecond}`);
    for (const [name, passages] of [[first, onlyFirst] as const, [second, onlySecond] as const])
      for (const { document, turn, speaker, quote } of passages)
        print(`  only ${name}  ${document}${turn === null ? '' : `, turn ${turn}`}  ${speaker ?? '–'}: ${quote}`);
  }
  if (differing.length === 0) print('Nothing sets the two apart.');
}

/** Every passage as one row. */
export function differenceCsv(report: DifferenceReport): string {
  const { coder, rule, children, unit, revision, synthetic } = report;
  const rows = report.rows.flatMap(({ code, onlyFirst, onlySecond }) =>
    [[report.first, onlyFirst] as const, [report.second, onlySecond] as const].flatMap(([name, passages]) =>
      passages.map(({ document, turn, speaker, start, end, quote, marked }) =>
        resultRow([
          code,
          name,
          document,
          turn,
          speaker,
          start,
          end,
          quote,
          marked ? 'yes' : 'no',
          coder,
          rule,
          children,
          unit,
          revision,
          synthetic ? 'yes' : 'no',
        ]),
      ),
    ),
  );
  const head = 'code,only_in,document,turn,speaker,start,end,quote,marked,coder,rule,children,unit,revision,synthetic';
  return resultRow(head.split(',')) + rows.join('');
}
