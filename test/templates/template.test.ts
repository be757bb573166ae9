import { expect, test } from 'vitest';
import { workbookTemplate } from '../../sheets-templates/workbook/template.ts';
import { templateSchema, type WorkbookTemplate } from '../../src/workbook/template/template-schema.ts';
import { checkTemplate } from './check-template.ts';

const template = workbookTemplate();

test('every name in the template exists in code, and every column in code has its look in the template', () => {
  expect(checkTemplate(template)).toEqual([]);
});

/** The template with one thing wrong. */
function spoilt(change: (copy: WorkbookTemplate) => void): WorkbookTemplate {
  const copy = structuredClone(template);
  change(copy);
  return copy;
}

test.each([
  [
    'a column less',
    (copy: WorkbookTemplate) => delete copy.tables['units']?.columns['level'],
    'units lacks the column: level',
  ],
  [
    'a table more',
    (copy: WorkbookTemplate) => Object.assign(copy.tables, { other: copy.tables['units'] }),
    'no such table: other',
  ],
  ['a style less', (copy: WorkbookTemplate) => delete copy.styles['locked'], 'no style: locked'],
  [
    'a style more',
    (copy: WorkbookTemplate) => Object.assign(copy.styles, { other: {} }),
    'a style that nothing uses: other',
  ],
  [
    'a code column without text format',
    (copy: WorkbookTemplate) =>
      Object.assign(copy.tables['criteria']?.columns['code'] ?? {}, { style: 'points' }),
    'codes would become numbers: criteria.code',
  ],
  [
    'a list of words that no tab knows',
    (copy: WorkbookTemplate) =>
      Object.assign(copy.tables['units']?.columns['ranked'] ?? {}, { allowed: { words: 'colours' } }),
    'no list of words: colours',
  ],
  [
    'a kind of tab that there is not',
    (copy: WorkbookTemplate) => copy.order.push('ranking'),
    'no kind of tab: ranking',
  ],
] as const)('%s is noticed', (_, change, mistake) => {
  expect(checkTemplate(spoilt(change))).toContain(mistake);
});

test.each([
  ['an unknown field', (copy: WorkbookTemplate) => Object.assign(copy, { colour: 'red' })],
  ['a colour that is none', (copy: WorkbookTemplate) => Object.assign(copy.matrix, { tabColour: 'red' })],
  [
    'a note in one language',
    (copy: WorkbookTemplate) =>
      Object.assign(copy.tables['units']?.columns['id'] ?? {}, { note: { vi: 'Mã' } }),
  ],
  ['a width that is no width', (copy: WorkbookTemplate) => Object.assign(copy.matrix, { markWidth: '130' })],
])('%s is refused', (_, change) => {
  expect(templateSchema.safeParse(spoilt(change)).success).toBe(false);
});

test('the look of text is readable on every background: contrast is at least 4.5 to 1', () => {
  const luminance = (hex: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const looks = [...Object.entries(template.styles), ...Object.entries(template.matrix.highlights)];
  const weak = looks.filter(([, { foreground = '#000000', background = '#ffffff' }]) => {
    const [dark = 0, light = 0] = [luminance(foreground), luminance(background)].toSorted((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05) < 4.5;
  });
  expect(weak).toEqual([]);
});
