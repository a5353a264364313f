/** Most UTF-16 units Excel allows in the name of a sheet. */
const longest = 31;

/** What it forbids there. */
const forbidden = /[[\]:*?/\\\p{Cc}]+/gu;

/** Names a workbook can hold, in the order of those wished for: forbidden characters gone, cut, told apart by number, letters alike in both cases. */
export function sheetNames(wished: readonly string[]): string[] {
  const taken = new Set<string>();
  return wished.map((wish) => {
    const plain =
      wish
        .replaceAll(forbidden, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim()
        .replaceAll(/^'+|'+$/g, '') || 'Sheet';
    for (let number = 1; ; number++) {
      const tail = number === 1 ? '' : ` ${number}`;
      const name = plain.slice(0, longest - tail.length).toWellFormed() + tail;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
}
