import { expect, test } from 'vitest';
import type { Change } from '../../src/domain/change.ts';
import type { Area, RuledArea, Validation } from '../../src/domain/layout.ts';
import type { Files } from '../../src/offline/files/workbook-format.ts';
import { withoutArea } from '../../src/offline/xlsx/layout/area-name.ts';
import { childrenOf } from '../../src/offline/xlsx/xml.ts';
import {
  AREA,
  after,
  blank,
  CHART,
  elements,
  FORMAT,
  layOut,
  rootOfPart,
  TAB,
  TABLE,
  text,
  withPart,
} from './laid-out.ts';

type LayOut = Extract<Change, { readonly kind: 'lay-out' }>;

/** The order of a tab's elements as the standard states it (ECMA-376 part 1, CT_Worksheet). */
const STANDARD =
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems tableParts extLst'.split(
    ' ',
  );

/** What the layout below lays its rules over. */
const RULED: readonly RuledArea[] = [
  { ...AREA, by: 'scale' },
  { ...AREA, by: 'highlight' },
];

const EVERYTHING: LayOut = layOut({
  columnWidths: [120, 80, 80],
  frozenRows: 1,
  frozenColumns: 1,
  tabColour: '#1e3a5f',
  page: 'landscape',
  filter: { top: 0, left: 0, height: 4, width: 3 },
  scales: [{ area: AREA, low: { colour: '#f59e0b', at: 0.5 }, high: { colour: '#2563eb' } }],
  highlights: [
    { area: AREA, when: { kind: 'blank' }, style: { background: '#fde68a' } },
    { area: AREA, when: { kind: 'text-is', text: 'Vắng "x"' }, style: { foreground: '#6b7280' } },
    { area: AREA, when: { kind: 'formula', formula: '=B2>B$1' }, style: { bold: true } },
  ],
  validations: [
    { area: AREA, allowed: { kind: 'one-of', values: ['Đạt', 'Không đạt'] }, strict: true, help: 'Chọn' },
  ],
  charts: [CHART],
  protections: [{ key: 'header', description: 'x', area: { top: 0, left: 0, height: 1, width: 3 } }],
});

test('everything that a layout holds stands in the order of the standard, and the values are read back', () => {
  const files = after(blank(), TABLE, EVERYTHING);
  const names = childrenOf(rootOfPart(files, TAB)).map((each) => each.localName ?? '');
  const places = names.map((name) => STANDARD.indexOf(name));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(new Set(names)).toEqual(
    new Set(
      'sheetPr sheetViews sheetFormatPr cols sheetData sheetProtection autoFilter conditionalFormatting dataValidations hyperlinks pageMargins pageSetup headerFooter drawing legacyDrawing'.split(
        ' ',
      ),
    ),
  );
  const { structure, gridsOf } = FORMAT.open(files, 'so');
  expect(gridsOf(structure.sheets).get(1)?.[1]).toEqual(['Sở', 84.31, 1]);
});

test('a second layout replaces the first: the same file comes out, part by part', () => {
  const once = after(blank(), TABLE, EVERYTHING);
  const twice = after(once, TABLE, { ...EVERYTHING, ruledBefore: RULED, chartedBefore: ['means'] });
  const parts = (files: Files) => [...files.keys()].filter((name) => name !== 'xl/workbook.xml');
  expect(parts(twice)).toEqual(parts(once));
  expect(parts(twice).map((name) => text(twice, name))).toEqual(parts(once).map((name) => text(once, name)));
  const names = (files: Files) => (text(files, 'xl/workbook.xml').match(/<definedName /g) ?? []).length;
  expect(names(twice)).toBe(names(once));
});

