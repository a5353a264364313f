import { isLanguage } from './evaluate-query.ts';
import { queryText } from './query-text.ts';
import type { QueryTree, Term } from './query-tree.ts';

/** Two parts of a query that no passage meets together, as they are written. */
export type Contradiction = { readonly a: string; readonly b: string };

/** The parts that must all hold. */
function conjuncts(tree: QueryTree): QueryTree[] {
  return tree.kind === 'and' ? [...conjuncts(tree.left), ...conjuncts(tree.right)] : [tree];
}

/**
 * Fields of which a passage has one value only. A passage may reach over turns of several roles and speakers, and of several
 * cases where speakers are some.
 */
function excludes(a: Term, b: Term, hasSpeakerCases: boolean): boolean {
  if (a.field !== b.field || a.key !== b.key || a.value === b.value) return false;
  switch (a.field) {
    case 'coder':
    case 'document':
      return true;
    case 'case':
    case 'attribute':
      return !hasSpeakerCases;
    case 'language':
      return !isLanguage(a.value, b.value) && !isLanguage(b.value, a.value);
    case 'memo':
      return a.value === 'none' || b.value === 'none';
    case 'code':
    case 'text':
    case 'role':
    case 'speaker':
      return false;
    default:
      return a.field satisfies never;
  }
}

function contradicts(a: QueryTree, b: QueryTree, hasSpeakerCases: boolean): boolean {
  if (a.kind === 'term' && b.kind === 'term') return excludes(a, b, hasSpeakerCases);
  if (a.kind === 'not') return queryText(a.of) === queryText(b);
  return b.kind === 'not' && queryText(b.of) === queryText(a);
}

/** Pairs of parts joined by AND that cannot both hold, so that nothing can be found; said, not refused. */
export function contradictions(tree: QueryTree, hasSpeakerCases = false): Contradiction[] {
  const parts = conjuncts(tree);
  const here = parts.flatMap((a, place) =>
    parts
      .slice(place + 1)
      .flatMap((b) => (contradicts(a, b, hasSpeakerCases) ? [{ a: queryText(a), b: queryText(b) }] : [])),
  );
  const below = parts.flatMap((part) => {
    switch (part.kind) {
      case 'or':
      case 'relation':
        return [...contradictions(part.left, hasSpeakerCases), ...contradictions(part.right, hasSpeakerCases)];
      case 'not':
        return contradictions(part.of, hasSpeakerCases);
      case 'term':
      case 'and':
        return [];
      default:
        return part satisfies never;
    }
  });
  return [...here, ...below];
}
