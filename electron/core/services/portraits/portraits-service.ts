import { codeFrequency } from '../../../../shared/analysis/portraits/code-frequency.ts';
import { codeLines } from '../../../../shared/analysis/portraits/code-lines.ts';
import { coderActivity, dayIn } from '../../../../shared/analysis/portraits/coder-activity.ts';
import { saturation } from '../../../../shared/analysis/portraits/saturation.ts';
import { textTiles } from '../../../../shared/analysis/portraits/text-tiles.ts';
import { unitedSpans } from '../../../../shared/analysis/spans.ts';
import type { Output, ParsedInput } from '../../../../shared/contract/methods.ts';
import { ancestorsByCode } from '../../../../shared/domain/codebook.ts';
import { asId } from '../../../../shared/domain/ids.ts';
import type { Span } from '../../../../shared/domain/span.ts';
import { byCodeUnits } from '../../../../shared/text/code-unit-order.ts';
import { codePointOffsets } from '../../../../shared/text/offsets.ts';
import { coderQueries } from '../../store/repositories/coder-table.ts';
import { codeQueries } from '../../store/repositories/code-table.ts';
import { codingQueries } from '../../store/repositories/coding-table.ts';
import type { ModelCoding, ModelDocument } from '../analysis/analysis-model.ts';
import { respondentsOf } from '../analysis/analysis-selection.ts';
import { countedCodes } from '../comparison/comparison-tables.ts';
import type { Context, Service } from '../project/context.ts';
import { coderNames } from '../coders/coder-rows.ts';
import type { OpenProject } from '../project/open-project.ts';
import { partsByCase } from '../cases/speaker-cases.ts';
import { PassageMakers } from '../codings/passages.ts';
import { portraitDocuments } from './portrait-codings.ts';

const codingsIn = (documents: readonly ModelDocument[]): number =>
  documents.reduce((sum, { codings }) => sum + codings.length, 0);

/** A span in code points as a place in the stored text, UTF-16. */
function toStored(project: OpenProject, { row }: ModelDocument): (span: Span) => Span {
  if (row.utf16_length === row.code_points) return ({ start, end }) => ({ start, end });
  const { toUtf16 } = codePointOffsets(project.texts.of(row));
  return ({ start, end }) => ({ start: toUtf16(start), end: toUtf16(end) });
}

function frequency(
  project: OpenProject,
  { by, children, ...asked }: ParsedInput<'portraits.frequency'>,
): Output<'portraits.frequency'> {
  const documents = portraitDocuments(project, asked);
  const columns =
    by === 'case'
      ? respondentsOf(project, documents)
      : documents.map((document) => ({
          id: document.row.id,
          name: document.row.name,
          isCase: false,
          documents: [document],
        }));
  const above = ancestorsByCode(project.store.all(codeQueries.all));
  const rows = codeFrequency(
    columns.map((column) => column.documents.flatMap(({ codings }) => codings)),
    (code) => (children === 'parents' ? [code, ...(above.get(code) ?? [])] : [code]),
  );
  return {
    revision: project.store.revision,
    columns: columns.map(({ id, name, isCase, documents: own }) => ({
      id,
      name,
      isCase,
      documents: own.map(({ row }) => asId<'document'>(row.id)),
    })),
    codes: rows.map(({ code, counts, total }) => ({ code: asId<'code'>(code), counts: [...counts], total })),
    codings: codingsIn(documents),
    documents: documents.length,
  };
}

function interview(
  project: OpenProject,
  { document: id, coder, tiles }: ParsedInput<'portraits.interview'>,
): Output<'portraits.interview'> {
  const document = portraitDocuments(project, { coder, documents: [id] })[0]!;
  const { row, turns, codings } = document;
  const stored = toStored(project, document);
  const names = coderNames(project);
  return {
    revision: project.store.revision,
    name: row.name,
    characters: row.code_points,
    coded: unitedSpans(codings).reduce((sum, { start, end }) => sum + end - start, 0),
    codings: codings.length,
    turns: turns.length,
    tiles: textTiles(row.code_points, codings, tiles).map(({ start, end, codes }) => ({
      from: start,
      to: end,
      codes: codes.map(({ code, characters, coding }) => ({
        code: asId<'code'>(code),
        characters,
        ...stored(coding),
      })),
    })),
    lines: codeLines(codings).map(({ code, coder: own, bars, characters }) => ({
      code: asId<'code'>(code),
      coder: own,
      coderName: names.get(own) ?? '',
      characters,
      bars: bars.map((bar) => ({ from: bar.start, to: bar.end, ...stored(bar) })),
    })),
  };
}

