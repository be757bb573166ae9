import { describe, expect, test } from 'vitest';
import { BLANK, ZERO } from '../../src/domain/mark.ts';
import { DEFAULT_SCORING_OPTIONS } from '../../src/domain/scoring-options.ts';
import { makeComponentScorer } from '../../src/engine/component-scorer.ts';
import { scoreSheet } from '../../src/engine/score-sheet.ts';
import { scorerOf } from '../../src/engine/set-scorer.ts';
import { entriesOf, gatherEntries } from '../../src/engine/unit-entries.ts';
import {
  aBranch,
  aComponent,
  anAssessment,
  aPeriod,
  aSet,
  aUnit,
  code,
  mark,
  NOT_APPLICABLE,
  points,
  unitId,
} from './builders.ts';

const unit = aUnit('U');
const entriesWith = (overrides: Parameters<typeof aPeriod>[0]) =>
  entriesOf(gatherEntries(aPeriod({ units: [unit], ...overrides })), unitId('U'));

describe('a score sheet', () => {
  test('adds up components to criteria, fields and blocks over a tree of uneven depth', () => {
    const set = aSet([
      aBranch('1', [aBranch('1.1', [aComponent('1.1.1', 1), aComponent('1.1.2', 2)]), aComponent('1.2', 3)]),
      aComponent('2', 4, 'survey'),
    ]);
    const entries = entriesWith({
      assessments: [
        anAssessment('U', { '1.1.1': mark(0.75), '1.1.2': mark(2), '1.2': ZERO }),
        anAssessment('U', { '2': mark(3.5) }, 'survey'),
      ],
    });
    const sheet = scoreSheet(unit, scorerOf(set), entries, DEFAULT_SCORING_OPTIONS);
    expect(sheet).toEqual({
      unit,
      fields: [
        {
          kind: 'branch',
          code: '1',
          earned: points(2.75),
          attainable: points(6),
          children: [
            {
              kind: 'branch',
              code: '1.1',
              earned: points(2.75),
              attainable: points(3),
              children: [
                {
                  kind: 'component',
                  code: '1.1.1',
                  mark: mark(0.75),
                  source: 'appraisal',
                  earned: points(0.75),
                  attainable: points(1),
                },
                {
                  kind: 'component',
                  code: '1.1.2',
                  mark: mark(2),
                  source: 'appraisal',
                  earned: points(2),
                  attainable: points(2),
                },
              ],
            },
            {
              kind: 'component',
              code: '1.2',
              mark: ZERO,
              source: 'appraisal',
              earned: points(0),
              attainable: points(3),
            },
          ],
        },
        {
          kind: 'component',
          code: '2',
          mark: mark(3.5),
          source: 'survey',
          earned: points(3.5),
          attainable: points(4),
        },
      ],
      blocks: [
        { basis: 'appraisal', earned: points(2.75), attainable: points(6), fullMax: points(6) },
        { basis: 'survey', earned: points(3.5), attainable: points(4), fullMax: points(4) },
      ],
      earned: points(6.25),
      attainable: points(10),
      fullMax: points(10),
      removed: [],
      missing: [],
    });
  });

  test('lists blank components as missing and those that do not apply as removed', () => {
    const set = aSet([aComponent('1', 2), aComponent('2', 3), aComponent('3', 5), aComponent('4', 1)]);
    const entries = entriesWith({
      assessments: [anAssessment('U', { '1': BLANK, '2': NOT_APPLICABLE, '4': ZERO })],
    });
    const { blocks, removed, missing, attainable, fullMax } = scoreSheet(
      unit,
      scorerOf(set),
      entries,
      DEFAULT_SCORING_OPTIONS,
    );
    expect({ blocks, removed, missing, attainable, fullMax }).toEqual({
      blocks: [{ basis: 'appraisal', earned: points(0), attainable: points(8), fullMax: points(11) }],
      removed: [{ code: '2', maxScore: points(3) }],
      missing: ['1', '3'],
      attainable: points(8),
      fullMax: points(11),
    });
  });
});

describe('the result of a component', () => {
  test('comes from the appraisal, never from the self-assessment', () => {
    const entries = entriesWith({
      assessments: [
        anAssessment('U', { '1': mark(2) }, 'self-assessment'),
        anAssessment('U', { '1': mark(1.5) }),
      ],
    });
    expect(makeComponentScorer(aComponent('1', 2)).resultFor(entries, 'official')).toEqual({
      kind: 'component',
      code: '1',
      mark: mark(1.5),
      source: 'appraisal',
      earned: points(1.5),
      attainable: points(2),
    });
  });

  test('is blank while only the self-assessment has a mark', () => {
    const entries = entriesWith({ assessments: [anAssessment('U', { '1': mark(2) }, 'self-assessment')] });
    expect(makeComponentScorer(aComponent('1', 2)).resultFor(entries, 'official').mark).toEqual(BLANK);
  });

  test('carries the reason and the approval of an exemption, whatever was marked', () => {
    const entries = entriesWith({
      assessments: [anAssessment('U', { '1': mark(2) })],
      exemptions: [{ unitId: unit.id, code: code('1'), reason: 'no such task', approvedBy: 'board' }],
    });
    expect(makeComponentScorer(aComponent('1', 2)).resultFor(entries, 'official')).toEqual({
      kind: 'component',
      code: '1',
      mark: NOT_APPLICABLE,
      source: 'appraisal',
      earned: points(0),
      attainable: points(0),
    });
  });
});

describe('entries', () => {
  test('of an unknown unit, a unit given twice or a stage given twice are refused as bugs', () => {
    expect(() => gatherEntries(aPeriod({ assessments: [anAssessment('X', {})] }))).toThrow('unknown unit: X');
    expect(() => gatherEntries(aPeriod({ units: [unit, unit] }))).toThrow('two units with the code U');
    expect(() =>
      gatherEntries(aPeriod({ units: [unit], assessments: [anAssessment('U', {}), anAssessment('U', {})] })),
    ).toThrow('two entries of U for appraisal');
  });

  test('a component that stands twice in a set is refused as a bug', () => {
    const set = aSet([aComponent('1', 1), aComponent('1', 2)]);
    expect(() => scoreSheet(unit, scorerOf(set), entriesWith({}), DEFAULT_SCORING_OPTIONS)).toThrow(
      'two components with the code 1',
    );
  });
});
