import { expect, test } from 'vitest';
import type { PageCell } from '../../../../src/local/page/model/page-workbook.ts';
import type { Assets } from '../../../../src/local/page/server/assets.ts';
import { html } from '../../../../src/local/page/server/html.ts';
import { tableHtml } from '../../../../src/local/page/server/table-html.ts';
import { type TablesPage, tablesHtml } from '../../../../src/local/page/server/tables-page.ts';
import { aPage, aTab } from '../page-states.ts';

const NASTY = `</td><script>alert("x")</script>&'`;
const SAFE = '&lt;/td&gt;&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;&#39;';

const ASSETS: Assets = {
  find: () => undefined,
  entry: () => ({ script: 'tables.js', styles: ['tables.css'] }),
};

const text = (value: string): PageCell => ({ value });

function page(named: Partial<TablesPage>): string {
  return tablesHtml({
    workbook: aPage(),
    path: '/view/one',
    query: '',
    tab: undefined,
    language: 'vi',
    assets: ASSETS,
    nonce: 'n',
    head: html``,
    ...named,
  });
}

const READING = {
  language: 'vi',
  looks: { wrapped: { wrap: 'wrap' }, middle: { align: 'center' }, dark: { background: '#1e3a5f' } },
  addressOfTab: (tab: number) => `#tab-${tab}`,
  figure: ({ id }: { readonly id: number }) => ({ html: `<figure>${id}</figure>` }),
} as const;

test('frozen rows are the head of the table, the last of them and the last frozen column name what is in the cells', () => {
  const tab = aTab({
    frozenRows: 2,
    frozenColumns: 1,
    merges: [{ top: 0, bottom: 1, left: 0, right: 3 }],
    rows: [
      [text('Xếp hạng')],
      [text('Mã'), text('Tên'), text('Điểm')],
      [text('TDM'), text('Thủ Dầu Một'), { value: 1.75, shown: '1,75', look: '3' }],
    ],
  });
  expect(tableHtml(tab, READING).html).toBe(
    `<table class="t1">
<caption class="for-readers">Trang</caption>
<colgroup><col class="w100 names"><col class="w100"><col class="w100"></colgroup>
<thead><tr><td colspan="3">Xếp hạng</td></tr>
<tr><th scope="col" class="stays f0">Mã</th><th scope="col">Tên</th><th scope="col">Điểm</th></tr>
</thead>
<tbody><tr><th scope="row" class="stays f0">TDM</th><td>Thủ Dầu Một</td><td class="l3 number">1,75</td></tr>
</tbody>
</table>`,
  );
});

const chartAt = (id: number, row: number) => ({
  id,
  row,
  column: 0,
  offsetX: 0,
  offsetY: 0,
  width: 600,
  height: 240,
  chart: { kind: 'unknown', title: '', subtitle: '', locale: 'vi_VN', name: '' } as const,
});

test('a chart stands under its heading in the place of the blank rows it floats over; beside or below entries it comes after them', () => {
  const rows = [
    [text('Đầu')],
    [text('Mục một')],
    [null],
    [{ look: 'dark' }],
    [text('Mục hai')],
    [],
    [text('cuối')],
  ];
  const charts = [chartAt(3, 6), chartAt(1, 2), chartAt(2, 5), chartAt(4, 3), chartAt(5, 9)];
  const { html: table } = tableHtml(aTab({ frozenRows: 1, rows, charts }), READING);
  expect(table.slice(table.indexOf('<tbody>'))).toBe(`<tbody><tr><td>Mục một</td></tr>
<tr><td class="charts"><figure>1</figure><figure>4</figure></td></tr>
<tr><td>Mục hai</td></tr>
<tr><td class="charts"><figure>2</figure></td></tr>
<tr><td>cuối</td></tr>
</tbody>
</table><figure>3</figure><figure>5</figure>`);
});

test('a row that a merged cell covers is not taken for free', () => {
  const merges = [{ top: 0, bottom: 2, left: 0, right: 1 }];
  const tab = aTab({ rows: [[text('a')], [], [text('b')]], merges, charts: [chartAt(1, 1)] });
  expect(tableHtml(tab, READING).html).toContain('</table><figure>1</figure>');
});

test('hidden rows, hidden columns and hidden tabs are not in the page at all', () => {
  const rows = [
    [text('a'), text('ẩn-cột')],
    [text('ẩn-dòng'), text('ẩn-cột')],
  ];
  const shown = aTab({ rows, rowHeights: { 1: 0 }, columnWidths: { 1: 0 } });
  const hidden = aTab({ id: 2, title: 'ẩn-trang', hidden: true, rows: [[text('ẩn-ô')]] });
  expect(page({ workbook: aPage({ tabs: [shown, hidden] }) })).not.toMatch(/ẩn/);
});

