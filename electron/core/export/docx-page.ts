/** A4 and its margins in twentieths of a point; the foot of a page may hold three lines. */
const page = { short: 11_906, long: 16_838 };
const margin = { side: 1020, end: 1134 };

/** What stands on a page, upright or turned for a wide table. */
export type PageRoom = { readonly width: number; readonly height: number };

export function pageRoom(isWide: boolean): PageRoom {
  const [width, height] = isWide ? [page.long, page.short] : [page.short, page.long];
  return { width: width - 2 * margin.side, height: height - 2 * margin.end };
}

/** Size, direction, margins and foot of the pages before it. */
export function sectionXml(isWide: boolean): string {
  const [width, height] = isWide ? [page.long, page.short] : [page.short, page.long];
  return (
    `<w:sectPr><w:footerReference w:type="default" r:id="rIdFooter"/><w:pgSz w:w="${width}" w:h="${height}"${isWide ? ' w:orient="landscape"' : ''}/>` +
    `<w:pgMar w:top="${margin.end}" w:right="${margin.side}" w:bottom="${margin.end}" w:left="${margin.side}" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`
  );
}
