import { codesInTreeOrder, withDescendants } from '../../../../shared/domain/codebook.ts';
import { countCell, runsCell, textCell } from '../../../../shared/report/cells.ts';
import type { Cell, ReportBlock, ReportTable, Run } from '../../../../shared/report/model.ts';
import { inBrackets } from '../../../../shared/report/sentences.ts';
import { clockTime } from '../../../../shared/text/clock-time.ts';
import { byCodeUnits } from '../../../../shared/text/code-unit-order.ts';
import { codeQueries } from '../../store/repositories/code-table.ts';
import { type CodedPassage, codedPassages } from './coded-passages.ts';
import type { ReportFrame } from './report-frame.ts';
import type { ReportBuilder } from './report-builder.ts';
import type { ReportNames } from './report-names.ts';
import { markerSetting } from './marker-setting.ts';

/** Part of the passages under a heading of its own; null where they are not divided. */
type Part = { readonly heading: Run | null; readonly passages: readonly CodedPassage[] };

/** The passages by the behaviour they are about; last those about none. One about several stands under each. */
function byBehaviour({ names, t }: ReportFrame, across: readonly string[], passages: readonly CodedPassage[]): Part[] {
  if (across.length === 0) return [{ heading: null, passages }];
  const parts: Part[] = across.map((code) => ({
    heading: names.code(code),
    passages: passages.filter(({ about }) => about.has(code)),
  }));
  return [
    ...parts,
    { heading: { text: t('reports.passages.none') }, passages: passages.filter(({ about }) => about.size === 0) },
  ].filter((part) => part.passages.length > 0);
}

/** The passages by the respondents' value of an attribute, values in their order of appearance sorted as text; last those without. */
function byGroup({ names, t }: ReportFrame, group: string | null, passages: readonly CodedPassage[]): Part[] {
  if (group === null) return [{ heading: null, passages }];
  const valuesOf = ({ studyCases }: CodedPassage): (string | null)[] =>
    studyCases.length === 0 ? [null] : [...new Set(studyCases.map((one) => names.value(one, group)))];
  const placed = passages.flatMap((passage) => valuesOf(passage).map((value) => ({ value, passage })));
  const parts = Map.groupBy(placed, ({ value }) => value);
  return [...parts]
    .sort(([a], [b]) => Number(a === null) - Number(b === null) || byCodeUnits(a ?? '', b ?? ''))
    .map(([value, part]) => ({
      heading: { text: value ?? t('reports.passages.noValue') },
      passages: part.map(({ passage }) => passage),
    }));
}

/** What is told beside a passage: attributes of its respondent, and that it carries the marker. */
type Told = { readonly attributes: readonly string[]; readonly marker: Run | null };

/** Whose words a passage is, by name. */
function respondentsOf(names: ReportNames, { studyCases }: CodedPassage): string {
  return studyCases.map((one) => names.caseName(one)).join('; ');
}

/** Their values of an attribute. */
function toldValue(names: ReportNames, { studyCases }: CodedPassage, attribute: string): string {
  return studyCases.flatMap((one) => names.value(one, attribute) ?? []).join('; ');
}

function sourceOf({ names, t }: ReportFrame, passage: CodedPassage, { attributes, marker }: Told): Run[] {
  const told = attributes.map((attribute) => toldValue(names, passage, attribute)).filter((value) => value !== '');
  const respondent = respondentsOf(names, passage);
  const place = [
    ...(respondent === '' ? [] : [respondent]),
    ...told,
    names.document(passage.document),
    ...(passage.turn === null ? [] : [t('reports.passages.turn', { turn: passage.turn })]),
    ...(passage.time === null ? [] : [clockTime(passage.time)]),
    ...(passage.speaker === null || passage.speaker === respondent ? [] : [passage.speaker]),
    t('reports.passages.codedBy', { coders: names.listed(passage.coders) }),
    ...(passage.marked && marker !== null ? [t('reports.passages.marked', { code: marker.text })] : []),
  ];
  return [{ text: place.join(' · ') }];
}

/** One passage once, though several coders marked the very same words. */
function quotation(frame: ReportFrame, same: readonly CodedPassage[], told: Told): ReportBlock {
  const first = same[0]!;
  const coders = frame.names.inCoderOrder(same.flatMap((passage) => passage.coders));
  const memos = [...new Set(same.flatMap((passage) => passage.memos))];
  return {
    kind: 'quotation',
    runs: [{ text: first.quote, lang: first.language }],
    source: sourceOf(frame, { ...first, coders, marked: same.some(({ marked }) => marked) }, told),
    below: [
      ...first.translations.map(({ text, language, translator, checked }) => [
        { text, lang: language },
        {
          text: inBrackets(
            frame.language,
            frame.t('reports.passages.translation', {
              language,
              translator: frame.names.isAnonymised ? '–' : translator || '–',
              checked,
            }),
          ),
        },
      ]),
      ...memos.map((memo) => [{ text: frame.t('reports.passages.memo', { memo }) }]),
    ],
  };
}

function quotations(frame: ReportFrame, passages: readonly CodedPassage[], told: Told): ReportBlock[] {
  const places = Map.groupBy(passages, ({ document, start, end }) => `${document} ${start} ${end}`);
  return [...places.values()].map((same) => quotation(frame, same, told));
}

