import { posix } from 'node:path';
import type { Container } from '../container.ts';
import { DamageError, FormatError } from '../unreadable.ts';
import { walkPart } from '../xml-events.ts';
import { sheetWalker } from './xlsx-sheet.ts';
import { type NumberFormat, numberFormat } from './xlsx-numbers.ts';

/** The cells of one sheet as text, rows in their places (an empty row is an empty list). */
export type Workbook = {
  readonly sheets: readonly string[];
  /** Name of the sheet that was read. */
  readonly sheet: string;
  readonly rows: readonly (readonly string[])[];
};

const workbookPart = 'xl/workbook.xml';
const longestText = 32_767;

/** Whether a container is a workbook of Excel's. */
export function isXlsx({ names }: Container): boolean {
  return names.has(workbookPart);
}

/**
 * Reads one sheet of a workbook: by name, else the first with a cell in it. Shared and inline texts as they are, numbers as
 * `shownNumber` says, TRUE and FALSE, formulas by their last result. Returns null where there is no sheet of that name.
 * Throws FormatError (`bomb`, `encrypted`, `doctype`) and DamageError.
 */
export async function readXlsx(container: Container, wanted?: string): Promise<Workbook | null> {
  const { sheets, is1904 } = await workbookSheets(container);
  const targets = await sheetTargets(container);
  const texts = await sharedTexts(container);
  const formats = await cellFormats(container);
  const names = sheets.map(({ name }) => name);
  const candidates = wanted === undefined ? sheets : sheets.filter(({ name }) => name === wanted);
  let first: Workbook | null = null;
  for (const { name, relation } of candidates) {
    const part = targets.get(relation);
    if (part === undefined) continue;
    const walker = sheetWalker({ texts, formats, is1904 });
    await walkPart(container, part, walker);
    const read = { sheets: names, sheet: name, rows: walker.rows() };
    if (read.rows.length > 0 || wanted !== undefined) return read;
    first ??= read;
  }
  return first;
}

async function workbookSheets(
  container: Container,
): Promise<{ sheets: { name: string; relation: string }[]; is1904: boolean }> {
  const sheets: { name: string; relation: string }[] = [];
  let is1904 = false;
  await walkPart(container, workbookPart, {
    open: (_space, name, attribute) => {
      if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attribute('date1904') ?? '');
      if (name !== 'sheet' || (attribute('state') ?? 'visible') !== 'visible') return;
      const relation = attribute('id');
      if (relation !== undefined) sheets.push({ name: attribute('name') ?? '', relation });
    },
    close: () => undefined,
    text: () => undefined,
  });
  if (sheets.length === 0) throw new DamageError('part_missing');
  return { sheets, is1904 };
}

/** Parts of the workbook's sheets by relation id; never outside the container. */
async function sheetTargets(container: Container): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  const part = 'xl/_rels/workbook.xml.rels';
  if (!container.names.has(part)) throw new DamageError('part_missing');
  await walkPart(container, part, {
    open: (_space, name, attribute) => {
      if (name !== 'Relationship' || attribute('TargetMode') === 'External') return;
      const target = attribute('Target') ?? '';
      const path = target.startsWith('/') ? target.slice(1) : posix.normalize(`xl/${target}`);
      if (attribute('Type')?.endsWith('/worksheet') === true) targets.set(attribute('Id') ?? '', path);
    },
    close: () => undefined,
    text: () => undefined,
  });
  return targets;
}

/** Shared texts in their order; readings written above characters are left out. */
async function sharedTexts(container: Container): Promise<string[]> {
  const texts: string[] = [];
  if (!container.names.has('xl/sharedStrings.xml')) return texts;
  let item: string | null = null;
  let isText = false;
  let readings = 0;
  await walkPart(container, 'xl/sharedStrings.xml', {
    open: (_space, name) => {
      if (name === 'si') item = '';
      else if (name === 'rPh') readings++;
      else if (name === 't') isText = true;
    },
    close: (_space, name) => {
      if (name === 'si') {
        texts.push(item ?? '');
        item = null;
      } else if (name === 'rPh') readings--;
      else if (name === 't') isText = false;
    },
    text: (text) => {
      if (item === null || !isText || readings > 0) return;
      item += text;
      if (item.length > longestText * 4) throw new FormatError('bomb');
    },
  });
  return texts;
}

/** What each cell style shows a number as. */
async function cellFormats(container: Container): Promise<NumberFormat[]> {
  const formats: NumberFormat[] = [];
  if (!container.names.has('xl/styles.xml')) return formats;
  const codes = new Map<number, string>();
  let inCellFormats = false;
  await walkPart(container, 'xl/styles.xml', {
    open: (_space, name, attribute) => {
      if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
      else if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'xf' && inCellFormats) {
        const id = Number(attribute('numFmtId') ?? 0);
        formats.push(numberFormat(id, codes.get(id)));
      }
    },
    close: (_space, name) => {
      if (name === 'cellXfs') inCellFormats = false;
    },
    text: () => undefined,
  });
  return formats;
}
