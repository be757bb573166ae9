import { expect, test } from 'vitest';
import type { Change } from '../../src/domain/change.ts';
import type { Protection } from '../../src/domain/layout.ts';
import { childOf, childrenOf } from '../../src/offline/xlsx/xml.ts';
import {
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
  write,
} from './laid-out.ts';

test('a cell leads where its link says, and nowhere once it has none; links of staff on other cells stay', () => {
  const files = withPart(blank(), TAB, (xml) =>
    xml.replace('</worksheet>', '<hyperlinks><hyperlink ref="D9" location="x"/></hyperlinks></worksheet>'),
  );
  const link = { sheetId: 1, cell: 'F12' };
  const linked = after(
    files,
    write([
      [
        { value: 'a', link },
        { value: 'b', link: { sheetId: 77 } },
      ],
    ]),
  );
  expect(elements(linked, 'hyperlink')).toEqual([
    '<hyperlink ref="D9" location="x"/>',
    '<hyperlink ref="A1" location="\'Tổng hợp\'!F12"/>',
  ]);
  expect(elements(after(linked, write([[{ value: 'a' }]])), 'hyperlink')).toHaveLength(1);
});

test('a note of ours is replaced; one of staff on the same cell stays, and so does their box', () => {
  const first = after(blank(), write([[{ value: 'a', note: 'cũ' }, { value: 'b' }]]));
  const theirs = withPart(first, 'xl/comments1.xml', (xml) =>
    xml
      .replace('</author>', '</author><author>Lan</author>')
      .replace(
        '</commentList>',
        '<comment ref="B1" authorId="1"><text><t>của Lan</t></text></comment></commentList>',
      ),
  );
  const note = 'mới & <dài> _x0041_';
  const second = after(
    theirs,
    write([
      [
        { value: 'a', note },
        { value: 'b', note: 'của ta' },
      ],
    ]),
  );
  expect(
    elements(second, 'comment', 'xl/comments1.xml').map((comment) => [
      / ref="(\w+)"/.exec(comment)?.[1],
      /<t(?: [^>]*)?>([^<]*)<\/t>/.exec(comment)?.[1],
    ]),
  ).toEqual([
    ['B1', 'của Lan'],
    ['A1', 'mới &amp; &lt;dài&gt; _x005F_x0041_'],
  ]);
  expect(
    text(second, 'xl/drawings/vmlDrawing1.vml').match(/<x:Row>0<\/x:Row><x:Column>0<\/x:Column>/g),
  ).toHaveLength(1);
  expect(text(second, '[Content_Types].xml').match(/Extension="vml"/g)).toHaveLength(1);
});

test('a tab is set up for A4 once; the page format that staff chose later stays', () => {
  const layout = layOut({ page: 'landscape', frozenRows: 4, frozenColumns: 2 });
  const first = after(blank(), layout);
  expect(elements(first, 'pageSetup')).toEqual([
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
  ]);
  expect(elements(first, 'sheetPr')).toEqual(['<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>']);
  expect(text(first, 'xl/workbook.xml')).toContain(
    'name="_xlnm.Print_Titles" localSheetId="0">\'Tổng hợp\'!$A:$B,\'Tổng hợp\'!$1:$4<',
  );
  const chosen = withPart(first, TAB, (xml) => xml.replace('paperSize="9"', 'paperSize="8"'));
  expect(elements(after(chosen, layout), 'pageSetup')[0]).toContain('paperSize="8"');
});

test('the colour of a tab takes the place of the one before', () => {
  const first = after(blank(), layOut({ tabColour: '#1e3a5f', page: 'portrait' }));
  const second = after(first, layOut({ tabColour: '#b45309' }));
  expect(elements(second, 'sheetPr')).toEqual([
    '<sheetPr><tabColor rgb="FFB45309"/><pageSetUpPr fitToPage="1"/></sheetPr>',
  ]);
});

const HEADER: Protection = {
  key: 'header',
  description: 'x',
  area: { top: 0, left: 0, height: 1, width: 2 },
};

test('the cells that hold a table together are closed, all others open: those with a look, those without, those to come', () => {
  const bold = { style: { bold: true } };
  const rows = [
    [{ value: 'Mã', ...bold }, { value: 'Tên' }, { value: 'thêm' }],
    [{ value: 1, ...bold }, { value: null }, { value: 'x' }],
  ];
  const files = after(blank(), layOut({ columnWidths: [90, 90], protections: [HEADER] }), write(rows));
  const looks = childOf(rootOfPart(files, 'xl/styles.xml'), 'cellXfs');
  const isOpen = (style: string | undefined) => {
    const look = looks === undefined ? undefined : childrenOf(looks)[Number(style ?? 0)];
    return look !== undefined && childOf(look, 'protection')?.getAttribute('locked') === '0';
  };
  const cells = [...text(files, TAB).matchAll(/<c r="(\w+)"(?:[^>]*? s="(\d+)")?/g)];
  expect(cells.map(([, cell, style]) => [cell, isOpen(style)])).toEqual([
    ['A1', false],
    ['B1', false],
    ['C1', true],
    ['A2', true],
    ['C2', true],
  ]);
  const columns = [...text(files, TAB).matchAll(/<col min="(\d+)" max="(\d+)"[^>]*style="(\d+)"/g)];
  expect(columns.map(([, min, max, style]) => [min, max, isOpen(style)])).toEqual([
    ['1', '1', true],
    ['2', '2', true],
    ['3', '16384', true],
  ]);
  const [protection = ''] = elements(files, 'sheetProtection');
  expect(protection).toContain('sheet="1"');
  expect(protection).not.toContain('password');
});

