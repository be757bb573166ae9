import { type CellReference, type Token, tokensOf } from './tokens.ts';

export type Expression =
  | { readonly kind: 'literal'; readonly value: number | string | boolean }
  | { readonly kind: 'cell'; readonly cell: CellReference }
  | { readonly kind: 'range'; readonly from: CellReference; readonly to: CellReference }
  | { readonly kind: 'call'; readonly name: string; readonly parameters: readonly Expression[] }
  | { readonly kind: 'pair'; readonly sign: string; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'negative' | 'percent'; readonly of: Expression };

/** From what binds least to what binds most. */
const LEVELS: readonly (readonly string[])[] = [
  ['=', '<>', '<', '>', '<=', '>='],
  ['&'],
  ['+', '-'],
  ['*', '/'],
  ['^'],
];

/** No rule is nested deeper; a text that is does not get the stack. */
const DEEPEST = 40;

class NotAFormula extends Error {}

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): Expression {
    const found = this.#level(0);
    if (this.#at < this.#tokens.length) throw new NotAFormula();
    return found;
  }

  #level(level: number): Expression {
    const signs = LEVELS[level];
    if (signs === undefined) return this.#signed();
    let left = this.#level(level + 1);
    for (let sign = this.#oneOf(signs); sign !== undefined; sign = this.#oneOf(signs))
      left = { kind: 'pair', sign, left, right: this.#level(level + 1) };
    return left;
  }

  #signed(): Expression {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new NotAFormula();
    const sign = this.#oneOf(['-', '+']);
    const inner = sign === undefined ? this.#percent() : this.#signed();
    this.#depth -= 1;
    return sign === '-' ? { kind: 'negative', of: inner } : inner;
  }

  #percent(): Expression {
    let found = this.#single();
    while (this.#oneOf(['%']) !== undefined) found = { kind: 'percent', of: found };
    return found;
  }

  #single(): Expression {
    const token = this.#tokens[this.#at];
    this.#at += 1;
    switch (token?.kind) {
      case 'number':
      case 'text':
        return { kind: 'literal', value: token.value };
      case 'cell':
        return this.#cells(token.cell);
      case 'name':
        return this.#named(token.name);
      default:
        if (token?.sign !== '(') throw new NotAFormula();
        return this.#closed(this.#level(0));
    }
  }

  #cells(from: CellReference): Expression {
    if (this.#oneOf([':']) === undefined) return { kind: 'cell', cell: from };
    const token = this.#tokens[this.#at];
    this.#at += 1;
    if (token?.kind !== 'cell') throw new NotAFormula();
    return { kind: 'range', from, to: token.cell };
  }

  #named(name: string): Expression {
    if (this.#oneOf(['(']) === undefined) {
      if (name !== 'TRUE' && name !== 'FALSE') throw new NotAFormula();
      return { kind: 'literal', value: name === 'TRUE' };
    }
    const parameters: Expression[] = [];
    if (this.#oneOf([')']) !== undefined) return { kind: 'call', name, parameters };
    do parameters.push(this.#level(0));
    while (this.#oneOf([',', ';']) !== undefined);
    return this.#closed({ kind: 'call', name, parameters });
  }

  #closed(inner: Expression): Expression {
    if (this.#oneOf([')']) === undefined) throw new NotAFormula();
    return inner;
  }

  #oneOf(signs: readonly string[]): string | undefined {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'sign' || !signs.includes(token.sign)) return undefined;
    this.#at += 1;
    return token.sign;
  }
}

/** A formula with its equals sign as a tree; undefined for one that this does not know. */
export function parseFormula(text: string, decimal: '.' | ','): Expression | undefined {
  const tokens = tokensOf(text.replace(/^=/, ''), decimal);
  if (tokens === undefined) return undefined;
  try {
    return new Parser(tokens).whole();
  } catch (error) {
    if (error instanceof NotAFormula) return undefined;
    throw error;
  }
}
