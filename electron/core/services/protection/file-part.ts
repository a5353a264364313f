/** What can be said of one part of a file. */
export type FilePart =
  | { readonly kind: 'text'; readonly place: string; readonly text: string }
  /** Who made it, as a field of the file says. */
  | { readonly kind: 'author'; readonly place: string; readonly value: string }
  /** A file as it once came in. */
  | { readonly kind: 'original'; readonly place: string }
  /** A step of a history that can be gone back. */
  | { readonly kind: 'step' }
  /** Only a passphrase opens it. */
  | { readonly kind: 'encrypted' }
  /** Nothing can be read in it: a picture, a recording, pages. */
  | { readonly kind: 'unread'; readonly place: string };
