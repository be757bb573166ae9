import { assertNever } from '../../../../domain/assert-never.ts';
import { FUNCTIONS, NotKnown, number, type Single, single, text, truth, type Value } from './functions.ts';
import type { Expression } from './parse.ts';
import type { CellReference } from './tokens.ts';

/** Where a formula stands, beside the cell that it was written for. */
export interface Place {
  readonly row: number;
  readonly column: number;
  readonly origin: { readonly row: number; readonly column: number };
  /** A cell of the tab, or of another one; undefined for a tab that is not there. */
  readonly valueAt: (tab: string | undefined, row: number, column: number) => Single | undefined;
}

/** No rule looks at more cells at a time. */
const MOST_CELLS = 20_000;

/** A reference moves with its cell, as far as no $ holds it. */
function moved({ row, column, fixedRow, fixedColumn }: CellReference, place: Place) {
  return {
    row: fixedRow ? row : row + place.row - place.origin.row,
    column: fixedColumn ? column : column + place.column - place.origin.column,
  };
}

function known(value: Single | undefined): Single {
  if (value === undefined) throw new NotKnown();
  return value;
}

function rangeAt(from: CellReference, to: CellReference, place: Place): Value {
  const first = moved(from, place);
  const last = moved(to, place);
  const height = Math.abs(last.row - first.row) + 1;
  const width = Math.abs(last.column - first.column) + 1;
  if (height * width > MOST_CELLS) throw new NotKnown();
  const top = Math.min(first.row, last.row);
  const left = Math.min(first.column, last.column);
  return Array.from({ length: height }, (_, down) =>
    Array.from({ length: width }, (__, right) => known(place.valueAt(from.tab, top + down, left + right))),
  );
}

/** Numbers before texts before truths, blank as the empty value of the other's kind; texts without regard to case. */
function order(a: Single, b: Single): number {
  const kinds = ['number', 'string', 'boolean'];
  const emptyLike = (other: Single): Single =>
    typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0;
  const left = a ?? emptyLike(b);
  const right = b ?? emptyLike(a);
  if (typeof left !== typeof right) return kinds.indexOf(typeof left) - kinds.indexOf(typeof right);
  if (typeof left === 'string' && typeof right === 'string') {
    const [one, other] = [left.toLocaleLowerCase('vi'), right.toLocaleLowerCase('vi')];
    return one < other ? -1 : Number(one > other);
  }
  return Number(left) - Number(right);
}

function pair(sign: string, left: Value, right: Value): Value {
  switch (sign) {
    case '=':
      return order(single(left), single(right)) === 0;
    case '<>':
      return order(single(left), single(right)) !== 0;
    case '<':
      return order(single(left), single(right)) < 0;
    case '>':
      return order(single(left), single(right)) > 0;
    case '<=':
      return order(single(left), single(right)) <= 0;
    case '>=':
      return order(single(left), single(right)) >= 0;
    case '&':
      return text(left) + text(right);
    case '+':
      return number(left) + number(right);
    case '-':
      return number(left) - number(right);
    case '*':
      return number(left) * number(right);
    case '/':
      if (number(right) === 0) throw new NotKnown();
      return number(left) / number(right);
    default:
      return number(left) ** number(right);
  }
}

function call(name: string, parameters: readonly Expression[], place: Place): Value {
  if (name === 'ROW' || name === 'COLUMN') return position(name, parameters[0], place);
  if (name === 'IF') {
    const [when, then, otherwise] = parameters;
    if (when === undefined || then === undefined) throw new NotKnown();
    if (truth(worth(when, place))) return worth(then, place);
    return otherwise === undefined ? false : worth(otherwise, place);
  }
  const work = FUNCTIONS.get(name);
  if (work === undefined) throw new NotKnown();
  return work(parameters.map((parameter) => worth(parameter, place)));
}

function position(name: 'ROW' | 'COLUMN', of: Expression | undefined, place: Place): number {
  if (of !== undefined && of.kind !== 'cell') throw new NotKnown();
  const { row, column } = of === undefined ? place : moved(of.cell, place);
  return 1 + (name === 'ROW' ? row : column);
}

function worth(expression: Expression, place: Place): Value {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'cell': {
      const { row, column } = moved(expression.cell, place);
      return known(place.valueAt(expression.cell.tab, row, column));
    }
    case 'range':
      return rangeAt(expression.from, expression.to, place);
    case 'call':
      return call(expression.name, expression.parameters, place);
    case 'pair':
      return pair(expression.sign, worth(expression.left, place), worth(expression.right, place));
    case 'negative':
      return -number(worth(expression.of, place));
    case 'percent':
      return number(worth(expression.of, place)) / 100;
    default:
      return assertNever(expression);
  }
}

/** Whether a formula holds where it stands; undefined when it comes to an error or cannot be known here. */
export function formulaHolds(expression: Expression, place: Place): boolean | undefined {
  try {
    return truth(worth(expression, place));
  } catch (error) {
    if (error instanceof NotKnown) return undefined;
    throw error;
  }
}
