import { isGuid } from './guid.ts';
import { keptAttribute, type KeptElement } from './kept-element.ts';
import { fitsSchema, keptSchema, type KeptValue, neededChild } from './kept-schema.ts';

/** What the file being written knows: asked by what was kept from another file. */
export type Writing = {
  /** The GUID something goes by in this file; null where nothing there does. */
  readonly reference: (guid: string) => string | null;
  /** Takes a GUID for a kept element; false where something in the file has it. */
  readonly claim: (guid: string) => boolean;
  /** The path under which a file of the archive is written; null where there is none. */
  readonly path: (path: string) => string | null;
  /** Told of every element and attribute that cannot be written, and why. */
  readonly lose: (
    element: KeptElement,
    reason: 'unresolved' | 'guid_repeated' | 'unknown_element' | 'file_missing',
  ) => void;
};

/**
 * A kept element as the schema and the file being written allow it: known attributes and children in the order of the
 * schema, references to what is in the file. Null where too little of it is left to be written.
 */
export function writtenAgain(element: KeptElement, writing: Writing): KeptElement | null {
  const shape = keptSchema[element.name];
  if (shape === undefined) {
    writing.lose(element, 'unknown_element');
    return null;
  }
  const attributes: (readonly [string, string])[] = [];
  for (const [name, kind] of Object.entries(shape.attributes)) {
    // Members of sets are named by `guid` in codebooks.
    const value = keptAttribute(element, name) ?? (name === 'targetGUID' ? keptAttribute(element, 'guid') : null);
    const written = value === null ? null : attributeAgain(element, kind, value, writing);
    if (written !== null) attributes.push([name, written]);
  }
  const has = (name: string): boolean => attributes.some(([each]) => each === name);
  if (!shape.required.every(has)) {
    if (shape.required.includes('targetGUID')) writing.lose(element, 'unresolved');
    return null;
  }
  const children = shape.children.flatMap((name) => {
    const written = element.children
      .filter((child) => child.name === name)
      .flatMap((child) => writtenAgain(child, writing) ?? []);
    return shape.once.includes(name) ? written.slice(0, 1) : written;
  });
  for (const child of element.children)
    if (!shape.children.includes(child.name)) writing.lose(child, 'unknown_element');
  const needed = neededChild[element.name];
  if (needed !== undefined && !children.some(({ name }) => name === needed)) {
    writing.lose(element, 'unresolved');
    return null;
  }
  return { name: element.name, attributes, children, text: shape.hasText === true ? element.text : '' };
}

function attributeAgain(element: KeptElement, kind: KeptValue, value: string, writing: Writing): string | null {
  if (kind === 'own') {
    if (isGuid(value) && writing.claim(value)) return value;
    writing.lose(element, 'guid_repeated');
    return null;
  }
  if (kind === 'reference' || kind === 'user') return writing.reference(value);
  if (kind === 'path') {
    const path = writing.path(value);
    if (path === null) writing.lose(element, 'file_missing');
    return path;
  }
  return fitsSchema(kind, value) ? value : null;
}
