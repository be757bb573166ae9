import { expect, test } from 'vitest';
import type { Content } from '../../../src/domain/content.ts';
import { leaksInContent } from '../../../src/workbook/publication/leaks-in-content.ts';
import {
  isPublishable,
  isShownByDefault,
  publicForm,
} from '../../../src/workbook/publication/published-tabs.ts';

const area = { top: 0, left: 0, height: 1, width: 1 };
const CONTENT: Content = {
  rows: [[{ value: 'Thuận An', style: { bold: true }, link: { sheetId: 7, cell: 'C11' } }, { value: 91.6 }]],
  columnWidths: [100, 100],
  frozenRows: 0,
  frozenColumns: 0,
  validations: [{ area, allowed: { kind: 'one-of', values: ['Nguyễn Văn An'] }, strict: true }],
  highlights: [
    { area, when: { kind: 'formula', formula: "='Tự đánh giá'!A1>0" }, style: { bold: true } },
    { area, when: { kind: 'text-is', text: 'Tốt' }, style: { bold: true } },
  ],
};

test('the public form of a tab keeps values and looks, and nothing that leads into the control workbook', () => {
  const tab = publicForm({ key: 'ranking.huyen', title: 'Xếp hạng', content: CONTENT });
  expect(tab.content).toEqual({
    rows: [[{ value: 'Thuận An', style: { bold: true } }, { value: 91.6 }]],
    columnWidths: [100, 100],
    frozenRows: 0,
    frozenColumns: 0,
    highlights: [{ area, when: { kind: 'text-is', text: 'Tốt' }, style: { bold: true } }],
  });
});

test.each([
  ['ranking.so', true],
  ['summary', true],
  ['by-field.so', true],
  ['criteria-analysis.so', true],
  ['profiles.so', true],
  ['announcement', true],
  ['methodology', true],
  ['marks.self-assessment.so', false],
  ['marks.appraisal.so', false],
  ['units', false],
  ['not-applicable', false],
  ['issues', false],
  ['run-log', false],
  ['releases', false],
  ['past-results', false],
  ['anything', false],
])('%s may be published: %s', (key, may) => {
  expect(isPublishable(key)).toBe(may);
});

test.each([
  ['ranking.so', true],
  ['by-field.so', true],
  ['summary', true],
  ['criteria-analysis.so', false],
  ['profiles.so', false],
  ['announcement', false],
  ['anything', false],
])('%s is published when nobody chose: %s', (key, is) => {
  expect(isShownByDefault(key)).toBe(is);
});

test('planned tabs are looked through before anything is written: each leak with its cell', () => {
  const rows = [[{ value: 'Thuận An' }], [{ value: 'a@b.vn' }, { value: 'Nguyễn Văn An' }]];
  const planned = { key: 'issues', title: 'Vấn đề', content: { ...CONTENT, rows } };
  expect(leaksInContent([planned], ['nguyễn văn an'])).toEqual([
    { kind: 'not-publishable', tab: 'Vấn đề' },
    { kind: 'email', tab: 'Vấn đề', cell: 'A2' },
    { kind: 'contact', tab: 'Vấn đề', cell: 'B2' },
  ]);
});
