import { expect, test } from 'vitest';
import { outputContext, parentName } from '../../../src/workbook/output/output-context.ts';
import { renderRanking } from '../../../src/workbook/output/ranking/ranking-tab.ts';
import { renderSummary } from '../../../src/workbook/output/summary/summary-tab.ts';
import { readSampleFolder } from '../../jobs/sample.ts';
import { valuesOf } from './group-views.ts';
import { viewOf } from './views.ts';

const { input, beside } = await readSampleFolder('binh-duong-2022');
const english = { ...input, settings: { ...input.settings, language: 'en' as const } };
const view = viewOf(english, beside.further?.history);

test('an English tab names parents and classes in English', () => {
  const communes = view.groups.at(-1)?.result;
  if (communes === undefined) throw new Error('the sample has communes');
  const rows = valuesOf(
    renderRanking(communes, outputContext(english), { status: '', comparisons: new Map() }),
  );
  const [headers = [], first = []] = rows.slice(4);
  const under = (header: string) => first[headers.indexOf(header)];
  expect([under('Unit'), under('Parent unit'), under('Class')]).toEqual([
    'Hòa Phú Ward',
    'Thủ Dầu Một City',
    'Excellent',
  ]);
});

test('a parent that no unit bears keeps its one name, and a unit without one has none', () => {
  const context = outputContext(english);
  expect([parentName({ parent: 'Trung ương' }, context), parentName({}, context)]).toEqual([
    'Trung ương',
    null,
  ]);
});

test('figures within words are written as the cells beside them show theirs: by the workbook’s locale', () => {
  const words = (numbers: 'vi' | 'en') =>
    valuesOf(renderSummary(view, outputContext(english, numbers), ''))
      .flat()
      .filter((value) => typeof value === 'string' && / \([+−]\d/.test(value));
  const [first] = words('vi');
  expect(first).toMatch(/\(\+\d+,\d\d\)$/);
  expect(words('en')).toEqual(words('vi').map((text) => String(text).replace(/,(?=\d\d\)$)/, '.')));
});
