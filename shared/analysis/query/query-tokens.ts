import { QuerySyntaxError } from './query-error.ts';

export type Token = {
  readonly kind: 'word' | 'quoted' | 'open' | 'close' | 'colon' | 'end';
  readonly text: string;
  /** Where it begins and ends in the query's text. */
  readonly at: number;
  readonly end: number;
};

const blank = /\s/u;
/** Full-width forms are what East Asian keyboards give. */
const signs: Readonly<Record<string, Token['kind']>> = {
  '(': 'open',
  '（': 'open',
  ')': 'close',
  '）': 'close',
  ':': 'colon',
  '：': 'colon',
};
const quotes: Readonly<Record<string, string>> = { '"': '"', '“': '”', '「': '」' };

function endsWord(character: string): boolean {
  return blank.test(character) || character in signs || character in quotes;
}

/** The text between quotation marks: a backslash takes the next character as it is. */
function quotedToken(text: string, at: number): Token {
  const closing = quotes[text[at]!]!;
  let words = '';
  for (let place = at + 1; place < text.length; place++) {
    if (text[place] === closing) return { kind: 'quoted', text: words, at, end: place + 1 };
    if (text[place] === '\\' && place + 1 < text.length) place++;
    words += text[place];
  }
  throw new QuerySyntaxError('unclosed_quote', at, text.slice(at, at + 20));
}

/** A query's text cut into words, quoted texts and signs. Throws QuerySyntaxError for a quotation that does not end. */
export function queryTokens(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const character = text[at]!;
    const sign = signs[character];
    if (blank.test(character)) at++;
    else if (sign !== undefined) tokens.push({ kind: sign, text: character, at, end: ++at });
    else if (character in quotes) {
      const token = quotedToken(text, at);
      tokens.push(token);
      at = token.end;
    } else {
      const begin = at;
      while (at < text.length && !endsWord(text[at]!)) at++;
      tokens.push({ kind: 'word', text: text.slice(begin, at), at: begin, end: at });
    }
  }
  tokens.push({ kind: 'end', text: '', at: text.length, end: text.length });
  return tokens;
}
