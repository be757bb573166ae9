import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, runStandIn } from '../running-stand-in.ts';
import { attributesOf, exported, FIRST_TAB, formulasOf, type ReadFile, readXlsx } from './read-xlsx.ts';
import { richWorkbook } from './rich-workbook.ts';

let running: Running;
let rich: ReadFile;
beforeAll(async () => {
  running = await runStandIn();
  rich = readXlsx(await exported(running, await richWorkbook(running)));
});
afterAll(() => running.end());

const SHORT = 'Bảng tổng hợp của tất cả các đơ';
test('values come back as what they are: words, numbers, days as serials, truth and errors', () => {
  expect(rich.grid(0).slice(0, 5)).toEqual([
    ['Đơn vị', 'Điểm', 'Ngày', 'Đạt', 'Tổng', 'Ghi chú'],
    ['Sở "A" & <B>', 0.5, 45_000.5, true, -11.75, 'a,b\n  c'],
    ['=nothing', -12.25, 45_001, false, '0.5 đ', '_x0041_'],
    [null, null, null, null, '#DIV/0!'],
    [null, null, null, null, 42],
  ]);
});

test('formulas keep their results; an open range ends at the last row, a tab is called by its new title', () => {
  expect(formulasOf(rich)).toEqual(['SUM(B2:B1048576)', 'B2&" đ"', '1/0', `'${SHORT}'!A1*2`]);
});

test('a title loses what no file may have in it and ends after 31 letters; hidden tabs stay hidden', () => {
  expect(rich.structure).toEqual([
    { title: 'Điểmđơn vị', hidden: false },
    { title: SHORT, hidden: false },
    { title: 'Danh mục', hidden: true },
  ]);
});

test('the look of cells goes along: font, ground, lines, alignment, number formats', () => {
  const styles = 'xl/styles.xml';
  expect(attributesOf(rich, 'numFmt', styles)).toEqual([
    { numFmtId: '164', formatCode: '#,##0.000' },
    { numFmtId: '165', formatCode: 'dd"/"mm"/"yyyy' },
  ]);
  expect(attributesOf(rich, 'name', styles)).toEqual([{ val: 'Arial' }, { val: 'Times New Roman' }]);
  expect(attributesOf(rich, 'sz', styles)).toEqual([{ val: '10' }, { val: '12' }]);
  expect(attributesOf(rich, 'fgColor', styles)).toEqual([{ rgb: 'FF336699' }, { rgb: 'FFFF0000' }]);
  expect(attributesOf(rich, 'bottom', styles)).toEqual([{}, { style: 'double' }]);
  expect(attributesOf(rich, 'alignment', styles)).toContainEqual({
    horizontal: 'center',
    vertical: 'center',
    wrapText: '1',
  });
  const looks = new Map(attributesOf(rich, 'c').map(({ r, s }) => [r, s]));
  expect(['A1', 'F1', 'B2', 'C3', 'A2'].map((cell) => looks.get(cell))).toEqual([
    '1',
    '1',
    '2',
    '3',
    undefined,
  ]);
});

test('sizes, hidden lines, frozen panes, merges and the colour of a tab go along', () => {
  expect(attributesOf(rich, 'col')).toEqual([
    { min: '1', max: '1', width: '30', customWidth: '1' },
    { min: '11', max: '11', width: '14.29', customWidth: '1', hidden: '1' },
  ]);
  const rows = new Map(attributesOf(rich, 'row').map((row) => [row['r'], row]));
  expect([rows.get('1'), rows.get('2'), rows.get('10')]).toEqual([
    { r: '1', ht: '30', customHeight: '1' },
    { r: '2' },
    { r: '10', hidden: '1' },
  ]);
  expect(attributesOf(rich, 'pane')).toEqual([
    { xSplit: '1', ySplit: '1', topLeftCell: 'B2', activePane: 'bottomRight', state: 'frozen' },
  ]);
  expect(attributesOf(rich, 'mergeCell')).toEqual([{ ref: 'B7:D8' }]);
  expect(attributesOf(rich, 'tabColor', 'xl/worksheets/sheet2.xml')).toEqual([{ rgb: 'FFFF0000' }]);
});