test('highlights come before scales and both before the rules of staff, which stay', () => {
  const theirs =
    '<conditionalFormatting sqref="A1:A9"><cfRule type="expression" dxfId="0" priority="1"><formula>A1=1</formula></cfRule></conditionalFormatting>';
  const files = withPart(blank(), TAB, (xml) => xml.replace('</worksheet>', `${theirs}</worksheet>`));
  const written = after(files, EVERYTHING);
  const rules = elements(written, 'cfRule').map((rule) =>
    /type="(\w+)".*?priority="(\d+)"|priority="(\d+)"/.exec(rule)?.slice(1, 3),
  );
  expect(rules).toEqual([
    ['expression', '5'],
    ['containsBlanks', '1'],
    ['cellIs', '2'],
    ['expression', '3'],
    ['colorScale', '4'],
  ]);
  expect(text(written, TAB)).toContain('<formula>"Vắng ""x"""</formula>');
  expect(text(written, TAB)).toContain(
    '<cfvo type="num" val="0.5"/><cfvo type="max"/><color rgb="FFF59E0B"/><color rgb="FF2563EB"/>',
  );
  const again = after(written, layOut({ ruledBefore: RULED }));
  expect(elements(again, 'cfRule')).toHaveLength(1);
});

test('a rule of staff over just the cells that are shaded stays when the shading goes', () => {
  const theirs =
    '<conditionalFormatting sqref="B2:B4"><cfRule type="cellIs" operator="lessThan" dxfId="0" priority="1"><formula>60</formula></cfRule></conditionalFormatting>';
  const files = withPart(blank(), TAB, (xml) => xml.replace('</worksheet>', `${theirs}</worksheet>`));
  const shaded = after(files, layOut({ scales: EVERYTHING.scales ?? [] }));
  expect(elements(shaded, 'cfRule')).toHaveLength(2);
  const again = after(shaded, layOut({ ruledBefore: [{ ...AREA, by: 'scale' }] }));
  expect(elements(again, 'cfRule').map((rule) => rule.includes('lessThan'))).toEqual([true]);
});

test('rows that begin a page do so in print, and go with their rows when others are put in above', () => {
  const breaksIn = (files: Files) => elements(files, 'brk').map((brk) => /id="(\d+)"/.exec(brk)?.[1]);
  const paged = after(blank(), TABLE, layOut({ page: 'portrait', pageBreaks: [2, 3] }));
  expect(breaksIn(paged)).toEqual(['2', '3']);
  expect(text(paged, TAB)).toContain('<rowBreaks count="2" manualBreakCount="2">');
  const moved = after(paged, { kind: 'insert-lines', sheetId: 1, dimension: 'rows', at: 2, count: 4 });
  expect(breaksIn(moved)).toEqual(['6', '7']);
  expect(breaksIn(after(moved, layOut({ page: 'portrait', pageBreaks: [6] })))).toEqual(['6']);
  expect(breaksIn(after(moved, layOut({})))).toEqual(['6', '7']);
});

const list = (values: readonly string[], area: Area = AREA): Validation => ({
  area,
  allowed: { kind: 'one-of', values },
  strict: true,
});

test('a short list stands in the rule, one with commas or of more than 255 characters in a hidden tab, each once', () => {
  const long = Array.from({ length: 30 }, (_, i) => `Lựa chọn thứ ${i}`);
  const places = ['Cách hạng (1, 2, 2, 4)', 'Liền hạng (1, 2, 2, 3)'];
  const at = (left: number): Area => ({ ...AREA, left });
  const validations = [
    list(['Có', 'Không'], at(0)),
    list(places, at(1)),
    list(long, at(2)),
    list(places, at(3)),
  ];
  const once = after(blank(), layOut({ validations }));
  const twice = after(once, layOut({ validations }));
  for (const files of [once, twice]) {
    expect(elements(files, 'formula1')).toEqual([
      '<formula1>"Có,Không"</formula1>',
      "<formula1>'par.lists'!$A$1:$A$2</formula1>",
      "<formula1>'par.lists'!$B$1:$B$30</formula1>",
      "<formula1>'par.lists'!$A$1:$A$2</formula1>",
    ]);
    const { structure, gridsOf } = FORMAT.open(files, 'so');
    const lists = structure.sheets.find(({ title }) => title === 'par.lists');
    expect(lists?.hidden).toBe(true);
    const grid = gridsOf(structure.sheets).get(lists?.sheetId ?? -1) ?? [];
    expect(grid.slice(0, 2)).toEqual([
      [places[0], long[0]],
      [places[1], long[1]],
    ]);
  }
});

