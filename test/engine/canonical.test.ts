import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/domain/language.ts';
import { BLANK } from '../../src/domain/mark.ts';
import { asPoints } from '../../src/domain/points.ts';
import { canonicalJson, canonicalPieces, Series, Verbatim } from '../../src/engine/canonical-json.ts';
import { scorePeriod } from '../../src/engine/score-period.ts';
import { aComponent, anAssessment, aPeriod, aSet, aUnit, mark, unitId } from './builders.ts';
import { inputText, scoreboardText } from './canonical-texts.ts';

describe('canonical JSON', () => {
  test('sorts keys, writes whole numbers of any size as text, and leaves absent values out', () => {
    expect(canonicalJson({ b: 12345678901234567890n, a: [1, 'x', null], c: undefined, d: true })).toBe(
      '{"a":[1,"x",null],"b":"12345678901234567890","d":true}',
    );
  });

  test('writes a map as its entries in order of the keys', () => {
    expect(
      canonicalJson(
        new Map([
          ['1.10', { y: 1, x: 2 }],
          ['1.1', { y: 3, x: 4 }],
        ]),
      ),
    ).toBe('[["1.1",{"x":4,"y":3}],["1.10",{"x":2,"y":1}]]');
  });

  const values = [
    null,
    0.5,
    7n,
    'Thẩm định "1"',
    [],
    {},
    { a: undefined },
    [[], {}, [[1], { b: [2n, 'x'] }]],
  ];
  test.each([0, 1, 2, 3, 9])(
    'is the same text in pieces, whatever is written entry by entry: %i levels',
    (levels) => {
      const whole = { z: values, map: new Map([['1', values]]), text: new Verbatim('[1,2]'), list: values };
      const inSeries = { ...whole, list: new Series(values.values()) };
      const pieces = [...canonicalPieces(inSeries, levels)];
      expect(pieces.join('')).toBe(canonicalJson(whole));
      expect(pieces.length > 20).toBe(levels > 1);
    },
  );
});

describe('the canonical text of entries', () => {
  const units = [aUnit('A')];
  const bare = aPeriod({ units, assessments: [] });

  test('begins with its format version', () => {
    expect(inputText(bare).startsWith('["par-index-input/2",{"adjustments":[],"assessments":[],')).toBe(true);
  });

  test('is the same for a blank mark and for no mark', () => {
    expect(inputText({ ...bare, assessments: [anAssessment('A', { '1': BLANK })] })).toBe(inputText(bare));
  });

  test('is the same in whatever language the workbook answers', () => {
    const answeredIn = (language: Language) => ({ ...bare, settings: { ...bare.settings, language } });
    expect(inputText(answeredIn('vi'))).toBe(inputText(answeredIn('en')));
  });

  test('is the same wherever an option is stated: for the workbook, for each set, or not at all', () => {
    const forWorkbook = { ...bare, scoring: { blanks: 'zero' } as const };
    const bySet = new Map(bare.sets.map(({ id }) => [id, { scoring: { blanks: 'zero' } as const }]));
    expect(inputText({ ...bare, bySet })).toBe(inputText(forWorkbook));
    expect(inputText({ ...bare, scoring: { blanks: 'incomplete' } })).toBe(inputText(bare));
    expect(inputText(forWorkbook)).not.toBe(inputText(bare));
  });

  test('is the same however strictly stated sums are checked: that decides no figure', () => {
    const strict = { ...bare, scoring: { statedSums: 'error', sumTolerance: asPoints(1) } as const };
    expect(inputText(strict)).toBe(inputText(bare));
  });

  test('differs when a mark, a stage, an exemption, a setting or the order of criteria differs', () => {
    const [one, two] = [aComponent('1', 65), aComponent('2', 35, 'survey')];
    const texts = [
      bare,
      { ...bare, assessments: [anAssessment('A', { '1': mark(1) })] },
      { ...bare, assessments: [anAssessment('A', { '1': mark(1) }, 'self-assessment')] },
      { ...bare, exemptions: [{ unitId: unitId('A'), code: one.code, reason: 'r', approvedBy: 'b' }] },
      { ...bare, settings: { ...bare.settings, decimals: 3 } },
      { ...bare, sets: [aSet([two, one])] },
    ].map(inputText);
    expect(new Set(texts).size).toBe(texts.length);
  });
});

describe('the canonical text of results', () => {
  test('holds exact fractions and begins with its format version', () => {
    const board = scorePeriod(
      aPeriod({
        units: [aUnit('A')],
        assessments: [
          anAssessment('A', { '1': mark(51.75) }),
          anAssessment('A', { '2': mark(32.83) }, 'survey'),
        ],
      }),
    );
    const text = scoreboardText(board);
    expect(text.startsWith('["par-index-results/1",[{')).toBe(true);
    expect(text).toContain('"index":{"denominator":"50","numerator":"4229"}');
  });
});
