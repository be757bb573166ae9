import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { componentsOfSet } from '../../../../src/domain/criteria-set.ts';
import { BAND_COLUMNS, heatBands } from '../../../../src/workbook/output/criteria-analysis/heat-bands.ts';
import { always } from '../../../engine/always.ts';
import { aBranch, aComponent, aSet } from '../../../engine/builders.ts';

describe('the parts of the heat map', () => {
  const sets = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 }).map((sizes) =>
    aSet(
      sizes.map((size, field) =>
        aBranch(
          `f${field}`,
          Array.from({ length: size }, (_, place) => aComponent(`f${field}.${place}`, 1)),
        ),
      ),
    ),
  );

  test('hold every component once in printed order, and never more than a page is wide', () => {
    always(sets, (set) => {
      const bands = heatBands(set);
      expect(bands.flatMap(({ components }) => components)).toEqual(componentsOfSet(set));
      expect(bands.every(({ components }) => components.length <= BAND_COLUMNS)).toBe(true);
    });
  });

  test('keep a field together that fits into one part', () => {
    always(sets, (set) => {
      const bands = heatBands(set);
      for (const field of set.fields) {
        const size = field.kind === 'branch' ? field.children.length : 1;
        const parts = bands.filter(({ fields }) => fields.includes(field)).length;
        expect(parts).toBe(Math.ceil(size / BAND_COLUMNS));
      }
    });
  });
});
