import { expect, test } from 'vitest';
import { workbookTemplate } from '../../../sheets-templates/workbook/template.ts';
import type { Component } from '../../../src/domain/criteria-set.ts';
import type { Language } from '../../../src/domain/language.ts';
import { HEAD_HEIGHT } from '../../../src/workbook/marks-shape.ts';
import { renderMarks } from '../../../src/workbook/render-marks.ts';
import { dressMarks } from '../../../src/workbook/template/dress-marks.ts';
import { aComponent, aSet, aUnit, points } from '../../engine/builders.ts';

const AWARD = { kind: 'points', points: points(1) } as const;
const ruled = (code: string, rule: NonNullable<Component['rule']>): Component => ({
  ...aComponent(code, 2),
  rule,
});

/** One of each sort of entry: points, yes or no, a choice, a day, a fact that only its rule can judge. */
const SET = aSet([
  aComponent('1', 2.5),
  ruled('2', { kind: 'yes-no' }),
  ruled('3', {
    kind: 'choice',
    options: [
      { label: 'Loại A', award: AWARD },
      { label: 'Loại B', award: AWARD },
    ],
  }),
  ruled('4', { kind: 'lateness', steps: [{ atMostDays: 0, award: AWARD }], otherwise: AWARD }),
  ruled('5', { kind: 'deduction', events: [{ label: 'chậm', award: AWARD }] }),
]);

function entriesIn(language: Language) {
  const template = workbookTemplate();
  const stage = 'appraisal';
  const units = [aUnit('A'), aUnit('B')];
  const bare = renderMarks(
    { set: SET, stage, units, assessments: new Map(), exemptions: new Map() },
    language,
  );
  const frame = { template, language, office: [], sheetIdOf: () => undefined };
  const { validations = [] } = dressMarks(bare, { set: SET, stage }, frame);
  const height = units.length + template.matrix.spareRows;
  return { validations, areaOf: (left: number) => ({ top: HEAD_HEIGHT, left, height, width: 1 }) };
}

test.each([
  ['vi', ['Đạt', 'Không đạt'], 'Không thực hiện', 'Không áp dụng'],
  ['en', ['Yes', 'No'], 'Not done', 'Not applicable'],
] as const)(
  'in %s a mark takes 0 to the maximum, a choice its words, a day a date, and nothing else',
  (language, yesNo, notDone, exempt) => {
    const { validations, areaOf } = entriesIn(language);
    expect(validations.map(({ help: _, ...each }) => each)).toEqual([
      {
        area: areaOf(3),
        strict: true,
        allowed: { kind: 'number-between', from: 0, to: 2.5, orWords: [exempt] },
      },
      { area: areaOf(4), strict: true, allowed: { kind: 'one-of', values: [...yesNo, exempt] } },
      { area: areaOf(5), strict: true, allowed: { kind: 'one-of', values: ['Loại A', 'Loại B', exempt] } },
      {
        area: areaOf(6),
        strict: true,
        allowed: { kind: 'number-between', from: -10_000, to: 100_000, orWords: [notDone, exempt] },
      },
    ]);
  },
);
