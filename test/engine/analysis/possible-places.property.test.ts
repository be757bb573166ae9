import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PeriodInput } from '../../../src/domain/period-input.ts';
import {
  RANK_BASES,
  RANK_STYLES,
  type RankStyle,
  type ScoringOptions,
  type TieBreak,
} from '../../../src/domain/scoring-options.ts';
import { rankRanges } from '../../../src/engine/analysis/rank-ranges.ts';
import { scorePeriod } from '../../../src/engine/score-period.ts';
import { always } from '../always.ts';
import { aComponent, anAssessment, aPeriod, aSet, aUnit, code as codeOf, mark } from '../builders.ts';

const rangesOf = (input: PeriodInput) => rankRanges(input, scorePeriod(input));

/** A rank style and a chain of tie-breaks, with both bases. */
const places = fc.record({
  rankStyle: fc.constantFrom(...RANK_STYLES),
  rankBasis: fc.constantFrom(...RANK_BASES),
  tieBreaks: fc.shuffledSubarray<TieBreak>([
    { kind: 'criterion', code: codeOf('1') },
    { kind: 'criterion', code: codeOf('3') },
    { kind: 'block', basis: 'survey' },
  ]),
});

const BLANK_NOW = -1;
const MAXIMA = [2, 1, 2] as const;

/** Units with whole marks on three rows, some of them blank: few enough that every filling can be tried. */
const fewMarks = fc.array(fc.tuple(...MAXIMA.map((max) => fc.integer({ min: BLANK_NOW, max }))), {
  minLength: 2,
  maxLength: 4,
});

function periodOf(marks: readonly (readonly number[])[], scoring: Partial<ScoringOptions>): PeriodInput {
  const marksOf = (given: readonly number[], rows: readonly number[]) =>
    Object.fromEntries(
      rows.flatMap((row) => {
        const value = given[row];
        return value === undefined || value === BLANK_NOW ? [] : [[String(row + 1), mark(value)] as const];
      }),
    );
  return aPeriod({
    sets: [
      aSet(MAXIMA.map((max, row) => aComponent(String(row + 1), max, row === 1 ? 'survey' : 'appraisal'))),
    ],
    units: marks.map((_, place) => aUnit(`U${place}`)),
    assessments: marks.flatMap((given, place) => [
      anAssessment(`U${place}`, marksOf(given, [0, 2])),
      anAssessment(`U${place}`, marksOf(given, [1]), 'survey'),
    ]),
    scoring,
  });
}

/** Every way to fill the blanks with whole marks. */
function fillingsOf(marks: readonly (readonly number[])[]): readonly (readonly number[])[][] {
  const place = marks.findIndex((own) => own.includes(BLANK_NOW));
  const given = marks[place];
  if (given === undefined) return [[...marks]];
  const row = given.indexOf(BLANK_NOW);
  const values = Array.from({ length: (MAXIMA[row] ?? 0) + 1 }, (_, value) => value);
  return values.flatMap((value) => fillingsOf(marks.with(place, given.with(row, value))));
}

describe('the places still possible', () => {
  test('of units on few whole marks hold the best and the worst place of all fillings, and are those without tie-breaks', () => {
    const few = fewMarks.filter((marks) => marks.flat().filter((value) => value === BLANK_NOW).length <= 4);
    always(few, places, (marks, scoring) => {
      const all = fillingsOf(marks).map((filled) => scorePeriod(periodOf(filled, scoring)));
      const isExact = scoring.tieBreaks.length === 0 && scoring.rankStyle !== 'dense';
      for (const { unitId, best, worst } of [...rangesOf(periodOf(marks, scoring)).values()].flat()) {
        const ranks = all.flatMap(({ groups }) =>
          groups.flatMap(({ ranked }) =>
            ranked.flatMap(({ sheet, standing }) => (sheet.unit.id === unitId ? [standing.rank] : [])),
          ),
        );
        const [truly, least] = [Math.min(...ranks), Math.max(...ranks)];
        if (isExact) expect([best, worst]).toEqual([truly, least]);
        else expect(best <= truly && least <= worst).toBe(true);
      }
    });
  });

  /** Three level units, and one that is complete and low, beside one that lacks a mark of at most two. */
  const REVIEWED = [
    [2, 1, 1],
    [2, 1, 1],
    [2, 1, 1],
    [0, 0, BLANK_NOW],
    [1, 0, 0],
  ];

  test.for<[RankStyle, readonly TieBreak[], readonly (readonly [number, number])[]]>([
    [
      'competition',
      [],
      [
        [1, 1],
        [1, 1],
        [1, 1],
        [4, 5],
        [4, 5],
      ],
    ],
    [
      'dense',
      [],
      [
        [1, 1],
        [1, 1],
        [1, 1],
        [2, 3],
        [2, 3],
      ],
    ],
    [
      'ordinal',
      [],
      [
        [1, 1],
        [2, 2],
        [3, 3],
        [4, 5],
        [4, 5],
      ],
    ],
    [
      'competition',
      [{ kind: 'criterion', code: codeOf('1') }],
      [
        [1, 1],
        [1, 1],
        [1, 1],
        [4, 5],
        [4, 5],
      ],
    ],
    [
      'dense',
      [{ kind: 'criterion', code: codeOf('1') }],
      [
        [1, 1],
        [1, 1],
        [1, 1],
        [2, 3],
        [2, 3],
      ],
    ],
  ])('in %s style with the tie-breaks %j', ([rankStyle, tieBreaks, expected]) => {
    const ranges = [...rangesOf(periodOf(REVIEWED, { rankStyle, tieBreaks })).values()].flat();
    expect(ranges.map(({ best, worst }) => [best, worst])).toEqual(expected);
  });

  test('in dense style unfinished units may share a standing, or have one each', () => {
    const marks = [
      [BLANK_NOW, 1, 2],
      [BLANK_NOW, 1, 2],
      [0, 0, 1],
      [0, 0, 0],
    ];
    const ranges = [...rangesOf(periodOf(marks, { rankStyle: 'dense' })).values()].flat();
    expect(ranges.map(({ best, worst }) => [best, worst])).toEqual([
      [1, 2],
      [1, 2],
      [2, 3],
      [3, 4],
    ]);
  });
});
