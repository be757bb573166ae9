import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import type { EngineCell } from '../../../../src/local/stand-in/formulas/calculation.ts';
import { computeWithIronCalc } from '../../../../src/local/stand-in/formulas/iron-calc.ts';

/** Near the ends of what a number holds its parts cannot be told; the cell then shows #ERROR!, never a wrong number. */
const [SMALLEST, LARGEST] = [2 ** -1000, 2 ** 1000];
const isOrdinary = (number: number): boolean =>
  number === 0 || (Math.abs(number) >= SMALLEST && Math.abs(number) <= LARGEST);

const anyNumber = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter(isOrdinary),
  fc.integer({ min: -1_000_000, max: 1_000_000 }).map((units) => units / 1000),
  fc.constantFrom(0, 1, -1, 0.1, 1 / 3, 2 ** 53, SMALLEST, LARGEST, 1e-300),
);

const cell = (row: number, column: number, input: string): EngineCell => ({ sheet: 0, row, column, input });

/** What the engine makes of one operation on each pair. */
const computed = (
  pairs: readonly (readonly [number, number])[],
  operation: string,
  decimalComma: boolean,
) => {
  const typed = (number: number): string => {
    const text = String(number);
    return decimalComma ? text.replace('.', ',') : text;
  };
  return computeWithIronCalc({
    sheetCount: 1,
    decimalComma,
    timeZone: 'UTC',
    cells: pairs.flatMap(([a, b], row) => [cell(row, 0, typed(a)), cell(row, 1, typed(b))]),
    formulas: pairs.map((_, row) => ({
      ...cell(row, 2, `=A${row + 1}${operation}B${row + 1}`),
      known: undefined,
    })),
  });
};

const OPERATIONS: readonly (readonly [string, (a: number, b: number) => number])[] = [
  ['+', (a, b) => a + b],
  ['-', (a, b) => a - b],
  ['*', (a, b) => a * b],
  ['/', (a, b) => a / b],
];

test.prop(
  [
    fc.array(fc.tuple(anyNumber, anyNumber), { minLength: 1, maxLength: 20 }),
    fc.constantFrom(...OPERATIONS),
    fc.boolean(),
  ],
  { numRuns: 40 },
)('a computed number comes back to its last bit', (pairs, [sign, operate], decimalComma) => {
  const results = computed(pairs, sign, decimalComma);
  for (const [index, [a, b]] of pairs.entries()) {
    const expected = operate(a, b);
    const result = results[index];
    // Beyond what a number holds the engine says #NUM! or #DIV/0!, as a spreadsheet does.
    if (!Number.isFinite(expected)) expect(result?.kind).toBe('error');
    else if (isOrdinary(expected)) expect(result).toEqual({ kind: 'number', value: expected + 0 });
  }
});
