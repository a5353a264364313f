import { xmlAttribute } from '../../../shared/export/xml-text.ts';
import type { ReportBlock } from '../../../shared/report/model.ts';
import { paragraphXml, runXml } from './docx-text.ts';
import type { PageRoom } from './docx-page.ts';

type Figure = Extract<ReportBlock, { kind: 'figure' }>;

/** English Metric Units, which drawings are measured in: to a CSS pixel, and to a twentieth of a point. */
const perPixel = 9525;
const perTwip = 635;

/** One transparent pixel: programs that do not draw SVG show this in its place, with the text alternative. */
export const fallbackPicture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAC0lEQVR42mNgAAIAAAUAAen63NgAAAAASUVORK5CYII=',
  'base64',
);

/** What a page keeps for the caption below a picture, in twentieths of a point. */
const captionRoom = 800;

/** A picture, no larger than fits a page with its caption; `place` counts the report's figures from 1. */
export function figureXml({ caption, alternative, width, height }: Figure, place: number, room: PageRoom): string {
  const scale = Math.min(
    1,
    (room.width * perTwip) / (width * perPixel),
    ((room.height - captionRoom) * perTwip) / (height * perPixel),
  );
  const [cx, cy] = [Math.round(width * perPixel * scale), Math.round(height * perPixel * scale)];
  const described = `id="${place}" name="Figure ${place}" descr="${xmlAttribute(alternative)}"`;
  const picture =
    `<pic:pic><pic:nvPicPr><pic:cNvPr ${described}/><pic:cNvPicPr/></pic:nvPicPr>` +
    `<pic:blipFill><a:blip r:embed="rIdFallback"><a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">` +
    `<asvg:svgBlip r:embed="rIdFigure${place}"/></a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>`;
  const drawing =
    `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${cx}" cy="${cy}"/><wp:docPr ${described}/>` +
    `<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">${picture}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
  return paragraphXml('Figure', drawing, '<w:keepNext/>') + paragraphXml('Caption', runXml({ text: caption }));
}
