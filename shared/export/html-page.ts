import type { Report } from '../report/model.ts';
import { reportStyle } from './report-style.ts';

/** Text as it stands between tags and in attributes. */
export function escapedHtml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}

/** One self-contained page around a body: title, settings and footer of the report, nothing from elsewhere. */
export function htmlPage(
  { title, language, settings, footer, origin }: Pick<Report, 'title' | 'language' | 'settings' | 'footer' | 'origin'>,
  main: readonly string[],
  style = '',
): string {
  return [
    '<!doctype html>',
    `<html lang="${escapedHtml(language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta name="generator" content="${escapedHtml(origin.software)}">`,
    `<title>${escapedHtml(title)}</title>`,
    `<style>${reportStyle}${style}</style>`,
    '</head>',
    '<body>',
    `<header><h1>${escapedHtml(title)}</h1>`,
    '<dl>',
    ...settings.map(([name, value]) => `<div><dt>${escapedHtml(name)}</dt><dd>${escapedHtml(value)}</dd></div>`),
    '</dl></header>',
    ...main,
    `<footer>${footer.map((line) => `<p>${escapedHtml(line)}</p>`).join('')}</footer>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
