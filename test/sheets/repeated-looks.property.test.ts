import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CellStyle } from '../../src/domain/cell-style.ts';
import type { ContentCell } from '../../src/domain/content.ts';
import { lookSteps } from '../../src/sheets/repeated-looks.ts';

const STYLES: readonly CellStyle[] = [{}, { bold: true }, { italic: true }];

function rowOf(looks: readonly number[]): readonly ContentCell[] {
  return looks.map((look) => ({ value: 1, style: STYLES[look] ?? {} }));
}

const block = fc.array(fc.array(fc.nat(2), { minLength: 2, maxLength: 2 }), { maxLength: 40 });

test('every row comes to its look once, in order, from rows before it that are done', () => {
  void fc.assert(
    fc.property(block, (looks) => {
      const shown: (readonly number[] | undefined)[] = [];
      for (const step of lookSteps(looks.map(rowOf))) {
        expect(step.from).toBe(shown.length);
        const source = step.kind === 'copy' ? step.source : step.from;
        if (step.kind === 'copy') expect(source + step.count).toBeLessThanOrEqual(step.from);
        const from: readonly (readonly number[] | undefined)[] = step.kind === 'copy' ? [...shown] : looks;
        shown.push(...from.slice(source, source + step.count));
      }
      expect(shown).toEqual(looks);
    }),
  );
});

test('a hundred profiles that look alike are painted once and copied', () => {
  const profile = [
    [1, 1],
    [2, 0],
    [2, 0],
    [0, 0],
  ].map(rowOf);
  const steps = lookSteps(Array.from({ length: 100 }, () => profile).flat());
  expect(steps.filter(({ kind }) => kind === 'paint').map(({ from, count }) => [from, count])).toEqual([
    [0, 2],
    [3, 1],
  ]);
  expect(steps.length).toBeLessThan(12);
});

test('a row with a link is never copied: its link is its own', () => {
  const linked = (cell: string): readonly ContentCell[] => [{ value: 1, link: { sheetId: 1, cell } }];
  expect(lookSteps([linked('A1'), linked('A1'), linked('A2')])).toEqual([
    { kind: 'paint', from: 0, count: 3 },
  ]);
});
