import { describe, expect, test } from 'vitest';
import { scorePeriod } from '../../../src/engine/score-period.ts';
import { makeWork, workPeriod } from '../../bench/bench-period.ts';
import { compileWork, engineColumns } from '../../bench/column-work.ts';
import { handTuned } from '../../bench/hand-tuned.ts';
import { plainLoops, plainUnits } from '../../bench/plain-loops.ts';
import { flatColumns, intoColumns, responseText } from '../../bench/response-text.ts';

describe('the work of the bench, 120 units with 100 criteria', () => {
  const work = makeWork('S');
  const components = compileWork(work);

  test('comes to the same totals, places and sums in columns, in loops written by hand and over objects', () => {
    for (const stage of [0, 1] as const) {
      const expected = handTuned(work, work.stages[stage]);
      expect(engineColumns(work, components, work.stages[stage])).toEqual(expected);
      expect(plainLoops(work, plainUnits(work, stage))).toEqual(expected);
    }
  });

  test('comes to the same totals and places in the scoreboard, where ties share a place', () => {
    const expected = handTuned(work, work.stages[1]);
    const ranked = scorePeriod(workPeriod(work)).groups.flatMap((group) => group.ranked);
    expect(ranked.length).toBe(120);
    expect(ranked.some(({ standing }) => standing.tied)).toBe(true);
    for (const { sheet, standing } of ranked) {
      const unit = Number(sheet.unit.id.slice(1));
      expect([sheet.earned, standing.rank]).toEqual([expected.totals[unit], expected.ranks[unit]]);
    }
  });

  test('is read back from the text of an answer cell by cell', () => {
    const columns = flatColumns(work);
    intoColumns(JSON.parse(responseText(work, 0, work.units)).valueRanges[0].values, columns, 0);
    expect(columns.stages).toEqual(work.stages);
  });
});
