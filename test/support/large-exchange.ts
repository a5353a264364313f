import { zipArchive } from '../../electron/core/export/zip.ts';

const g = (kind: number, number = 0): string =>
  `${String(kind).padStart(8, '0')}-0000-4000-8000-${String(number).padStart(12, '0')}`;
const words = 'They watch us and we know it well. ';

/** An archive of so many documents with so many codings each, by two people in turn. */
export function largeExchange(documents: number, codings: number): Uint8Array {
  const text = words.repeat(Math.ceil(codings / 4));
  const sources = Array.from({ length: documents }, (_, document) => {
    const marks = Array.from({ length: codings }, (__, place) => {
      const number = document * codings + place;
      const user = g(1, place % 2);
      return `<PlainTextSelection guid="${g(4, number)}" name="" startPosition="${place * 5}" endPosition="${place * 5 + 4}" creatingUser="${user}"><Coding guid="${g(5, number)}" creatingUser="${user}"><CodeRef targetGUID="${g(2)}"/></Coding></PlainTextSelection>`;
    });
    return `<TextSource guid="${g(3, document)}" name="Talk ${document}" plainTextPath="internal://talk.txt">${marks.join('')}</TextSource>`;
  });
  const xml = `<Project xmlns="urn:QDA-XML:project:1.0" name="n" origin="Somebody 1"><Users><User guid="${g(1)}" name="Ann"/><User guid="${g(1, 1)}" name="Ben"/></Users><CodeBook><Codes><Code guid="${g(2)}" name="Fear" isCodable="true"/></Codes></CodeBook><Sources>${sources.join('')}</Sources></Project>`;
  return zipArchive([
    { name: 'project.qde', bytes: Buffer.from(xml) },
    { name: 'sources/talk.txt', bytes: Buffer.from(text) },
  ]);
}
