import { xmlAttribute } from '../../../shared/export/xml-text.ts';
import { type CodedTranscript, linePieces, type WrittenCoding } from '../../../shared/report/coded-transcript.ts';
import { stylesXml } from './docx-styles.ts';
import { paragraphXml, runsXml, runXml, settingsXml } from './docx-text.ts';
import { officeRelations, packageParts, propertiesParts, relationships, xmlPart } from './office-package.ts';
import { zipArchive } from './zip.ts';

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A transcript as a Word document: its lines as paragraphs, every coding a comment on its words by its coder. The same transcript gives the same bytes. */
export function codedDocx(transcript: CodedTranscript): Uint8Array {
  return zipArchive([
    ...packageParts({ name: 'word/document.xml', type: `${word}.document.main+xml` }, [
      ['word/styles.xml', `${word}.styles+xml`],
      ['word/comments.xml', `${word}.comments+xml`],
    ]),
    ...propertiesParts(transcript),
    xmlPart('word/document.xml', documentXml(transcript)),
    xmlPart(
      'word/_rels/document.xml.rels',
      relationships([
        ['rIdStyles', `${officeRelations}/styles`, 'styles.xml'],
        ['rIdComments', `${officeRelations}/comments`, 'comments.xml'],
      ]),
    ),
    xmlPart('word/styles.xml', stylesXml(transcript.language)),
    xmlPart('word/comments.xml', commentsXml(transcript)),
  ]);
}

function documentXml({
  title,
  language,
  settings,
  footer,
  text,
  textLanguage,
  lines,
  codings,
}: CodedTranscript): string {
  const head = [paragraphXml('Title', runXml({ text: title })), ...settingsXml(language, settings)];
  const body = lines.map((line) => {
    const cuts = [
      ...(line.contentStart > line.start ? linePieces({ start: line.start, end: line.contentStart }, codings) : []),
      ...linePieces({ start: line.contentStart, end: line.end }, codings),
    ];
    const pieces = cuts.map(({ start, end, opens, closes }) => {
      return [
        ...opens.map((place) => `<w:commentRangeStart w:id="${place}"/>`),
        end > start
          ? runXml({
              text: text.slice(start, end),
              lang: textLanguage,
              ...(end <= line.contentStart && line.contentStart > line.start ? { strong: true as const } : {}),
            })
          : '',
        ...closes.map(
          (place) => `<w:commentRangeEnd w:id="${place}"/><w:r><w:commentReference w:id="${place}"/></w:r>`,
        ),
      ].join('');
    });
    return paragraphXml('Normal', pieces.join(''));
  });
  const foot = footer.map((line) => paragraphXml('Setting', runXml({ text: line })));
  const page =
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1020" w:bottom="1134" w:left="1021" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>';
  return `<w:document ${space}><w:body>${[...head, ...body, ...foot].join('')}${page}</w:body></w:document>`;
}

function commentsXml({ codings, textLanguage }: CodedTranscript): string {
  const each = codings.map((coding, place) => commentXml(coding, place, textLanguage));
  return `<w:comments ${space}>${each.join('')}</w:comments>`;
}

function commentXml({ code, coder, memos }: WrittenCoding, place: number, lang: string): string {
  const initials = Array.from(coder).slice(0, 3).join('');
  const paragraphs = [
    paragraphXml('Normal', runsXml([{ ...code, strong: true }])),
    ...memos.map((memo) => paragraphXml('Normal', runXml({ text: memo, lang }))),
  ];
  return `<w:comment w:id="${place}" w:author="${xmlAttribute(coder)}" w:initials="${xmlAttribute(initials)}">${paragraphs.join('')}</w:comment>`;
}