/** Transcripts as they were first coded; those of which nobody knows when stand as they are listed. */
function asCoded(project: OpenProject, documents: readonly ModelDocument[]): readonly ModelDocument[] {
  const times = new Map(project.store.all(codingQueries.times).map(({ id, created_at }) => [id, created_at]));
  const begun = new Map(
    documents.map(({ row, codings }) => [row.id, codings.flatMap(({ id }) => times.get(id) ?? []).sort()[0] ?? '']),
  );
  return documents.toSorted((a, b) => byCodeUnits(begun.get(a.row.id)!, begun.get(b.row.id)!));
}

function curve(
  project: OpenProject,
  { order, ...asked }: ParsedInput<'portraits.saturation'>,
): Output<'portraits.saturation'> {
  const documents = portraitDocuments(project, asked);
  const coded = documents.filter(({ codings }) => codings.length > 0);
  const read = order === 'coded' ? asCoded(project, coded) : coded;
  const steps = saturation(read.map(({ codings }) => codings));
  return {
    revision: project.store.revision,
    steps: read.map((document, place) => {
      const stored = toStored(project, document);
      const { first, known } = steps[place]!;
      return {
        document: asId<'document'>(document.row.id),
        name: document.row.name,
        codings: document.codings.length,
        first: first.map((coding) => ({ code: asId<'code'>(coding.code), ...stored(coding) })),
        known,
      };
    }),
    uncoded: documents.length - coded.length,
  };
}

function activity(project: OpenProject, { timeZone }: ParsedInput<'portraits.activity'>): Output<'portraits.activity'> {
  const day = dayIn(timeZone);
  const made = project.store.all(codingQueries.times).map(({ coder, created_at }) => ({ coder, day: day(created_at) }));
  const total = Map.groupBy(made, ({ coder }) => coder);
  const coders = project.store.all(coderQueries.all).filter(({ id }) => total.has(id));
  return {
    revision: project.store.revision,
    coders: coders.map(({ id, name }) => ({ id: asId<'coder'>(id), name, codings: total.get(id)!.length })),
    days: coderActivity(made).map(({ day: on, counts }) => ({
      day: on,
      counts: coders.map(({ id }) => counts.get(id) ?? 0),
    })),
  };
}

function passages(
  project: OpenProject,
  { code, children, day, limit, case: studyCase, ...asked }: ParsedInput<'portraits.passages'>,
): Output<'portraits.passages'> {
  const wanted = code === undefined ? null : countedCodes(project, children === 'parents')(code);
  const dayOf = day ? dayIn(day.timeZone) : null;
  const times = dayOf
    ? new Map(project.store.all(codingQueries.times).map(({ id, created_at }) => [id, dayOf(created_at)]))
    : null;
  const counts = (coding: ModelCoding): boolean =>
    (wanted === null || wanted.has(coding.code)) && (times === null || times.get(coding.id) === day?.day);
  const names = coderNames(project);
  const documents = portraitDocuments(project, asked);
  const own =
    studyCase === undefined
      ? documents
      : documents.flatMap(partsByCase).flatMap((part) => (part.studyCase === studyCase ? [part.document] : []));
  const found = own.flatMap((document) =>
    [...Map.groupBy(document.codings.filter(counts), ({ selection }) => selection).values()]
      .toSorted(([a], [b]) => a!.start - b!.start || a!.end - b!.end)
      .map((codings) => ({ document, codings })),
  );
  const makers = new PassageMakers(project);
  return {
    passages: found.slice(0, limit).map(({ document, codings }) => {
      const coders = [...new Set(codings.flatMap(({ coder }) => names.get(coder) ?? []))];
      return {
        ...makers.of(document.row).makeFromCodePoints(codings[0]!, coders),
        codes: codings.map((coding) => asId<'code'>(coding.code)),
      };
    }),
    total: found.length,
  };
}

type Names = `portraits.${'frequency' | 'interview' | 'saturation' | 'activity' | 'passages'}`;

/** What is seen of a project at one look: codes over transcripts, one interview, what is new in each, who worked when. */
export function portraitsService(context: Context): Service<Names> {
  return {
    'portraits.frequency': (input) => frequency(context.project(), input),
    'portraits.interview': (input) => interview(context.project(), input),
    'portraits.saturation': (input) => curve(context.project(), input),
    'portraits.activity': (input) => activity(context.project(), input),
    'portraits.passages': (input) => passages(context.project(), input),
  };
}