test('cells take one rule: a rule of staff over more cells keeps the others', () => {
  const theirs =
    '<dataValidations count="1"><dataValidation type="whole" sqref="A1:C9 E1"><formula1>1</formula1></dataValidation></dataValidations>';
  const files = withPart(blank(), TAB, (xml) => xml.replace('</worksheet>', `${theirs}</worksheet>`));
  const written = after(
    files,
    layOut({ validations: [list(['x'], { top: 2, left: 1, height: 2, width: 1 })] }),
  );
  expect(elements(written, 'dataValidation').map((each) => /sqref="([^"]*)"/.exec(each)?.[1])).toEqual([
    'A1:C2 A5:C9 A3:A4 C3:C4 E1',
    'B3:B4',
  ]);
  expect(text(written, TAB)).toContain('<dataValidations count="2">');
});

test.each([
  [{ kind: 'number-between', from: 0, to: 1.5 }, ['0', '1.5'], 'decimal'],
  [
    { kind: 'number-between', from: 0, to: 1.5, orWords: ['Không áp dụng'] },
    ['ISNUMBER(B2)*(B2&gt;=0)*(B2&lt;=1.5)+(B2="Không áp dụng")&gt;0'],
    'custom',
  ],
  [{ kind: 'date' }, ['1'], 'date'],
] as const)('what may be typed: %j', (allowed, formulas, type) => {
  const files = after(
    blank(),
    layOut({ validations: [{ area: AREA, allowed, strict: false, help: 'Từ 0' }] }),
  );
  const [rule = ''] = elements(files, 'dataValidation');
  expect(rule).toContain(`type="${type}"`);
  expect(rule).toContain('errorStyle="warning"');
  expect(rule).toContain('prompt="Từ 0"');
  const unescaped = (xml: string) => xml.replaceAll('&gt;', '>').replaceAll('&lt;', '<');
  expect(
    [...rule.matchAll(/<formula\d>(.*?)<\/formula\d>/g)].map(([, formula = '']) => unescaped(formula)),
  ).toEqual(formulas.map(unescaped));
});

test('what is cut out of a rectangle and what is left of it make up the rectangle', () => {
  const area = { top: 1, left: 1, height: 4, width: 4 };
  const cells = (pieces: readonly Area[]) =>
    pieces.flatMap(({ top, left, height, width }) =>
      Array.from(
        { length: height * width },
        (_, i) => `${top + Math.floor(i / width)},${left + (i % width)}`,
      ),
    );
  for (const cut of [
    { top: 2, left: 2, height: 1, width: 1 },
    { top: 0, left: 0, height: 9, width: 2 },
    { top: 0, left: 0, height: 9, width: 9 },
    { top: 7, left: 7, height: 1, width: 1 },
    { top: 3, left: 0, height: 9, width: 3 },
  ]) {
    const left = cells(withoutArea(area, cut));
    const inside = new Set(cells([cut]));
    expect(new Set(left)).toEqual(new Set(cells([area]).filter((cell) => !inside.has(cell))));
    expect(left).toHaveLength(new Set(left).size);
  }
});

test('a filter follows its table and keeps what people chose to see', () => {
  const first = after(blank(), layOut({ filter: { top: 0, left: 0, height: 4, width: 2 } }));
  const chosen = '<filterColumn colId="0"><filters><filter val="Sở"/></filters></filterColumn>';
  const edited = withPart(first, TAB, (xml) =>
    xml.replace('<autoFilter ref="A1:B4"/>', `<autoFilter ref="A1:B4">${chosen}</autoFilter>`),
  );
  const second = after(edited, layOut({ filter: { top: 0, left: 0, height: 9, width: 2 } }));
  expect(elements(second, 'autoFilter')).toEqual([`<autoFilter ref="A1:B9">${chosen}</autoFilter>`]);
  expect(text(second, 'xl/workbook.xml')).toContain('localSheetId="0" hidden="1">\'Tổng hợp\'!$A$1:$B$9<');
});

test('a tab with tables of staff’s own gets no filter of ours', () => {
  const files = withPart(blank(), TAB, (xml) =>
    xml.replace('</worksheet>', '<tableParts count="0"/></worksheet>'),
  );
  expect(elements(after(files, EVERYTHING), 'autoFilter')).toEqual([]);
});
