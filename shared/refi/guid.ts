/**
 * A GUID as it is compared: without braces and blanks, in lower case. Files write the same one in several ways. The index of
 * external identifiers is made of the same, so that letters beyond ASCII, which no GUID has, stay as they are.
 */
export function guidKey(guid: string): string {
  return guid.replaceAll(/[{} ]/g, '').replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** Whether the standard's schema takes this as a GUID. */
export function isGuid(guid: string): boolean {
  return /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\})$/i.test(
    guid,
  );
}
