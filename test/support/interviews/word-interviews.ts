import { builtDocx, paragraph, run } from '../built-docx.ts';
import { chinese, type Convention, exchange, four, said, short } from '../exchanges.ts';

const bold = (text: string): string => run(text, '<w:b/>');
const table = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows
    .map(
      (row) =>
        `<w:tr>${row
          .map(
            (cell) =>
              `<w:tc>${cell
                .split('|')
                .map((line) => paragraph(run(line)))
                .join('')}</w:tc>`,
          )
          .join('')}</w:tr>`,
    )
    .join('')}</w:tbl>`;
const rows = (
  first: string,
  second: string,
  cells: (name: string, words: string, place: number) => readonly string[],
): readonly (readonly string[])[] => said.map((words, place) => cells(place % 2 === 0 ? first : second, words, place));

/** A document of eight turns, each written by `write`. */
function turns(
  file: string,
  first: string,
  second: string,
  write: (name: string, words: string, place: number) => string,
): Convention {
  return [file, () => builtDocx(exchange(first, second, write)), four(first, second)];
}

/** Word documents as people and programs write them. All invented. */
export const wordInterviews: readonly Convention[] = [
  turns('bold-no-colon-2.docx', 'Anna Lee', 'Ben', (name, words) => paragraph(bold(name + ' '), run(words))),
  turns('bold-split.docx', 'Anna Lee', 'Ben', (name, words) =>
    paragraph(bold(name.slice(0, 2)), bold(name.slice(2)), run('  ' + words)),
  ),
  turns('bold-style.docx', 'Anna Lee', 'Ben', (name, words) =>
    paragraph(run(name, '<w:rStyle w:val="Strong"/>'), run(' ' + words)),
  ),
  turns('italic-no-colon.docx', 'Anna', 'Ben', (name, words) => paragraph(run(name, '<w:i/>'), run(' ' + words))),
  turns('bold-time.docx', 'Anna', 'Ben', (name, words, place) =>
    paragraph(bold(name), run(` ${short(place)} `), run(words)),
  ),
  turns('time-bold.docx', 'Anna', 'Ben', (name, words, place) =>
    paragraph(run(`[00:0${short(place)}] `), bold(name), run(` ${words}`)),
  ),
  turns('bold-label-colon-plain.docx', 'Anna', 'Ben', (name, words) => paragraph(bold(name), run(': ' + words))),
  turns('bold-whole-question.docx', 'Q', 'A', (name, words) =>
    paragraph(name === 'Q' ? bold('Q: ' + words) : run('A: ' + words)),
  ),
  turns(
    'sdt.docx',
    'Anna',
    'Ben',
    (name, words) =>
      `<w:sdt><w:sdtPr/><w:sdtContent>${paragraph(run(name + ': '), `<w:sdt><w:sdtContent>${run(words)}</w:sdtContent></w:sdt>`)}</w:sdtContent></w:sdt>`,
  ),
  turns('smarttag.docx', 'Anna', 'Ben', (name, words) =>
    paragraph(`<w:smartTag w:uri="x" w:element="PersonName">${run(name)}</w:smartTag>`, run(': ' + words)),
  ),
  turns('hyperlink-time.docx', 'Anna', 'Ben', (name, words, place) =>
    paragraph(
      `<w:hyperlink r:id="r1" xmlns:r="x">${run(`[00:0${short(place)}]`)}</w:hyperlink>`,
      run(` ${name}: ${words}`),
    ),
  ),
  turns('ins-name.docx', 'Anna', 'Ben', (name, words) =>
    paragraph(
      `<w:del w:id="1"><w:r><w:delText>X</w:delText></w:r></w:del><w:ins w:id="2">${run(name)}</w:ins>`,
      run(': ' + words),
    ),
  ),
  turns('ruby-name.docx', '田中', '司会', (name, words) =>
    paragraph(
      `<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>よみ</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>${name}</w:t></w:r></w:rubyBase></w:ruby></w:r>`,
      run('：' + words),
    ),
  ),
  turns('footnote.docx', 'Anna', 'Ben', (name, words) =>
    paragraph(run(name), `<w:r><w:footnoteReference w:id="2"/></w:r>`, run(': ' + words)),
  ),
  turns('comment.docx', 'Anna', 'Ben', (name, words) =>
    paragraph(
      '<w:commentRangeStart w:id="0"/>',
      run(name),
      '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
      run(': ' + words),
    ),
  ),
  turns(
    'list-numbered.docx',
    'Anna',
    'Ben',
    (name, words) =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>${run(name + ': ' + words)}</w:p>`,
  ),
  turns('tab-noname.docx', 'Anna', 'Ben', (name, words) => paragraph(run(name), '<w:r><w:tab/></w:r>', run(words))),
  turns('caps-prop.docx', 'Anna', 'Ben', (name, words) => paragraph(run(name, '<w:caps/>'), run(': ' + words))),
  turns('zero-width.docx', 'Anna', 'Ben', (name, words) => paragraph(run('\u200b' + name + '\u200b: ' + words))),
  turns('bom-inside.docx', 'Anna', 'Ben', (name, words) => paragraph(run('\ufeff' + name + ': ' + words))),
  turns('rtl-marks.docx', 'מראיין', 'מרואיין', (name, words) => paragraph(run('\u200f' + name + '\u200f: ' + words))),
  turns(
    'heading-names.docx',
    'Anna',
    'Ben',
    (name, words) => `<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr>${run(name)}</w:p>` + paragraph(run(words)),
  ),
  turns(
    'bold-name-line-blank.docx',
    'Anna Lee',
    'Ben',
    (name, words) => paragraph(bold(name)) + paragraph() + paragraph(run(words)) + paragraph(),
  ),
  turns('sonix.docx', 'Speaker1', 'Speaker2', (name, words, place) =>
    paragraph(bold(name + ': '), run(`[00:0${short(place)}] `), run(words)),
  ),
  turns(
    'trint.docx',
    'Anna',
    'Ben',
    (name, words, place) => paragraph(run(`[00:0${short(place)}]`)) + paragraph(bold(name), run(' '), run(words)),
  ),
  [
    'bold-no-colon.docx',
    () => builtDocx(exchange('Anna Lee', 'Ben', (name, words) => paragraph(bold(name), run(' ' + words)))),
    four('Anna Lee', 'Ben'),
    [said[0]!, null],
  ],
  [
    'bold-paren-time.docx',
    () =>
      builtDocx(
        exchange('Anna', 'Ben', (name, words, place) => paragraph(bold(name), run(` (${short(place)}) `), run(words))),
      ),
    four('Anna', 'Ben'),
    [said[0]!, 0],
  ],
  [
    'bold-br-one-par.docx',
    () =>
      builtDocx(
        paragraph(exchange('Anna', 'Ben', (name, words) => bold(name) + run(' ' + words) + '<w:r><w:br/></w:r>')),
      ),
    four('Anna', 'Ben'),
  ],
  [
    'bold-para-zh.docx',
    () => builtDocx(exchange('张三', '李四', (name, words) => paragraph(bold(name), run(' ' + words)), chinese)),
    four('张三', '李四'),
  ],
  [
    'teams-new.docx',
    () =>
      builtDocx(
        paragraph(bold('Meeting with Anna-20230303_100000-Meeting Recording')) +
          paragraph(run('March 3, 2023, 10:00AM')) +
          paragraph(run('45m 12s')) +
          exchange(
            'Anna Lee',
            'Ben Ito',
            (name, words, place) =>
              paragraph(`<w:r><w:drawing/></w:r>`) +
              paragraph(bold(name), run(`   ${short(place)}`), '<w:r><w:br/></w:r>', run(words)),
          ),
      ),
    four('Anna Lee', 'Ben Ito'),
  ],
  ['table-2col.docx', () => builtDocx(table(rows('Anna', 'Ben', (name, words) => [name, words]))), four('Anna', 'Ben')],
  ['table-colon.docx', () => builtDocx(table(rows('I', 'R', (name, words) => [name + ':', words]))), four('I', 'R')],
  [
    'table-time-name.docx',
    () => builtDocx(table(rows('Anna', 'Ben', (name, words, place) => [`00:0${short(place)}`, name, words]))),
    four('Anna', 'Ben'),
  ],
  [
    'table-name-time.docx',
    () => builtDocx(table(rows('Anna', 'Ben', (name, words, place) => [name, `00:0${short(place)}`, words]))),
    four('Anna', 'Ben'),
  ],
  [
    'table-no-name-time.docx',
    () =>
      builtDocx(
        table(rows('Anna', 'Ben', (name, words, place) => [String(place + 1), name, `00:0${short(place)}`, words])),
      ),
    four('Anna', 'Ben'),
  ],
  [
    'table-range.docx',
    () =>
      builtDocx(
        table(
          rows('Anna', 'Ben', (name, words, place) => [`00:0${short(place)} - 00:0${short(place + 1)}`, name, words]),
        ),
      ),
    four('Anna', 'Ben'),
  ],
  [
    'table-label-in-cell.docx',
    () => builtDocx(table(rows('Anna', 'Ben', (name, words, place) => [String(place + 1), `${name}: ${words}`]))),
    four('Anna', 'Ben'),
  ],
  [
    'table-empty-first.docx',
    () => builtDocx(table(rows('Anna', 'Ben', (name, words) => ['', name, words]))),
    four('Anna', 'Ben'),
  ],
  [
    'table-multiline.docx',
    () => builtDocx(table(rows('Anna', 'Ben', (name, words) => [name, `${words}|And more.|Even: more.`]))),
    four('Anna', 'Ben'),
  ],
  [
    'table-zh-header.docx',
    () =>
      builtDocx(
        table([
          ['序号', '说话人', '时间', '内容'],
          ...rows('张三', '李四', (name, words, place) => [String(place + 1), name, short(place), words]),
        ]),
      ),
    four('张三', '李四'),
  ],
  [
    'table-whole-in-one-cell.docx',
    () => builtDocx(table([[said.map((words, place) => `${place % 2 ? 'Ben' : 'Anna'}: ${words}`).join('|')]])),
    four('Anna', 'Ben'),
  ],
  [
    'table-cont-rows.docx',
    () => builtDocx(table(said.map((words, place) => [place % 2 === 0 ? (place % 4 ? 'Ben' : 'Anna') : '', words]))),
    { Anna: 2, Ben: 2 },
  ],
  [
    'otter.docx',
    () =>
      builtDocx(
        paragraph(run('Interview')) +
          paragraph(run('Fri, Mar 3, 2023 10:00AM • 45:12')) +
          paragraph() +
          exchange(
            'Anna Lee',
            'Unknown Speaker',
            (name, words, place) =>
              paragraph(bold(name), run('  ' + short(place))) + paragraph(run(words)) + paragraph(),
          ),
      ),
    four('Anna Lee', 'Unknown Speaker'),
  ],
  [
    'bold-terms-not-names.docx',
    () =>
      builtDocx(
        said
          .map((words, place) =>
            paragraph(
              bold(['Trust', 'Privacy', 'The cameras', 'Fees', 'Nothing', 'Records', 'Litter', 'End'][place]!),
              run(' is ' + words),
            ),
          )
          .join(''),
      ),
    {},
  ],
  [
    'bold-terms-prose.docx',
    () =>
      builtDocx(
        [
          ['Trust', 'matters most.'],
          ['Privacy', 'is another matter, and it is long.'],
          ['Trust', 'again, for the third time.'],
          ['Fees', 'are paid.'],
        ]
          .map(
            ([a, b]) =>
              paragraph(bold(a!), run(' ' + b)) +
              paragraph(run('It goes on for a paragraph of prose that has nothing to do with it.')) +
              paragraph(run('And another paragraph of prose, which is not speech at all.')),
          )
          .join(''),
      ),
    {},
  ],
];
