/** Why something in an exchanged file is not, or not wholly, in the project (or the other way round). */
export const lossReasons = [
  /** Verbatim has nothing of the kind. */
  'not_modelled',
  /** Not written because it was asked to be left out, or is confidential. */
  'left_out',
  /** Kept as it came, to be written again; it is not shown. */
  'kept_unseen',
  /** A source without text. */
  'no_text',
  /** The file holding it is not in the archive, or not readable. */
  'file_missing',
  /** A selection of an area or of a stretch of a recording. */
  'not_text',
  /** It refers to something that is not there. */
  'unresolved',
  /** A document belongs to one case only. */
  'second_case',
  /** The same GUID stands for something else earlier in the file. */
  'guid_repeated',
  /** A code without a name: it was given one. */
  'nameless',
  /** A picture or recording too large to be kept inside the project. */
  'too_large',
  /** An element the standard does not know. */
  'unknown_element',
  /** A file in the archive nothing refers to. */
  'unreferenced_file',
  /** Kept, but its encoding had to be guessed. */
  'encoding_guessed',
  /** The document is there already, with another text. */
  'text_differs',
  /** Kept without its place: what it refers to is not said. */
  'place_unknown',
  /** Kept as part of another element. */
  'folded',
  /** Kept, its type is another. */
  'type_changed',
  /** Kept on the words its name says: it is counted in another way than the rest of the file. */
  'counted_otherwise',
  /** Kept as plain text. */
  'plain_text_only',
  /** A stored change of the program that has not been written into its file yet. */
  'log_unread',
] as const;
export type LossReason = (typeof lossReasons)[number];

/** `count` stands for that many of a kind where they have no name worth listing. */
export type Loss = {
  readonly element: string;
  readonly reason: LossReason;
  readonly guid: string | null;
  readonly name: string | null;
  readonly count: number;
};

export function loss(
  element: string,
  reason: LossReason,
  { guid = null, name = null, count = 1 }: Partial<Pick<Loss, 'guid' | 'name' | 'count'>> = {},
): Loss {
  return { element, reason, guid, name, count };
}
