/** A kind of element as messages select it (names there have no blanks), and its own name for kinds without words. */
export function elementWords(element: string): { readonly element: string; readonly name: string } {
  return { element: element.replaceAll(/\W/g, '_'), name: element };
}
