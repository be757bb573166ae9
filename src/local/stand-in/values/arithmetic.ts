import type { ExtendedValue } from './cell-value.ts';

/** Nesting of parentheses is bounded by the length. */
const MAX_LENGTH = 1000;

const DIVISION_BY_ZERO: ExtendedValue = {
  errorValue: { type: 'DIVIDE_BY_ZERO', message: 'Function DIVIDE parameter 2 cannot be zero.' },
};

interface Operator {
  readonly binds: number;
  readonly apply: (left: number, right: number) => number;
}

const OPERATORS: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['+', { binds: 1, apply: (left, right) => left + right }],
  ['-', { binds: 1, apply: (left, right) => left - right }],
  ['*', { binds: 2, apply: (left, right) => left * right }],
  ['/', { binds: 2, apply: (left, right) => left / right }],
  ['^', { binds: 3, apply: (left, right) => left ** right }],
]);

interface Tokens {
  readonly items: readonly string[];
  next: number;
}

function tokenize(text: string): Tokens | undefined {
  const items = text.match(/\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?|[-+*/^()%]/g) ?? [];
  const complete = items.join('').length === text.replace(/\s/g, '').length;
  return complete ? { items, next: 0 } : undefined;
}

/** A number, a signed operand or a parenthesis, with any percent signs after it; NaN where none stands. */
function operand(tokens: Tokens): number {
  const token = tokens.items[tokens.next];
  tokens.next += 1;
  let value = Number.NaN;
  // A sign binds more tightly than a power: =-2^2 is 4 in a spreadsheet.
  if (token === '-' || token === '+') value = (token === '-' ? -1 : 1) * operand(tokens);
  else if (token === '(') {
    value = expression(tokens, 1);
    if (tokens.items[tokens.next] !== ')') return Number.NaN;
    tokens.next += 1;
  } else if (token !== undefined && /\d/.test(token)) value = Number(token);
  for (; tokens.items[tokens.next] === '%'; tokens.next += 1) value /= 100;
  return value;
}

/** Precedence climbing; all operators group to the left, as in a spreadsheet. */
function expression(tokens: Tokens, binds: number): number {
  let left = operand(tokens);
  for (;;) {
    const operator = OPERATORS.get(tokens.items[tokens.next] ?? '');
    if (operator === undefined || operator.binds < binds) return left;
    tokens.next += 1;
    left = operator.apply(left, expression(tokens, operator.binds + 1));
  }
}

/** The value of a formula made of numbers and operators alone; undefined for every other formula. */
export function evaluateArithmetic(formula: string): ExtendedValue | undefined {
  if (!formula.startsWith('=') || formula.length > MAX_LENGTH) return undefined;
  const tokens = tokenize(formula.slice(1));
  if (tokens === undefined) return undefined;
  const value = expression(tokens, 1);
  if (tokens.next !== tokens.items.length) return undefined;
  if (Number.isFinite(value)) return { numberValue: value };
  return tokens.items.includes('/') && tokens.items.some((item) => Number(item) === 0)
    ? DIVISION_BY_ZERO
    : undefined;
}
