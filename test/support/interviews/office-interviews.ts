import { builtZip } from '../built-docx.ts';
import { type Convention, exchange, four, said, short } from '../exchanges.ts';

const boldStyle =
  '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>';

function odt(styles: string, body: string): () => Promise<Uint8Array> {
  const spaces = ['office', 'text', 'table', 'style']
    .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
    .join(' ');
  const content = `<?xml version="1.0"?><office:document-content ${spaces} xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
  return () => builtZip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': content });
}

const openDocument: readonly Convention[] = [
  [
    'bold.odt',
    odt(
      boldStyle,
      exchange(
        'Anna Lee',
        'Ben',
        (name, words) =>
          `<text:p text:style-name="Standard"><text:span text:style-name="T1">${name}</text:span> ${words}</text:p>`,
      ),
    ),
    four('Anna Lee', 'Ben'),
  ],
  [
    'strong.odt',
    odt(
      '',
      exchange(
        'Anna Lee',
        'Ben',
        (name, words) =>
          `<text:p><text:span text:style-name="Strong_20_Emphasis">${name}</text:span><text:s/>${words}</text:p>`,
      ),
    ),
    four('Anna Lee', 'Ben'),
  ],
  [
    'bold-colon.odt',
    odt(
      boldStyle,
      exchange(
        'Anna Lee',
        'Ben',
        (name, words) => `<text:p><text:span text:style-name="T1">${name}:</text:span> ${words}</text:p>`,
      ),
    ),
    four('Anna Lee', 'Ben'),
  ],
  [
    'table.odt',
    odt(
      '',
      `<table:table>${said.map((words, place) => `<table:table-row><table:table-cell><text:p>${place % 2 ? 'Ben' : 'Anna'}</text:p></table:table-cell><table:table-cell><text:p>${words}</text:p></table:table-cell></table:table-row>`).join('')}</table:table>`,
    ),
    four('Anna', 'Ben'),
  ],
  [
    'tab.odt',
    odt(
      '',
      exchange('I', 'R', (name, words) => `<text:p>${name}:<text:tab/>${words}</text:p>`),
    ),
    four('I', 'R'),
  ],
  [
    'list.odt',
    odt(
      '',
      `<text:list>${exchange('Anna', 'Ben', (name, words) => `<text:list-item><text:p>${name}: ${words}</text:p></text:list-item>`)}</text:list>`,
    ),
    four('Anna', 'Ben'),
  ],
];

function rtf(body: string): string {
  return `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss Helvetica;}}\n${body}}`;
}

const richText: readonly Convention[] = [
  [
    'bold.rtf',
    rtf(exchange('Anna Lee', 'Ben', (name, words) => `\\pard\\b ${name}\\b0  ${words}\\par\n`)),
    four('Anna Lee', 'Ben'),
  ],
  [
    'bold-group.rtf',
    rtf(exchange('Anna Lee', 'Ben', (name, words) => `{\\pard {\\b ${name}} ${words}\\par}\n`)),
    four('Anna Lee', 'Ben'),
  ],
  [
    'bold-plain.rtf',
    rtf(exchange('Anna Lee', 'Ben', (name, words) => `\\pard\\plain\\b ${name} \\plain ${words}\\par\n`)),
    four('Anna Lee', 'Ben'),
  ],
  [
    'bold-mac.rtf',
    rtf(exchange('Anna Lee', 'Ben', (name, words) => `\\f0\\b ${name}\n\\f1\\b0  ${words}\\\n`)),
    four('Anna Lee', 'Ben'),
  ],
  [
    'bold-u.rtf',
    rtf(
      exchange('\\u24352?\\u19977?', '\\u26446?\\u22235?', (name, words) => `\\pard\\b ${name}\\b0  ${words}\\par\n`),
    ),
    four('张三', '李四'),
  ],
  ['tabs.rtf', rtf(exchange('I:', 'R:', (name, words) => `\\pard ${name}\\tab ${words}\\par\n`)), four('I', 'R')],
  [
    'table.rtf',
    rtf(
      exchange(
        'Anna',
        'Ben',
        (name, words) => `\\trowd\\cellx1000\\cellx9000\\intbl ${name}\\cell ${words}\\cell\\row\n`,
      ),
    ),
    four('Anna', 'Ben'),
  ],
];

const web: readonly Convention[] = [
  [
    'b-nocolon.html',
    `<html><body>${exchange('Anna Lee', 'Ben', (name, words) => `<p><b>${name}</b> ${words}</p>`)}</body></html>`,
    four('Anna Lee', 'Ben'),
  ],
  [
    'strong-br.html',
    `<html><body>${exchange('Anna Lee', 'Ben', (name, words) => `<strong>${name}</strong> ${words}<br>\n`)}</body></html>`,
    four('Anna Lee', 'Ben'),
  ],
  [
    'span-class.html',
    `<html><body>${exchange('Anna Lee', 'Ben', (name, words, place) => `<div class="t"><span class="s">${name}</span> <span class="time">${short(place)}</span><p>${words}</p></div>`)}</body></html>`,
    four('Anna Lee', 'Ben'),
  ],
  [
    'div-div.html',
    `<html><body>${exchange('Anna Lee', 'Ben', (name, words) => `<div><div class=speaker>${name}</div><div class=text>${words}</div></div>`)}</body></html>`,
    four('Anna Lee', 'Ben'),
  ],
  [
    'h3.html',
    `<html><body><h1>Interview</h1>${exchange('Anna Lee', 'Ben', (name, words) => `<h3>${name}</h3><p>${words}</p>`)}</body></html>`,
    four('Anna Lee', 'Ben'),
  ],
  [
    'table.html',
    `<table><tr><th>Speaker</th><th>Text</th></tr>${exchange('Anna Lee', 'Ben', (name, words) => `<tr><td>${name}</td><td>${words}</td></tr>`)}</table>`,
    four('Anna Lee', 'Ben'),
  ],
];

/** Other documents with layout as word processors and programs export them. All invented. */
export const officeInterviews: readonly Convention[] = [...openDocument, ...richText, ...web];
