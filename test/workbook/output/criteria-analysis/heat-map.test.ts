import { describe, expect, test } from 'vitest';
import type { PeriodInput } from '../../../../src/domain/period-input.ts';
import { renderCriteriaAnalysis } from '../../../../src/workbook/output/criteria-analysis/criteria-analysis-tab.ts';
import { HEAT_MAP_UNITS } from '../../../../src/workbook/output/criteria-analysis/heat-map.ts';
import {
  aBranch,
  aComponent,
  anAssessment,
  aPeriod,
  aSet,
  aUnit,
  code,
  mark,
  unitId,
} from '../../../engine/builders.ts';
import { ENGLISH, rowOf, VIETNAMESE, valuesOf, viewOf } from '../group-views.ts';

/** Component 2 does not apply to unit b; nobody has marked component 3 of unit c. */
function aYear(overrides: Partial<PeriodInput> = {}): PeriodInput {
  return aPeriod({
    sets: [
      aSet([
        { ...aBranch('I', [aComponent('1', 10), aComponent('2', 4)]), name: 'Thể chế' },
        { ...aComponent('3', 3), name: 'Tài chính', nameEn: 'Finance' },
      ]),
    ],
    units: ['a', 'b', 'c'].map((id) => aUnit(id, { parent: 'Dĩ An' })),
    assessments: [
      anAssessment('a', { 1: mark(10), 2: mark(0), 3: mark(2) }),
      anAssessment('b', { 1: mark(5), 3: mark(3) }),
      anAssessment('c', { 1: mark(5), 2: mark(3) }),
    ],
    exemptions: [{ unitId: unitId('b'), code: code('2'), reason: 'no such task', approvedBy: 'board' }],
    ...overrides,
  });
}

const HEADING = 'Tỷ lệ đạt của từng đơn vị (%)';

function heatRows(input: PeriodInput, context = VIETNAMESE) {
  const content = renderCriteriaAnalysis(viewOf(input), context, '');
  return { content, top: rowOf(content, context === ENGLISH ? 'Share attained by each unit' : HEADING) };
}

test('every unit by every component: shares, with signs for what does not apply and what nobody has marked', () => {
  const { content, top } = heatRows(aYear());
  const rows = valuesOf(content).slice(top);
  expect(rows.map((row) => row.slice(0, 7))).toEqual([
    [`${HEADING}: I. Thể chế; 3. Tài chính`, ...Array.from({ length: 6 }, () => null)],
    ['Hạng', 'Tên đơn vị', 'Trực thuộc', 'Chỉ số (%)', '1 criterion 1', '2 criterion 2', '3 Tài chính'],
    [1, 'unit a', 'Dĩ An', 70.59, 100, 0, 66.67],
    [2, 'unit b', 'Dĩ An', 61.54, 50, '–', 100],
    [null, 'unit c', 'Dĩ An', null, 50, 75, '?'],
    Array.from({ length: 7 }, () => null),
    [
      'Ký hiệu: “–” là không áp dụng; “?” và ô nền vàng là chưa chấm đủ điểm.',
      ...Array.from({ length: 6 }, () => null),
    ],
  ]);
});

test('the heat map is shaded by number over all its units and components', () => {
  const { content, top } = heatRows(aYear());
  expect(content.scales?.[1]).toMatchObject({ area: { top: top + 2, left: 4, height: 3, width: 3 } });
  expect(content.pageBreaks).toEqual([top]);
});

test('a blank that counts as zero is a zero that looks different from one that was given', () => {
  const { content, top } = heatRows(aYear({ scoring: { blanks: 'zero' } }));
  const [given, blank] = [content.rows[top + 2]?.[5], content.rows[top + 4]?.[6]];
  expect([given?.value, given?.style?.italic]).toEqual([0, undefined]);
  expect([blank?.value, blank?.style?.italic]).toEqual([0, true]);
  expect(valuesOf(content).at(-1)?.[0]).toBe(
    'Ký hiệu: “–” là không áp dụng; số 0 in nghiêng là để trống, tính 0 điểm.',
  );
});

test('where all is marked and applies there is nothing to explain', () => {
  const complete = aYear({
    exemptions: [],
    assessments: ['a', 'b', 'c'].map((id) => anAssessment(id, { 1: mark(1), 2: mark(2), 3: mark(3) })),
  });
  expect(valuesOf(heatRows(complete).content).flat().join()).not.toContain('Ký hiệu');
});

test('in English the heat map names the components in English where it can', () => {
  const { content, top } = heatRows(aYear(), ENGLISH);
  expect(valuesOf(content)[top + 1]?.slice(0, 7)).toEqual([
    'Rank',
    'Unit',
    'Parent unit',
    'Index (%)',
    '1 criterion 1',
    '2 criterion 2',
    '3 Finance',
  ]);
});

test('units that stand under nobody are shown with their codes', () => {
  const { content, top } = heatRows(aYear({ units: ['a', 'b', 'c'].map((id) => aUnit(id)) }));
  expect(valuesOf(content)[top + 1]?.[2]).toBe('Mã đơn vị');
  expect(valuesOf(content)[top + 2]?.[2]).toBe('a');
});

describe('the size of the heat map', () => {
  const group = (units: number) => {
    const ids = Array.from({ length: units }, (_, place) => `u${place}`);
    return aYear({
      units: ids.map((id) => aUnit(id)),
      assessments: ids.map((id) => anAssessment(id, { 1: mark(1), 2: mark(2), 3: mark(3) })),
      exemptions: [],
    });
  };

  test('holds a group of 200 units', () => {
    const { content, top } = heatRows(group(HEAT_MAP_UNITS));
    expect(content.rows).toHaveLength(top + 2 + 200);
  });

  test('does not hold one of 201: a line says so and why', () => {
    const content = renderCriteriaAnalysis(viewOf(group(HEAT_MAP_UNITS + 1)), VIETNAMESE, '');
    expect(
      valuesOf(content)
        .slice(-2)
        .map(([first]) => first),
    ).toEqual([
      null,
      'Không lập bản đồ nhiệt đơn vị × tiêu chí: nhóm có 201 đơn vị, nhiều hơn 200, một bảng như vậy không còn đọc được. Điểm của từng đơn vị có ở các trang chấm điểm.',
    ]);
    expect(content.scales).toHaveLength(1);
    expect(content.columnWidths[4]).toBe(86);
  });

  test('is nothing for a group without units', () => {
    const content = renderCriteriaAnalysis(
      viewOf(aYear({ units: [], assessments: [], exemptions: [] })),
      VIETNAMESE,
      '',
    );
    expect(valuesOf(content).flat().join()).not.toContain(HEADING);
  });
});

test('the parts of a wide heat map are numbered, and name their fields as long as they are few', () => {
  const wide = aSet(Array.from({ length: 20 }, (_, place) => aComponent(`c${place}`, 1)));
  const input = aPeriod({ sets: [wide], units: [aUnit('a')] });
  const values = valuesOf(renderCriteriaAnalysis(viewOf(input), VIETNAMESE, '')).map(([first]) =>
    String(first),
  );
  expect(values.filter((text) => text.startsWith(HEADING))).toEqual([
    `${HEADING} (1/2): lĩnh vực ${Array.from({ length: 14 }, (_, place) => `c${place}`).join(', ')}`,
    `${HEADING} (2/2): lĩnh vực c14, c15, c16, c17, c18, c19`,
  ]);
});
