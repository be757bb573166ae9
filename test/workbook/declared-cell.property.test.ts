import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import type { Cell } from '../../src/domain/grid.ts';
import type { Language } from '../../src/domain/language.ts';
import { asPoints } from '../../src/domain/points.ts';
import { readDeclared, writeDeclared } from '../../src/workbook/declared/declared-cell.ts';
import { rules, soundlyDeclaredFor } from '../engine/rule-arbitraries.ts';
import { texts } from './arbitraries.ts';

const MAXIMUM = asPoints(2_500_000);
const languages = fc.constantFrom<Language>('vi', 'en');
const declared = rules.chain((rule) => soundlyDeclaredFor(rule, MAXIMUM).map((value) => ({ rule, value })));

test.prop([declared, languages], { numRuns: 2000 })(
  'a declared value that is written under its rule is read back as it was',
  ({ rule, value }, language) => {
    expect(readDeclared(writeDeclared(value, language), rule, MAXIMUM)).toMatchObject({
      kind: 'value',
      value,
    });
  },
);

const cells: fc.Arbitrary<Cell> = fc.oneof(texts, fc.double(), fc.boolean(), fc.constant(null), fc.integer());

test.prop([declared, cells, languages], { numRuns: 2000 })(
  'whatever stands in a cell is read, blank, or refused with what stands there',
  ({ rule, value }, cell, language) => {
    const typed = typeof cell === 'string' ? writeDeclared(value, language) + cell : cell;
    for (const each of [cell, typed]) {
      const reading = readDeclared(each, rule, MAXIMUM);
      expect(['value', 'blank', 'refused']).toContain(reading.kind);
    }
  },
);
