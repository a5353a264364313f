import { withOrdinaryIdeographs } from './cjk-radicals.ts';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { DamageError, FormatError } from './unreadable.ts';

type Line = { readonly text: string; readonly y: number };

/**
 * The text of a PDF. The rule: a printed line is a line, hyphens at its end, page headers, footers and line numbers stay as they are printed; a gap
 * clearly wider than the page's line spacing is an empty line, and so is the end of a page. Kangxi and CJK radicals and compatibility
 * ideographs, which print engines write for ordinary characters, are made ordinary (NFKC); ligatures are taken apart. Drawings and pictures of
 * text have no words. Throws FormatError (`scan`: no words on any page; `encrypted`) and DamageError (`pdf`).
 * To be called in a thread of its own: the library writes warnings and puts its parser on the global object.
 */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  // Given here, the parser needs no file of its own to load, which a bundle would not have.
  Object.assign(globalThis, { pdfjsWorker: await import('pdfjs-dist/legacy/build/pdf.worker.mjs') });
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({
    data: Uint8Array.from(bytes),
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    cMapUrl: `${characterMaps()}/`,
    cMapPacked: true,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise;
    const pages: string[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(pageText(printedLines(items)));
      page.cleanup();
    }
    const text = pages.filter((page) => page !== '').join('\n\n');
    if (text.trim() === '') throw new FormatError('scan');
    return withOrdinaryIdeographs(text).replaceAll('\0', '');
  } catch (error) {
    if (error instanceof FormatError) throw error;
    if (error instanceof Error && error.name === 'PasswordException')
      throw new FormatError('encrypted', { cause: error });
    throw new DamageError('pdf', { cause: error });
  } finally {
    await task.destroy();
  }
}

/** The tables of East Asian encodings that come with the library: beside the bundle, one folder up from its chunks, or in the package. */
function characterMaps(): string {
  const beside = ['cmaps', '../cmaps']
    .map((place) => join(import.meta.dirname, place))
    .find((place) => existsSync(place));
  return beside ?? join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps');
}

type Item =
  | { readonly str: string; readonly hasEOL: boolean; readonly transform: readonly number[] }
  | { readonly type: string };

function printedLines(items: readonly Item[]): Line[] {
  const lines: Line[] = [];
  let text = '';
  let y: number | null = null;
  for (const item of items) {
    if (!('str' in item)) continue;
    text += item.str;
    if (item.str.trim() !== '') y ??= item.transform[5] ?? null;
    if (!item.hasEOL) continue;
    if (text.trim() !== '') lines.push({ text: text.trimEnd(), y: y ?? 0 });
    text = '';
    y = null;
  }
  if (text.trim() !== '') lines.push({ text: text.trimEnd(), y: y ?? 0 });
  return lines;
}

function pageText(lines: readonly Line[]): string {
  const gaps = lines.slice(1).map((line, place) => lines[place]!.y - line.y);
  const downwards = gaps.filter((gap) => gap > 0.5).sort((a, b) => a - b);
  const usual = downwards[Math.floor((downwards.length - 1) / 2)] ?? 0;
  return lines
    .map(({ text }, place) => (place > 0 && usual > 0 && gaps[place - 1]! > usual * 1.45 ? `\n${text}` : text))
    .join('\n');
}
