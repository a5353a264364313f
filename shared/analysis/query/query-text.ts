import type { QueryTree, Term } from './query-tree.ts';

/** How tightly a part binds; a part that binds less than its place asks for stands in brackets. */
const binding = { or: 0, and: 1, relation: 2, not: 3, term: 4 } as const;

function quoted(value: string): string {
  return `"${value.replaceAll(/["\\]/g, (sign) => `\\${sign}`)}"`;
}

/** A value as it is written: bare where nothing in it could be misread. */
function valueText(value: string): string {
  return /^[^\s()（）:："“”「」=\\]+$/u.test(value) ? value : quoted(value);
}

function termText({ field, key, value, isExact }: Term): string {
  if (field === 'text') return quoted(value);
  if (field === 'memo') return value.startsWith('"') ? `memo:${quoted(value.slice(1))}` : `memo:${value}`;
  if (field === 'attribute') return `attr.${valueText(key ?? '')}:${valueText(value)}`;
  return `${field}:${isExact ? '=' : ''}${valueText(value)}`;
}

function written(tree: QueryTree, least: number): string {
  const text = partText(tree);
  return binding[tree.kind] < least ? `(${text})` : text;
}

function partText(tree: QueryTree): string {
  switch (tree.kind) {
    case 'term':
      return termText(tree);
    case 'not':
      return `NOT ${written(tree.of, binding.not)}`;
    case 'and':
    case 'or':
      return `${written(tree.left, binding[tree.kind])} ${tree.kind.toUpperCase()} ${written(tree.right, binding[tree.kind] + 1)}`;
    case 'relation': {
      const distance = tree.distance === null ? '' : `(${tree.distance.count} ${tree.distance.unit})`;
      return `${written(tree.left, binding.relation)} ${tree.relation}${distance} ${written(tree.right, binding.not)}`;
    }
    default:
      return tree satisfies never;
  }
}

/** A query as text: read again it is the same query, but for places. */
export function queryText(tree: QueryTree): string {
  return partText(tree);
}
