import { aliasKinds, type Code } from '../../../../shared/contract/schema/entities.ts';
import { countCell, textCell } from '../../../../shared/report/cells.ts';
import type { ReportBlock, ReportTable, Run } from '../../../../shared/report/model.ts';
import { inBrackets } from '../../../../shared/report/sentences.ts';
import { byCodeUnits } from '../../../../shared/text/code-unit-order.ts';
import { coderQueries } from '../../store/repositories/coder-table.ts';
import { listCodes } from '../codebook/code-list.ts';
import type { ReportFrame } from './report-frame.ts';
import type { ReportBuilder } from './report-builder.ts';

const textFields = ['definition', 'whenToUse', 'whenNotToUse'] as const;

/** A text in the report's language where there is one, else as it was written. */
function written(code: Code, field: 'name' | (typeof textFields)[number], language: string): Run | null {
  for (const lang of [language, code.language, ...Object.keys(code.texts)]) {
    const text = code.texts[lang]?.[field] ?? '';
    if (text !== '') return { text, lang };
  }
  return null;
}

function nameOf(code: Code, language: string): Run {
  return written(code, 'name', language) ?? { text: code.slug ?? '' };
}

function countOf({ codings }: Code): number {
  return Object.values(codings).reduce((sum, count) => sum + count, 0);
}

/** What stands below a code's name: its other names, rules, examples and how often it was used. */
function codeBlocks({ t, language, names }: ReportFrame, code: Code): ReportBlock[] {
  const shown = nameOf(code, language);
  const others = Object.entries(code.texts)
    .filter(([lang, { name }]) => lang !== shown.lang && name !== '')
    .map(([lang, { name }]): Run => ({ text: name, lang }));
  const labelled = (label: string, runs: readonly Run[]): ReportBlock => ({
    kind: 'paragraph',
    runs: [{ text: t('reports.codebook.labelled', { label }), strong: true }, ...runs],
  });
  const spaced = (runs: readonly Run[], between: string): Run[] =>
    runs.flatMap((run, place) => (place === 0 ? [run] : [{ text: between }, run]));
  const count = t('reports.codebook.count', { count: countOf(code) });
  const byCoder = Object.entries(code.codings)
    .map(([coder, codings]) => [names.coder(coder), codings] as const)
    .sort(([a], [b]) => byCodeUnits(a, b))
    .map(([coder, codings]) => `${coder} ${codings}`);
  return [
    labelled(t('reports.codebook.key'), [{ text: names.codeKey(code.id) }]),
    ...(others.length > 0 ? [labelled(t('reports.codebook.otherNames'), spaced(others, ' · '))] : []),
    ...(code.aliases.length > 0
      ? [labelled(t('reports.codebook.aliases'), [{ text: code.aliases.map(({ text }) => text).join(' · ') }])]
      : []),
    ...textFields.flatMap((field) => {
      const text = written(code, field, language);
      return text === null ? [] : [labelled(t(`reports.codebook.${field}`), [text])];
    }),
    ...code.examples.map(({ text, origin }) =>
      labelled(t('reports.codebook.example'), [
        // Where an example is from is the name of a transcript.
        { text: origin === '' || names.isAnonymised ? text : text + inBrackets(language, origin) },
      ]),
    ),
    {
      kind: 'paragraph',
      runs: [
        {
          text:
            byCoder.length > 1 ? count + inBrackets(language, byCoder.join(language === 'en' ? ', ' : '、')) : count,
        },
      ],
    },
  ];
}

function dataTable({ t, names, project }: ReportFrame, codes: readonly Code[]): ReportTable {
  const languages = [...new Set(codes.flatMap(({ texts }) => Object.keys(texts)))].sort();
  const coders = project.store.all(coderQueries.all);
  return {
    kind: 'table',
    name: t('reports.codebook.title'),
    caption: t('reports.codebook.title'),
    columns: [
      'code',
      'parent',
      ...languages.map((lang) => `name_${lang}`),
      ...languages.flatMap((lang) => [`definition_${lang}`, `when_to_use_${lang}`, `when_not_to_use_${lang}`]),
      'examples',
      'aliases',
      'readings',
      'language',
      'color',
      'mark',
      'codable',
      'retired',
      'asks memo',
      'version',
      'codings',
      ...coders.map(({ id }) => `codings ${names.coder(id)}`),
    ],
    rows: codes.map((code) => [
      textCell(names.codeKey(code.id)),
      textCell(code.parent === null ? '' : names.codeKey(code.parent)),
      ...languages.map((lang) => textCell(code.texts[lang]?.name ?? '', lang)),
      ...languages.flatMap((lang) => textFields.map((field) => textCell(code.texts[lang]?.[field] ?? '', lang))),
      textCell(code.examples.map(({ text }) => text).join('\n')),
      ...aliasKinds.map((kind) =>
        textCell(
          code.aliases
            .filter((alias) => alias.kind === kind)
            .map(({ text }) => text)
            .join('\n'),
        ),
      ),
      textCell(code.language),
      textCell(code.color),
      textCell(code.mark),
      countCell(Number(code.codable)),
      countCell(Number(code.retired)),
      countCell(Number(code.asksMemo)),
      countCell(code.version),
      countCell(countOf(code)),
      ...coders.map(({ id }) => countCell(code.codings[id] ?? 0)),
    ]),
    notes: [],
  };
}

/** The codebook with rules, examples and counts, in tree order. */
export const codebookReport: ReportBuilder<'codebook'> = (frame, { retired }) => {
  const { t, language, project } = frame;
  const all = listCodes(project);
  const codes = all.filter((code) => retired || !code.retired);
  const parents = new Map(all.map(({ id, parent }) => [id, parent]));
  const depthOf = (id: Code['id']): number => {
    const parent = parents.get(id) ?? null;
    return parent === null ? 0 : 1 + depthOf(parent);
  };
  const blocks = codes.flatMap((code): ReportBlock[] => [
    {
      kind: 'heading',
      level: Math.min(4, 2 + depthOf(code.id)) as 2 | 3 | 4,
      runs: [nameOf(code, language), ...(code.retired ? [{ text: t('reports.codebook.retired') }] : [])],
    },
    ...codeBlocks(frame, code),
  ]);
  return frame.finish({
    title: t('reports.codebook.title'),
    settings: [
      [
        t('reports.n'),
        t('reports.codebook.n', { codes: codes.length, codings: codes.reduce((sum, code) => sum + countOf(code), 0) }),
      ],
    ],
    blocks: blocks.length > 0 ? blocks : [{ kind: 'paragraph', runs: [{ text: t('reports.codebook.empty') }] }],
    data: [dataTable(frame, codes)],
  });
};
