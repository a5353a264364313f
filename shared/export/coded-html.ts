import { drawnColor } from '../color/drawn.ts';
import { type CodedTranscript, linePieces, type WrittenCoding } from '../report/coded-transcript.ts';
import { escapedHtml, htmlPage } from './html-page.ts';

const style = `
main { display: grid; grid-template-columns: minmax(0, 40rem) minmax(0, 1fr); column-gap: 32px; }
.line { margin: 0; max-width: none; font: 400 1rem/1.75 var(--read); white-space: pre-wrap; }
.gutter { font: 400 0.75rem/1 var(--ui); color: var(--ink3); }
.margin { margin: 0; padding: 0; list-style: none; font-size: 0.75rem; color: var(--ink2); }
.margin li { border-inline-start: 4px solid var(--stripe); padding-inline-start: 6px; margin-block: 3px; break-inside: avoid; }
.margin small { color: var(--ink3); font-size: inherit; }
mark { color: inherit; background: var(--tint); border-block-end: 1px solid var(--stripe); }
@media (max-width: 50rem) { main { display: block; } }
@media print { mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
`;

function colors(color: string): string {
  const [light, dark] = [drawnColor(color, 'light'), drawnColor(color, 'dark')];
  return `--stripe: light-dark(${light.stripe}, ${dark.stripe}); --tint: light-dark(${light.tint}, ${dark.tint})`;
}

function marginItem({ code, coder, color, memos }: WrittenCoding, textLanguage: string): string {
  const name =
    code.lang === undefined
      ? escapedHtml(code.text)
      : `<span lang="${escapedHtml(code.lang)}">${escapedHtml(code.text)}</span>`;
  const said = memos.map((memo) => `<br><small lang="${escapedHtml(textLanguage)}">${escapedHtml(memo)}</small>`);
  return `<li style="${colors(color)}">${name} <small>${escapedHtml(coder)}</small>${said.join('')}</li>`;
}

/** A transcript as one HTML file: its lines, the codings that begin in each beside it, the shortest coding as the tint of its words. */
export function codedHtml(transcript: CodedTranscript): string {
  const { text, textLanguage, lines, codings } = transcript;
  const lang = escapedHtml(textLanguage);
  const rows = lines.map((line) => {
    const pieces = linePieces({ start: line.contentStart, end: line.end }, codings);
    const gutter = text.slice(line.start, line.contentStart);
    const inGutter = linePieces(
      { start: line.start, end: line.contentStart },
      line.contentStart > line.start ? codings : [],
    );
    const words = pieces.map(({ start, end, over }) => {
      const written = escapedHtml(text.slice(start, end));
      const standing = over.map((place) => codings[place]!);
      const shortest = standing.toSorted((a, b) => a.end - a.start - (b.end - b.start))[0];
      if (shortest === undefined || written === '') return written;
      const title = standing.map(({ code, coder }) => `${code.text} (${coder})`).join(', ');
      return `<mark style="${colors(shortest.color)}" title="${escapedHtml(title)}">${written}</mark>`;
    });
    const begun = [...(line.contentStart > line.start ? inGutter : []), ...pieces].flatMap(({ opens }) => opens);
    const margin = [...new Set(begun)].map((place) => marginItem(codings[place]!, textLanguage));
    return [
      `<p class="line" lang="${lang}" dir="auto">${gutter === '' ? '' : `<span class="gutter">${escapedHtml(gutter)}</span>`}${words.join('')}</p>`,
      `<ul class="margin">${margin.join('')}</ul>`,
    ].join('\n');
  });
  return htmlPage(transcript, [`<main>\n${rows.join('\n')}\n</main>`], style);
}