test('a note stands in its cell and has a box to be shown in', () => {
  const [note, ...more] = rich.elements('xl/comments/comments1.xml', 'comment');
  expect([note, more]).toEqual([[{ ref: 'A2', authorId: '0' }, 'Xem văn bản số 1 & 2'], []]);
  const boxes = 'xl/drawings/boxes1.vml';
  expect(['x:Row', 'x:Column'].map((name) => rich.elements(boxes, name)[0]?.[1])).toEqual(['1', '0']);
});

test('links lead out of the file, or to the tab that they meant', () => {
  expect(attributesOf(rich, 'hyperlink')).toEqual([
    { ref: 'A13', 'r:id': 'link1' },
    { ref: 'A14', location: `'${SHORT}'!B3`, display: `'${SHORT}'!B3` },
  ]);
  const relations = attributesOf(rich, 'Relationship', 'xl/worksheets/_rels/sheet1.xml.rels');
  expect(relations.find(({ Id }) => Id === 'link1')).toMatchObject({
    Target: 'https://vi.du/?a=1&b=2',
    TargetMode: 'External',
  });
});

test('what may be typed: lists, bounds, ticks and lists from cells; a rule that is not strict warns', () => {
  const rules = rich
    .elements(FIRST_TAB, 'dataValidation')
    .map(([{ type, errorStyle, prompt, sqref }, text]) => ({
      type,
      errorStyle,
      prompt,
      sqref,
      text,
    }));
  const none = { errorStyle: undefined, prompt: undefined };
  expect(rules).toEqual([
    { type: 'list', errorStyle: undefined, prompt: 'Chọn', sqref: 'G2:G5', text: '"Có,Không"' },
    { type: 'decimal', errorStyle: 'warning', prompt: undefined, sqref: 'H2:H5', text: '01.5' },
    { ...none, type: 'list', sqref: 'I2:I3', text: '"TRUE,FALSE"' },
    { ...none, type: 'list', sqref: 'J2:J3', text: "'Danh mục'!$A$1:$A$9" },
  ]);
});

test('rules of looks keep their order and mean the same cells: an empty cell is not less than nought there either', () => {
  const rules = attributesOf(rich, 'cfRule').map(({ type, priority }) => [type, priority]);
  expect(rules).toEqual([
    ['colorScale', '1'],
    ['expression', '2'],
    ['expression', '3'],
    ['expression', '4'],
  ]);
  expect(rich.elements(FIRST_TAB, 'formula').map(([, text]) => text)).toEqual([
    '$B2>=1',
    'ISNUMBER(SEARCH("a~*",A2))',
    'AND(ISNUMBER(B2),B2<0)',
  ]);
  expect(attributesOf(rich, 'cfvo')).toEqual([
    { type: 'min' },
    { type: 'percentile', val: '50' },
    { type: 'num', val: '10' },
  ]);
  expect(attributesOf(rich, 'dxf', 'xl/styles.xml')).toHaveLength(1);
});

test('a filter hides the rows that it hid, and keeps the values that it showed', () => {
  expect(attributesOf(rich, 'autoFilter')).toEqual([{ ref: 'A1:F5' }]);
  expect(attributesOf(rich, 'filter')).toEqual([{ val: 'Sở "A" & <B>' }]);
  expect(attributesOf(rich, 'filters')).toEqual([{ blank: '1' }]);
  expect(attributesOf(rich, 'row').find(({ r }) => r === '3')).toEqual({ r: '3', hidden: '1' });
  expect(rich.elements('xl/workbook.xml', 'definedName')).toEqual([
    [{ name: '_xlnm._FilterDatabase', localSheetId: '0', hidden: '1' }, "'Điểmđơn vị'!$A$1:$F$5"],
    [{ name: 'DIEM' }, "'Điểmđơn vị'!$B$2:$B$5"],
  ]);
  expect(rich.names).toEqual(['DIEM']);
});

test('the elements of a tab stand in the order of the schema', () => {
  expect(rich.children(FIRST_TAB)).toEqual([
    'sheetPr',
    'sheetViews',
    'sheetFormatPr',
    'cols',
    'sheetData',
    'autoFilter',
    'mergeCells',
    ...Array.from({ length: 4 }, () => 'conditionalFormatting'),
    'dataValidations',
    'hyperlinks',
    'legacyDrawing',
  ]);
});