function heading(frame: ReportFrame, level: 2 | 3 | 4, run: Run, count: string): ReportBlock {
  return { kind: 'heading', level, runs: [run, { text: inBrackets(frame.language, count) }] };
}

/** Every coding of the report as one row. */
function dataTable(
  frame: ReportFrame,
  across: readonly string[],
  attributes: readonly string[],
  passages: readonly (readonly [code: string, passage: CodedPassage])[],
): ReportTable {
  const { names, t } = frame;
  const shown = names.attributes().filter(({ id }) => attributes.includes(id));
  const optional = (value: string | null): Cell => textCell(value ?? '');
  return {
    kind: 'table',
    name: t('reports.passages.title'),
    caption: t('reports.passages.title'),
    columns: [
      'code',
      t('reports.passages.codeName'),
      ...across.map((code) => names.codeKey(code)),
      'respondent',
      ...shown.map(({ key }) => key),
      'document',
      'language',
      'turn',
      'speaker',
      'time',
      'cp_start',
      'cp_end',
      'text',
      'coder',
      'memo',
      'translation',
      'marked',
    ],
    rows: passages.map(([code, passage]) => [
      textCell(names.codeKey(code)),
      runsCell([names.code(code)]),
      ...across.map((behaviour) => countCell(Number(passage.about.has(behaviour)))),
      textCell(respondentsOf(names, passage)),
      ...shown.map(({ id }) => textCell(toldValue(names, passage, id))),
      textCell(names.document(passage.document)),
      textCell(passage.language),
      passage.turn === null ? textCell('') : countCell(passage.turn),
      optional(passage.speaker),
      textCell(passage.time === null ? '' : clockTime(passage.time)),
      countCell(passage.cpStart),
      countCell(passage.cpEnd),
      textCell(passage.quote, passage.language),
      textCell(passage.coders.join('; ')),
      textCell(passage.memos.join('\n')),
      textCell(passage.translations.map(({ language, text }) => `${language}: ${text}`).join('\n')),
      countCell(Number(passage.marked)),
    ]),
    notes: [],
  };
}

/** Quotations by code, behaviour and group, with who said them, where they stand and what was noted on them. */
export const passagesReport: ReportBuilder<'passages'> = (frame, request) => {
  const { names, t, project } = frame;
  const ordered = codesInTreeOrder(project.store.all(codeQueries.all)).map(({ code }) => code);
  const chosen = withDescendants(ordered, request.codes ?? ordered.map(({ id }) => id));
  const { across, group, rule, marker } = request;
  const attributes = [...new Set([...(group === null ? [] : [group]), ...request.attributes])].filter((id) =>
    names.attributes().some((attribute) => attribute.id === id),
  );
  const toldGroup = group !== null && attributes.includes(group) ? group : null;
  const byCode = codedPassages(frame, ordered, request);
  const told: Told = { attributes, marker: marker?.treatment === 'marked' ? names.code(marker.code) : null };
  const count = (passages: readonly CodedPassage[]): string =>
    t('reports.passages.count', {
      count: new Set(passages.map(({ document, start, end }) => `${document} ${start} ${end}`)).size,
    });

  const used = ordered.filter(({ id }) => chosen.has(id) && (byCode.get(id)?.length ?? 0) > 0);
  const all = used.flatMap(({ id }) => byCode.get(id)!.map((passage) => [id, passage] as const));
  const blocks = used.flatMap(({ id }): ReportBlock[] => {
    const passages = byCode.get(id)!;
    return [
      heading(frame, 2, names.code(id), count(passages)),
      ...byBehaviour(frame, across, passages).flatMap((behaviour) => [
        ...(behaviour.heading === null ? [] : [heading(frame, 3, behaviour.heading, count(behaviour.passages))]),
        ...byGroup(frame, toldGroup, behaviour.passages).flatMap((part) => [
          ...(part.heading === null ? [] : [heading(frame, 4, part.heading, count(part.passages))]),
          ...quotations(frame, part.passages, told),
        ]),
      ]),
    ];
  });
  const respondents = new Set(all.flatMap(([, { studyCases }]) => studyCases));
  const coders = names.inCoderOrder(all.flatMap(([, passage]) => passage.coders));
  return frame.finish({
    title: t('reports.passages.title'),
    settings: [
      [
        t('reports.passages.codes'),
        request.codes ? names.listed(request.codes.map((id) => names.code(id).text)) : t('reports.passages.allCodes'),
      ],
      ...(across.length === 0
        ? []
        : [
            [t('reports.passages.across'), names.listed(across.map((id) => names.code(id).text))] as const,
            [t('reports.rule'), t(`reports.passages.rule.${rule}`)] as const,
          ]),
      ...(toldGroup === null
        ? []
        : [[t('reports.passages.group'), names.attributes().find(({ id }) => id === toldGroup)!.name] as const]),
      ...markerSetting(frame, marker),
      [t('reports.coders'), names.listed(coders)],
      [t('reports.n'), t('reports.passages.n', { codings: all.length, respondents: respondents.size })],
    ],
    blocks: blocks.length > 0 ? blocks : [{ kind: 'paragraph', runs: [{ text: t('reports.passages.empty') }] }],
    data: [dataTable(frame, across, attributes, all)],
  });
};
