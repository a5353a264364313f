/**
 * An element of an exchanged file that Verbatim has nothing of its own for, as it stands in the file: kept to be written
 * again. Names are local, attributes in their order.
 */
export type KeptElement = {
  readonly name: string;
  attributes: readonly (readonly [name: string, value: string])[];
  children: KeptElement[];
  text: string;
};

/**
 * Where a kept element belongs: in the wrapper of its kind, or on something that is written anyway (its owner). `shell` is
 * what stands around the text of a PDF.
 */
const keptPlaces = ['set', 'link', 'graph', 'source', 'shell', 'coding', 'case', 'variable'] as const;
export type KeptPlace = (typeof keptPlaces)[number];

export type Kept = {
  readonly place: KeptPlace;
  /** GUID of the source, case or variable it stands in; null in a wrapper. */
  readonly owner: string | null;
  readonly element: KeptElement;
};

export function keptAttribute({ attributes }: KeptElement, name: string): string | null {
  return attributes.find(([each]) => each === name)?.[1] ?? null;
}

/** The same element with some of its attributes replaced; null takes one away. */
export function withAttributes(of: KeptElement, replaced: Readonly<Record<string, string | null>>): KeptElement {
  const attributes = of.attributes.flatMap(([name, value]): [string, string][] => {
    const other = Object.hasOwn(replaced, name) ? replaced[name]! : value;
    return other === null ? [] : [[name, other]];
  });
  return { ...of, attributes };
}

/** All elements of a tree, parents before their children. */
export function* keptElements(of: KeptElement): Generator<KeptElement> {
  yield of;
  for (const child of of.children) yield* keptElements(child);
}
