/** What a walk over bytes taken as UTF-8 found. */
export type Utf8Evidence = {
  /** Well-formed sequences of two to four bytes. */
  readonly multiByte: number;
  /** Places where no well-formed sequence stands. */
  readonly faults: number;
  /** Byte offset where the first faulty sequence begins, null without a fault. */
  readonly firstFault: number | null;
};

/** Counts well-formed and faulty sequences by the table of well-formed UTF-8 (Unicode 16, table 3-7). */
export function utf8Evidence(bytes: Uint8Array): Utf8Evidence {
  let multiByte = 0;
  let faults = 0;
  let firstFault: number | null = null;
  let at = 0;
  while (at < bytes.length) {
    if (bytes[at]! < 0x80) {
      at++;
      continue;
    }
    const { length, whole } = sequenceAt(bytes, at);
    if (whole) multiByte++;
    else {
      faults++;
      firstFault ??= at;
    }
    at += length;
  }
  return { multiByte, faults, firstFault };
}

/** The sequence at a lead byte: its length if well-formed, else the length of its longest well-formed beginning (at least 1). */
function sequenceAt(bytes: Uint8Array, at: number): { length: number; whole: boolean } {
  const lead = bytes[at]!;
  const wanted =
    lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
  if (wanted === 0) return { length: 1, whole: false };
  for (let offset = 1; offset < wanted; offset++) {
    const next = bytes[at + offset];
    const low = offset > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const high = offset > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (next === undefined || next < low || next > high) return { length: offset, whole: false };
  }
  return { length: wanted, whole: true };
}
