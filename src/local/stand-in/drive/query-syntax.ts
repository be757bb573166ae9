/** A search expression of files.list: `name = 'x' and (trashed = false or 'me' in owners)`. */
export type Query =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Query[] }
  | { readonly kind: 'not'; readonly part: Query }
  | { readonly kind: 'compare'; readonly field: string; readonly operator: string; readonly value: string }
  | { readonly kind: 'in'; readonly value: string; readonly collection: string }
  /** `appProperties has { key='x' and value='y' }`; without a value the key alone counts. */
  | {
      readonly kind: 'has';
      readonly field: string;
      readonly key: string;
      readonly value: string | undefined;
    };

const TOKEN = /\s*(?:(\(|\)|\{|\}|!=|<=|>=|=|<|>)|'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|([\w.:+-]+))/y;

interface Token {
  readonly kind: 'symbol' | 'text' | 'word';
  readonly text: string;
}

/** Undefined where the expression is not one; nesting is bounded by `MAX_DEPTH`. */
export function parseQuery(source: string): Query | undefined {
  const tokens = tokensOf(source);
  if (tokens === undefined) return undefined;
  const reader = { tokens, at: 0 };
  const query = readOr(reader, 0);
  return reader.at === tokens.length ? query : undefined;
}

const MAX_DEPTH = 50;

interface Reader {
  readonly tokens: readonly Token[];
  at: number;
}

function tokensOf(source: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  const end = source.trimEnd().length;
  while (TOKEN.lastIndex < end) {
    const match = TOKEN.exec(source);
    if (match === null) return undefined;
    const [, symbol, single, double, word] = match;
    const text = single ?? double;
    if (symbol !== undefined) tokens.push({ kind: 'symbol', text: symbol });
    else if (text !== undefined) tokens.push({ kind: 'text', text: text.replace(/\\(.)/g, '$1') });
    else tokens.push({ kind: 'word', text: word ?? '' });
  }
  return tokens;
}

function readOr(reader: Reader, depth: number): Query | undefined {
  return readJoined(reader, 'or', () => readJoined(reader, 'and', () => readNot(reader, depth)));
}

function readJoined(reader: Reader, kind: 'and' | 'or', next: () => Query | undefined): Query | undefined {
  const parts: Query[] = [];
  do {
    const part = next();
    if (part === undefined) return undefined;
    parts.push(part);
  } while (takeWord(reader, kind));
  const [only] = parts;
  return parts.length === 1 ? only : { kind, parts };
}

function readNot(reader: Reader, depth: number): Query | undefined {
  if (depth > MAX_DEPTH) return undefined;
  if (takeWord(reader, 'not')) {
    const part = readNot(reader, depth + 1);
    return part === undefined ? undefined : { kind: 'not', part };
  }
  if (!takeSymbol(reader, '(')) return readTerm(reader);
  const inner = readOr(reader, depth + 1);
  return takeSymbol(reader, ')') ? inner : undefined;
}

function readTerm(reader: Reader): Query | undefined {
  if (isWord(reader.tokens[reader.at], 'sharedwithme') && !isComparison(reader.tokens[reader.at + 1])) {
    reader.at += 1;
    return { kind: 'compare', field: 'sharedWithMe', operator: '=', value: 'true' };
  }
  const [first, second, third] = reader.tokens.slice(reader.at, reader.at + 3);
  if (first === undefined || second === undefined || third === undefined) return undefined;
  reader.at += 3;
  if (first.kind === 'text' && isWord(second, 'in') && third.kind === 'word') {
    return { kind: 'in', value: first.text, collection: third.text };
  }
  if (first.kind === 'word' && isWord(second, 'has')) return readHas(reader, first.text);
  const isOperator = isComparison(second);
  if (first.kind !== 'word' || !isOperator || third.kind === 'symbol') return undefined;
  return { kind: 'compare', field: first.text, operator: second.text.toLowerCase(), value: third.text };
}

/** Whether any part of the expression is about the field. */
export function namesField(query: Query, field: string): boolean {
  switch (query.kind) {
    case 'and':
    case 'or':
      return query.parts.some((part) => namesField(part, field));
    case 'not':
      return namesField(query.part, field);
    case 'in':
      return query.collection === field;
    default:
      return query.field === field;
  }
}

function isComparison(token: Token | undefined): boolean {
  return /^(!=|<=|>=|=|<|>)$/.test(token?.kind === 'symbol' ? token.text : '') || isWord(token, 'contains');
}

/** What stands after `has {`, which has been read: `key = 'x'`, perhaps `and value = 'y'`, and the closing brace. */
function readHas(reader: Reader, field: string): Query | undefined {
  reader.at -= 1;
  if (!takeSymbol(reader, '{')) return undefined;
  const key = readEntry(reader, 'key');
  const value = key !== undefined && takeWord(reader, 'and') ? readEntry(reader, 'value') : undefined;
  return key !== undefined && takeSymbol(reader, '}') ? { kind: 'has', field, key, value } : undefined;
}

function readEntry(reader: Reader, name: 'key' | 'value'): string | undefined {
  if (!takeWord(reader, name) || !takeSymbol(reader, '=')) return undefined;
  const token = reader.tokens[reader.at];
  if (token?.kind !== 'text') return undefined;
  reader.at += 1;
  return token.text;
}

function isWord(token: Token | undefined, word: string): boolean {
  return token?.kind === 'word' && token.text.toLowerCase() === word;
}

function takeWord(reader: Reader, word: string): boolean {
  if (!isWord(reader.tokens[reader.at], word)) return false;
  reader.at += 1;
  return true;
}

function takeSymbol(reader: Reader, symbol: string): boolean {
  const token = reader.tokens[reader.at];
  if (token?.kind !== 'symbol' || token.text !== symbol) return false;
  reader.at += 1;
  return true;
}
