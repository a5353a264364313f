import { parseQuery } from '../../../shared/analysis/query/parse-query.ts';
import { queryText } from '../../../shared/analysis/query/query-text.ts';
import {
  type Distance,
  type QueryTree,
  relationNames,
  type TermField,
} from '../../../shared/analysis/query/query-tree.ts';

export const joinNames = ['AND', 'OR', ...relationNames] as const;
export type JoinName = (typeof joinNames)[number];

/** One line of the builder: how it is joined to all lines above it, and what it asks for. */
export type QueryPart = {
  readonly join: JoinName;
  readonly distance: Distance | null;
  readonly isNot: boolean;
  readonly field: TermField;
  readonly key: string | null;
  readonly value: string;
  readonly isExact: boolean;
};

export const firstPart: QueryPart = {
  join: 'AND',
  distance: null,
  isNot: false,
  field: 'code',
  key: null,
  value: '',
  isExact: false,
};

/** What a join begins with: NEAR needs a distance. */
export function distanceOf(join: JoinName, standing: Distance | null): Distance | null {
  if (join === 'NEAR') return standing ?? { count: 2, unit: 'turns' };
  return join === 'FOLLOWED BY' ? standing : null;
}

function termTree({ isNot, field, key, value, isExact }: QueryPart): QueryTree {
  const term: QueryTree = { kind: 'term', field, key, value, isExact, at: 0 };
  return isNot ? { kind: 'not', of: term } : term;
}

/** Whether a line asks for something yet. */
export function isFilled({ field, key, value }: QueryPart): boolean {
  return value.trim() !== '' && value.trim() !== '"' && (field !== 'attribute' || (key ?? '') !== '');
}

/** The lines as a query: each is joined to all above it. Lines that ask for nothing yet are left out. */
export function textOfParts(parts: readonly QueryPart[]): string {
  const filled = parts.filter(isFilled);
  const [first, ...rest] = filled;
  if (first === undefined) return '';
  const tree = rest.reduce<QueryTree>((left, part) => {
    const right = termTree(part);
    if (part.join === 'AND' || part.join === 'OR') return { kind: part.join === 'AND' ? 'and' : 'or', left, right };
    return { kind: 'relation', relation: part.join, distance: distanceOf(part.join, part.distance), left, right };
  }, termTree(first));
  return queryText(tree);
}

type Link = { readonly join: JoinName; readonly distance: Distance | null };

function partOf(tree: QueryTree, { join, distance }: Link): QueryPart | null {
  const term = tree.kind === 'not' ? tree.of : tree;
  if (term.kind !== 'term') return null;
  const { field, key, value, isExact } = term;
  return { join, distance, isNot: tree.kind === 'not', field, key, value, isExact };
}

function partsOfTree(tree: QueryTree): QueryPart[] | null {
  if (tree.kind === 'term' || tree.kind === 'not') {
    const part = partOf(tree, { join: 'AND', distance: null });
    return part === null ? null : [part];
  }
  const above = partsOfTree(tree.left);
  const link: Link =
    tree.kind === 'relation'
      ? { join: tree.relation, distance: tree.distance }
      : { join: tree.kind === 'and' ? 'AND' : 'OR', distance: null };
  const last = partOf(tree.right, link);
  return above === null || last === null ? null : [...above, last];
}

/** A query as lines of the builder; null where it cannot be read or has brackets that lines cannot show. */
export function partsOfText(text: string): QueryPart[] | null {
  if (text.trim() === '') return [firstPart];
  try {
    return partsOfTree(parseQuery(text));
  } catch {
    return null;
  }
}
