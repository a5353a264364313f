/** How far two passages may be apart: turns, or characters (code points) between them. */
export type Distance = { readonly count: number; readonly unit: 'turns' | 'characters' };

export const relationNames = ['WITHIN', 'ENCLOSES', 'OVERLAPS', 'NEAR', 'FOLLOWED BY'] as const;
export type RelationName = (typeof relationNames)[number];

/** What a term asks for. `attribute` has a key as well. */
export const termFields = [
  'code',
  'text',
  'coder',
  'memo',
  'role',
  'speaker',
  'case',
  'document',
  'language',
  'attribute',
] as const;
export type TermField = (typeof termFields)[number];

export type Term = {
  readonly kind: 'term';
  readonly field: TermField;
  /** Key of the attribute, for `attribute` only. */
  readonly key: string | null;
  readonly value: string;
  /** `code:=value`: the code itself, without those below it. */
  readonly isExact: boolean;
  /** Where the term stands in the query's text (UTF-16). */
  readonly at: number;
};

/** A query: what is looked for, and in which relation. */
export type QueryTree =
  | Term
  | { readonly kind: 'not'; readonly of: QueryTree }
  | { readonly kind: 'and' | 'or'; readonly left: QueryTree; readonly right: QueryTree }
  | {
      readonly kind: 'relation';
      readonly relation: RelationName;
      /** NEAR always has one; FOLLOWED BY may; the others have none. */
      readonly distance: Distance | null;
      readonly left: QueryTree;
      readonly right: QueryTree;
    };