test('what staff type is text wherever it stands: cells, notes, titles of tabs and workbooks, never markup', () => {
  const tab = aTab({
    title: NASTY,
    rows: [[{ value: NASTY, note: NASTY, link: `https://x.test/"${NASTY}` }]],
  });
  const shown = page({ workbook: aPage({ title: NASTY, tabs: [tab] }) });
  expect(shown).not.toContain('<script>alert');
  expect(shown).not.toContain('https://x.test/"');
  // Title, heading, link and heading of the tab, caption; the cell, its link, and its note twice.
  expect(shown.split(SAFE).length - 1).toBe(9);
});

test('links lead to web pages, mail and other tabs, and to nothing that runs', () => {
  const cells = [
    { value: 'web', link: 'https://example.test/a?b=1&c=2' },
    { value: 'mail', link: 'mailto:an@example.test' },
    { value: 'tab', link: '#gid=7&range=B2' },
    { value: 'script', link: 'javascript:alert(1)' },
    { value: 'data', link: 'data:text/html,x' },
  ];
  const { html: table } = tableHtml(aTab({ rows: [cells] }), READING);
  expect([...table.matchAll(/<a href="([^"]*)"/g)].map(([, to]) => to)).toEqual([
    'https://example.test/a?b=1&amp;c=2',
    'mailto:an@example.test',
    '#tab-7',
  ]);
  expect(table).toContain('<td>script</td><td>data</td>');
});

const LONG = 'Huyện, thị xã, thành phố';

test.each([
  ['runs over the blank cells that it needs', [text(LONG), null, null, text('x')], '2', 3],
  ['stops before the next entry', [text(LONG), text('x'), null, text('x')], undefined, 4],
  ['stops before another shade', [text(LONG), { look: 'dark' }, null, text('x')], undefined, 4],
  [
    'stays in its cell where it wraps',
    [{ value: LONG, look: 'wrapped' }, null, null, text('x')],
    undefined,
    4,
  ],
  [
    'stays in its cell where it stands in the middle',
    [{ value: LONG, look: 'middle' }, null, null, text('x')],
    undefined,
    4,
  ],
  ['is left alone where it fits', [text('Huyện'), null, null, text('x')], undefined, 4],
] as const)('text that is wider than its cell %s', (_, row, span, cells) => {
  const { html: table } = tableHtml(aTab({ rows: [row] }), READING);
  const tags = [...table.matchAll(/<td[^>]*>/g)].map(([tag]) => tag);
  expect([/colspan="(\d)"/.exec(tags[0] ?? '')?.[1], tags.length]).toEqual([span, cells]);
});

test('a note can be read without a pointer', () => {
  const { html: table } = tableHtml(aTab({ rows: [[{ value: 1, note: 'Xem phụ lục' }]] }), READING);
  expect(table).toContain('<span class="for-readers">Ghi chú: Xem phụ lục</span>');
});

test('a workbook that is too long for one page is shown tab by tab', () => {
  const rows = Array.from({ length: 2000 }, () => Array.from({ length: 10 }, () => text('x')));
  const workbook = aPage({ tabs: [aTab({ rows }), aTab({ id: 2, title: 'Hai', rows })] });
  const sections = (tab: number | undefined) =>
    [...page({ workbook, tab, query: 'as=reader' }).matchAll(/<section id="tab-(\d)"/g)].map(([, id]) => id);
  expect([sections(undefined), sections(2), sections(9)]).toEqual([['1'], ['2'], ['1']]);
  expect(page({ workbook, query: 'as=reader' })).toContain('href="/view/one?as=reader&amp;tab=2"');
  expect(page({ workbook, tab: 2 })).toContain('<a href="/view/one?tab=2" aria-current="page">Hai</a>');
  const linked = aTab({ rows: [[{ value: 'Sang trang Hai', link: '#gid=2' }], ...rows, ...rows] });
  const apart = page({ workbook: aPage({ tabs: [linked, aTab({ id: 2, rows })] }), query: '' });
  expect(apart).toContain('<a href="/view/one?tab=2">Sang trang Hai</a>');
});

test('an empty workbook says so', () => {
  expect(page({ workbook: aPage({ tabs: [] }) })).toContain('<main id="tables">');
  expect(page({ workbook: aPage({ tabs: [aTab({ hidden: true })] }) })).not.toContain('<section');
});
