import { QuerySyntaxError } from './query-error.ts';
import { queryTokens, type Token } from './query-tokens.ts';
import {
  type Distance,
  type QueryTree,
  type RelationName,
  type Term,
  type TermField,
  termFields,
} from './query-tree.ts';

const attributePrefix = 'attr.';
const relations: readonly RelationName[] = ['WITHIN', 'ENCLOSES', 'OVERLAPS', 'NEAR'];
const roles = new Set(['respondent', 'interviewer', 'other']);
const deepest = 200;
/** The farthest NEAR reaches: more than any transcript has. */
const farthest = 10_000_000;

/**
 * Reads a query. NOT binds tightest, then the relations from left to right, then AND, then OR; brackets group. Operators
 * are read in any letter case. Throws QuerySyntaxError.
 */
export function parseQuery(text: string): QueryTree {
  const tokens = queryTokens(text);
  if (tokens.length === 1) throw new QuerySyntaxError('empty', 0, '');
  const parser = new Parser(tokens);
  const tree = parser.or(0);
  const rest = parser.peek();
  if (rest.kind === 'close') throw new QuerySyntaxError('bracket_unopened', rest.at, rest.text);
  if (rest.kind !== 'end') throw new QuerySyntaxError('operator_expected', rest.at, rest.text);
  return tree;
}

/** The field a term is written with; that of attributes is written `attr.KEY`. */
function fieldNamed(word: string): TermField | undefined {
  return termFields.find((field) => field === word && field !== 'attribute');
}

class Parser {
  private readonly tokens: readonly Token[];
  private place = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  peek(ahead = 0): Token {
    return this.tokens[Math.min(this.place + ahead, this.tokens.length - 1)]!;
  }

  private next(): Token {
    const token = this.peek();
    this.place++;
    return token;
  }

  /** Whether an operator stands here: a bare word, not the field of a term. */
  private isWord(word: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'word' && token.text.toUpperCase() === word && this.peek(ahead + 1).kind !== 'colon';
  }

  or(depth: number): QueryTree {
    let left = this.and(depth);
    while (this.isWord('OR')) {
      this.next();
      left = { kind: 'or', left, right: this.and(depth) };
    }
    return left;
  }

  private and(depth: number): QueryTree {
    let left = this.related(depth);
    while (this.isWord('AND')) {
      this.next();
      left = { kind: 'and', left, right: this.related(depth) };
    }
    return left;
  }

  private related(depth: number): QueryTree {
    let left = this.not(depth);
    for (;;) {
      const relation = this.relation();
      if (relation === null) return left;
      left = { kind: 'relation', ...relation, left, right: this.not(depth) };
    }
  }

  private relation(): { relation: RelationName; distance: Distance | null } | null {
    const named = relations.find((name) => this.isWord(name));
    if (named !== undefined) {
      const { end } = this.next();
      if (named !== 'NEAR') return { relation: named, distance: null };
      const distance = this.distance();
      if (distance === null) throw new QuerySyntaxError('distance', end, this.peek().text);
      return { relation: 'NEAR', distance };
    }
    if (!this.isWord('FOLLOWED') || !this.isWord('BY', 1)) return null;
    this.next();
    this.next();
    const isDistance = this.peek().kind === 'open' && /^\d+$/.test(this.peek(1).text);
    return { relation: 'FOLLOWED BY', distance: isDistance ? this.distance() : null };
  }

  /** `(2 turns)`, `(40 characters)`; null where no bracket stands here. */
  private distance(): Distance | null {
    if (this.peek().kind !== 'open') return null;
    this.next();
    const [count, unit, close] = [this.next(), this.next(), this.next()];
    const isTurns = /^turns?$/i.test(unit.text);
    if (!/^\d{1,8}$/.test(count.text) || Number(count.text) > farthest)
      throw new QuerySyntaxError('distance', count.at, count.text);
    if (!isTurns && !/^(char|character)s?$/i.test(unit.text))
      throw new QuerySyntaxError('distance', unit.at, unit.text);
    if (close.kind !== 'close') throw new QuerySyntaxError('unclosed_bracket', close.at, close.text);
    return { count: Number(count.text), unit: isTurns ? 'turns' : 'characters' };
  }

  private not(depth: number): QueryTree {
    if (depth > deepest) throw new QuerySyntaxError('too_deep', this.peek().at, this.peek().text);
    if (this.isWord('NOT')) {
      this.next();
      return { kind: 'not', of: this.not(depth + 1) };
    }
    if (this.peek().kind !== 'open') return this.term();
    const open = this.next();
    const inside = this.or(depth + 1);
    const close = this.next();
    if (close.kind === 'end') throw new QuerySyntaxError('unclosed_bracket', open.at, open.text);
    if (close.kind !== 'close') throw new QuerySyntaxError('operator_expected', close.at, close.text);
    return inside;
  }

  private term(): Term {
    const first = this.next();
    if (first.kind === 'quoted')
      return { kind: 'term', field: 'text', key: null, value: this.filled(first), isExact: false, at: first.at };
    if (first.kind !== 'word') throw new QuerySyntaxError('term_expected', first.at, first.text);
    const isAttribute = first.text.toLowerCase().startsWith(attributePrefix);
    let key = isAttribute ? first.text.slice(attributePrefix.length) : null;
    if (key === '' && this.peek().kind === 'quoted') key = this.next().text;
    if (this.peek().kind !== 'colon') throw new QuerySyntaxError('term_expected', first.at, first.text);
    const field = isAttribute ? 'attribute' : fieldNamed(first.text.toLowerCase());
    if (field === undefined) throw new QuerySyntaxError('unknown_field', first.at, first.text);
    this.next();
    return this.valued(field, key, first.at);
  }

  private valued(field: TermField, key: string | null, at: number): Term {
    const token = this.next();
    if (token.kind !== 'word' && token.kind !== 'quoted') throw new QuerySyntaxError('value_missing', at, token.text);
    let value = this.filled(token);
    const isExact = field === 'code' && token.kind === 'word' && value.startsWith('=');
    if (isExact) {
      const after = value.slice(1);
      value = after === '' && this.peek().kind === 'quoted' ? this.next().text : after;
      if (value === '') throw new QuerySyntaxError('value_missing', at, token.text);
    }
    if (field === 'role' && !roles.has(value.toLowerCase())) throw new QuerySyntaxError('role', token.at, value);
    if (field === 'role') value = value.toLowerCase();
    if (field === 'memo' && token.kind === 'word') {
      value = value.toLowerCase();
      if (value !== 'any' && value !== 'none') throw new QuerySyntaxError('memo', token.at, value);
    }
    // Words looked for in a memo are kept with their mark, so that "any" and "none" can be looked for too.
    if (field === 'memo' && token.kind === 'quoted') value = `"${value}`;
    return { kind: 'term', field, key, value, isExact, at };
  }

  private filled(token: Token): string {
    if (token.text.trim() === '') throw new QuerySyntaxError('value_missing', token.at, token.text);
    return token.text;
  }
}
