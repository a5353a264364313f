import { zipArchive } from '../../electron/core/export/zip.ts';

const g = (kind: number, number = 0): string =>
  `${String(kind).padStart(8, '0')}-0000-4000-8000-${String(number).padStart(12, '0')}`;
const text = 'R: We trust the post office.\nI: Why?\nR: They know us.';

/** A project with everything this program has no counterpart of. */
export function richExchange(): Uint8Array {
  const xml = `<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" name="n" origin="Somebody 1">
<Users><User guid="${g(1)}" name="Ann"/></Users>
<CodeBook><Codes><Code guid="${g(2)}" name="Closeness" isCodable="true"/></Codes></CodeBook>
<Variables><Variable guid="${g(9)}" name="Age" typeOfVariable="Text"><Description>in years</Description></Variable></Variables>
<Cases><Case guid="${g(7)}" name="P1"><CodeRef targetGUID="${g(2)}"/><SourceRef targetGUID="${g(3)}"/><SelectionRef targetGUID="${g(4)}"/></Case></Cases>
<Sources>
<TextSource guid="${g(3)}" name="Talk" plainTextPath="internal://talk.txt">
<PlainTextSelection guid="${g(4)}" name="trust" startPosition="6" endPosition="11" creatingUser="${g(1)}"/>
<Coding guid="${g(5, 1)}" creatingUser="${g(1)}"><CodeRef targetGUID="${g(2)}"/></Coding></TextSource>
<PictureSource guid="${g(3, 1)}" name="Door" path="internal://door.png" creatingUser="${g(1)}">
<PictureSelection guid="${g(4, 1)}" firstX="1" firstY="2" secondX="30" secondY="40"><Coding guid="${g(5, 2)}"><CodeRef targetGUID="${g(2)}"/></Coding></PictureSelection></PictureSource>
<PDFSource guid="${g(3, 2)}" name="Leaflet" path="internal://leaflet.pdf">
<PDFSelection guid="${g(4, 2)}" page="0" firstX="1" firstY="2" secondX="3" secondY="4"/>
<Representation guid="${g(3, 3)}" plainTextPath="internal://leaflet.txt"><PlainTextSelection guid="${g(4, 3)}" startPosition="0" endPosition="6" creatingUser="${g(1)}"><Coding guid="${g(5, 3)}" creatingUser="${g(1)}"><CodeRef targetGUID="${g(2)}"/></Coding></PlainTextSelection></Representation></PDFSource>
<AudioSource guid="${g(3, 4)}" name="Tape" path="relative:///tape.m4a">
<Transcript guid="${g(3, 5)}" plainTextPath="internal://talk.txt"><SyncPoint guid="${g(6)}" timeStamp="0" position="0"/><SyncPoint guid="${g(6, 1)}" timeStamp="900" position="5"/></Transcript>
<AudioSelection guid="${g(4, 4)}" begin="0" end="500"/></AudioSource>
</Sources>
<Links><Link guid="${g(8)}" name="explains" direction="OneWay" originGUID="${g(4)}" targetGUID="${g(2)}"/></Links>
<Sets><Set guid="${g(10)}" name="First wave"><MemberCode targetGUID="${g(2)}"/><MemberSource targetGUID="${g(3)}"/><MemberSource targetGUID="${g(3, 4)}"/></Set></Sets>
<Graphs><Graph guid="${g(11)}" name="Map"><Vertex guid="${g(12)}" representedGUID="${g(2)}" firstX="1" firstY="1"/><Vertex guid="${g(12, 1)}" representedGUID="${g(3)}" firstX="5" firstY="5" shape="Oval"/><Edge guid="${g(13)}" sourceVertex="${g(12)}" targetVertex="${g(12, 1)}" lineStyle="dashed"/></Graph></Graphs>
</Project>`;
  return zipArchive([
    { name: 'project.qde', bytes: Buffer.from(xml) },
    { name: 'sources/talk.txt', bytes: Buffer.from(text) },
    { name: 'sources/door.png', bytes: Buffer.from('\x89PNG invented') },
    { name: 'sources/leaflet.pdf', bytes: Buffer.from('%PDF-1.4 invented') },
    { name: 'sources/leaflet.txt', bytes: Buffer.from('Credit for all') },
  ]);
}