test('a tab that is the office’s as a whole is not closed in a file, and a tab that staff closed stays as they did it', () => {
  expect(
    elements(after(blank(), layOut({ protections: [{ key: 'tab', description: 'x' }] })), 'sheetProtection'),
  ).toEqual([]);
  const theirs = withPart(blank(), TAB, (xml) =>
    xml.replace('</worksheet>', '<sheetProtection password="CC1A" sheet="1"/></worksheet>'),
  );
  expect(elements(after(theirs, layOut({ protections: [HEADER] })), 'sheetProtection')).toEqual([
    '<sheetProtection password="CC1A" sheet="1"/>',
  ]);
});

test('a chart shows new figures where people put it, and goes when it is no longer wanted; drawings of staff stay', () => {
  const first = after(blank(), TABLE, layOut({ charts: [CHART] }));
  const drawing = 'xl/drawings/drawing1.xml';
  const frame = /<xdr:oneCellAnchor>.*<\/xdr:oneCellAnchor>/s.exec(text(first, drawing))?.[0] ?? '';
  const theirs = frame.replace('par.chart.means', 'Biểu đồ 1').replace('<xdr:row>6', '<xdr:row>40');
  const edited = withPart(first, drawing, (xml) =>
    xml.replace(frame, frame.replace('<xdr:row>6', '<xdr:row>20') + theirs),
  );
  const renamed = { ...CHART, title: 'Mới' };
  const second = after(edited, layOut({ charts: [renamed], chartedBefore: ['means'] }));
  expect(text(second, drawing).match(/<xdr:row>\d+/g)).toEqual(['<xdr:row>20', '<xdr:row>40']);
  expect(text(second, 'xl/charts/chart1.xml')).toContain('<a:t>Mới</a:t>');
  const third = after(second, layOut({ chartedBefore: ['means'] }));
  expect(text(third, drawing).match(/name="[^"]*"/g)).toEqual(['name="Biểu đồ 1"']);
});

test.each([
  ['bar', 'stacked', '<c:barDir val="bar"/><c:grouping val="stacked"/>'],
  ['column', 'percent', '<c:barDir val="col"/><c:grouping val="percentStacked"/>'],
  ['column', 'none', '<c:barDir val="col"/><c:grouping val="clustered"/>'],
  ['line', 'none', '<c:lineChart><c:grouping val="standard"/>'],
] as const)('a %s chart, %s: series by their headings, names along the axis', (kind, stacking, plot) => {
  const files = after(blank(), TABLE, layOut({ charts: [{ ...CHART, kind, stacking }] }));
  const chart = text(files, 'xl/charts/chart1.xml');
  expect(chart).toContain(plot);
  const references = [...chart.matchAll(/<c:f>'Tổng hợp'!(.*?)<\/c:f>/g)].map(([, cells]) => cells);
  expect(references).toEqual(['$B$1:$B$1', '$A$2:$A$4', '$B$2:$B$4', '$C$1:$C$1', '$A$2:$A$4', '$C$2:$C$4']);
});

test('a hidden tab is written as hidden, and a cell that counts keeps what it comes to', () => {
  const hidden: Change = {
    kind: 'add-sheet',
    sheetId: 9,
    title: 'Ẩn',
    rowCount: 1,
    columnCount: 1,
    hidden: true,
  };
  const progress = { columnsRight: 1, width: 2, rowsUp: 1, exemptWord: 'KAD' };
  const files = after(blank(), hidden, write([[{ value: '' }], [{ value: '1/2', progress }]]));
  const { structure, gridsOf } = FORMAT.open(files, 'so');
  expect(structure.sheets.map((sheet) => sheet.hidden)).toEqual([false, true]);
  expect(gridsOf(structure.sheets).get(1)).toEqual([[], ['1/2']]);
  expect(text(files, TAB)).toContain(
    '<f>SUMPRODUCT((B2:C2&lt;&gt;"")*(B2:C2&lt;&gt;"KAD")*(B$1:C$1&lt;&gt;"")*(B$1:C$1&lt;1000000))&amp;"/"&amp;SUMPRODUCT(',
  );
});

test('wrapped rows are as high as their text at the width of its column; a height that staff set stays', () => {
  const wrap = { style: { wrap: true } };
  const long = 'Ban hành kế hoạch cải cách hành chính năm và báo cáo định kỳ theo quy định';
  const rows = [
    [{ value: 'ngắn', ...wrap }, { value: 1 }],
    [{ value: long, ...wrap }, { value: 2 }],
    [{ value: long }, { value: 3 }],
    [{ value: 'Một dòng\nhai dòng', ...wrap }, { value: 4 }],
    [{ value: 'Tiêu đề', style: { fontSize: 22 } }, { value: 5 }],
  ];
  const heights = (files: ReturnType<typeof blank>) =>
    [...text(files, TAB).matchAll(/<row r="(\d+)"(?:[^>]*? ht="([\d.]+)")?/g)].map(([, , height]) => height);
  const first = after(blank(), write(rows), layOut({ columnWidths: [200, 80] }));
  expect(heights(first)).toEqual([undefined, '45.00', undefined, '30.00', '30.00']);
  const fixed = withPart(first, TAB, (xml) => xml.replace('ht="45.00"', 'ht="99.00" customHeight="1"'));
  expect(heights(after(fixed, write(rows)))[1]).toBe('99.00');
});

test('a matrix of many columns goes over several pages side by side, other tabs onto one', () => {
  const pages = (columnWidths: readonly number[], frozenColumns: number) =>
    /fitToWidth="(\d+)"/.exec(
      elements(after(blank(), layOut({ page: 'landscape', columnWidths, frozenColumns })), 'pageSetup')[0] ??
        '',
    )?.[1];
  expect(pages([100, 100], 0)).toBe('1');
  expect(pages([500, ...Array.from({ length: 40 }, () => 100)], 1)).toBe('3');
});
