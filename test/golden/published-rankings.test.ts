import { describe, expect, test } from 'vitest';
import { cell } from '../../sheets-templates/table-file.ts';
import { formatPoints, formatRatio } from '../../src/domain/number-format.ts';
import { scorePeriod } from '../../src/engine/score-period.ts';
import {
  aComponent,
  anAssessment,
  aPeriod,
  aSet,
  aUnit,
  code,
  mark,
  someSettings,
} from '../engine/builders.ts';
import { readTable } from './read-table.ts';

describe('published rankings', () => {
  test('Bình Dương districts 2017: order, totals, indexes and the average 78,39', () => {
    const table = readTable('published/binh-duong-2017-districts.csv').toReversed();
    const board = scorePeriod(
      aPeriod({
        sets: [aSet([aComponent('TĐ', 65), aComponent('XHH', 35, 'survey')])],
        units: table.map((row) => aUnit(cell(row, 'unit'))),
        assessments: table.flatMap((row) => [
          anAssessment(cell(row, 'unit'), { TĐ: mark(Number(cell(row, 'appraised_max65'))) }),
          anAssessment(cell(row, 'unit'), { XHH: mark(Number(cell(row, 'survey_max35'))) }, 'survey'),
        ]),
      }),
    );
    const settings = someSettings();
    const [group] = board.groups;
    expect(
      group?.ranked.map(({ sheet, index, standing }) => [
        String(standing.rank),
        sheet.unit.name,
        Number(formatPoints(sheet.earned, 'en')),
        formatRatio(index, settings, 'en'),
      ]),
    ).toEqual(
      table
        .toReversed()
        .map((row) => [
          cell(row, 'rank'),
          `unit ${cell(row, 'unit')}`,
          Number(cell(row, 'total_max100')),
          cell(row, 'index_pct'),
        ]),
    );
    expect(group?.mean && formatRatio(group.mean, settings, 'vi')).toBe('78,39');
  });

  test('Tây Ninh departments 2023: ranked by rate where criteria do not apply, with index and class', () => {
    const table = readTable('published/tay-ninh-2023-departments.csv').toReversed();
    const removedFrom = (max: string): readonly string[] =>
      max === '100' ? [] : max === '96.5' ? ['B'] : ['B', 'C'];
    const board = scorePeriod(
      aPeriod({
        sets: [aSet([aComponent('A', 71.5), aComponent('B', 3.5), aComponent('C', 25)])],
        units: table.map((row) => aUnit(cell(row, 'unit'))),
        assessments: table.map((row) => anAssessment(cell(row, 'unit'), marksFrom(row))),
        exemptions: table.flatMap((row) =>
          removedFrom(cell(row, 'max_points')).map((text) => ({
            unitId: aUnit(cell(row, 'unit')).id,
            code: code(text),
            reason: 'no such task',
            approvedBy: 'council',
          })),
        ),
      }),
    );
    expect(
      board.groups[0]?.ranked.map(({ sheet, index, standing, grade }) => [
        String(standing.rank),
        sheet.unit.id,
        Number(formatPoints(sheet.attainable, 'en')),
        formatRatio(index, someSettings(), 'en'),
        grade,
      ]),
    ).toEqual(
      table
        .toReversed()
        .map((row) => [
          cell(row, 'rank'),
          cell(row, 'unit'),
          Number(cell(row, 'max_points')),
          cell(row, 'index_pct'),
          cell(row, 'class'),
        ]),
    );
  });
});

/** Only totals are published: they are spread over the components that apply, the first one filled first. */
function marksFrom(row: ReadonlyMap<string, string>) {
  const total = Math.round(Number(cell(row, 'appraised_points')) * 100);
  const [a, b] = [Math.min(total, 7150), Math.min(Math.max(total - 7150, 0), 350)];
  const c = cell(row, 'max_points') === '100' ? total - a - b : 0;
  if (cell(row, 'max_points') === '71.5') return { A: mark(a / 100) };
  if (cell(row, 'max_points') === '96.5') return { A: mark(a / 100), C: mark((total - a) / 100) };
  return { A: mark(a / 100), B: mark(b / 100), C: mark(c / 100) };
}
