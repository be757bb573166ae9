import { expect, test } from 'vitest';
import { detectDialect } from '../../src/offline/csv/dialect.ts';
import { fileNameOf, tabOfFile } from '../../src/offline/csv/file-name.ts';
import { guardText, unguardText } from '../../src/offline/csv/guarded-text.ts';
import { readCsv, type Typing } from '../../src/offline/csv/read-csv.ts';
import { tabNames } from '../../src/offline/csv/tab-names.ts';
import { writeCsv } from '../../src/offline/csv/write-csv.ts';

function read(text: string | Uint8Array, typing: Typing = 'text-only') {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return readCsv(bytes, 'units.csv', typing);
}

const TABLE = [
  ['Mã', 'Tên', 'Điểm'],
  ['TDM', 'Thành phố', '51,75'],
  ['TU', 'Thị xã', '48,75'],
];

test.each([
  ['a comma', 'Mã,Tên,Điểm\nTDM,Thành phố,"51,75"\nTU,Thị xã,"48,75"\n'],
  ['a semicolon, as Excel in Vietnam saves it', 'Mã;Tên;Điểm\r\nTDM;Thành phố;51,75\r\nTU;Thị xã;48,75\r\n'],
  ['a tab', 'Mã\tTên\tĐiểm\nTDM\tThành phố\t51,75\nTU\tThị xã\t48,75'],
  ['a semicolon after a byte order mark', '\ufeffMã;Tên;Điểm\nTDM;Thành phố;51,75\nTU;Thị xã;48,75\n'],
])('fields are parted by %s', (_, text) => {
  expect(read(text)).toEqual({ ok: true, grid: TABLE });
});

test('a line that states the separator is obeyed and keeps its row', () => {
  expect(read('sep=;\r\nMã;Tên\r\na,b;c\r\n')).toEqual({ ok: true, grid: [[], ['Mã', 'Tên'], ['a,b', 'c']] });
});

test('Excel’s “Unicode text” in UTF-16 is read', () => {
  const text = '\ufeffMã\tTên\nTDM\tThủ Dầu Một\n';
  const bytes = new Uint8Array(new Uint16Array(Array.from(text, (each) => each.charCodeAt(0))).buffer);
  expect(read(bytes)).toEqual({
    ok: true,
    grid: [
      ['Mã', 'Tên'],
      ['TDM', 'Thủ Dầu Một'],
    ],
  });
});

test('in tabs that people fill a field is text: 1.10 stays 1.10, 007 stays 007, and figures stay as typed', () => {
  expect(read('1.10,007,TRUE,0.75\n')).toEqual({ ok: true, grid: [['1.10', '007', 'TRUE', '0.75']] });
});

test('in written tabs a bare field is a figure or yes/no, and a quoted one is text', () => {
  expect(read('1.5,"1.5",TRUE,"TRUE",-2,x,1e-7\n', 'typed')).toEqual({
    ok: true,
    grid: [[1.5, '1.5', true, 'TRUE', -2, 'x', 1e-7]],
  });
});

test('a file in an old Vietnamese encoding is told with its first line that is not UTF-8', () => {
  const bytes = new Uint8Array([...Buffer.from('Mã,Tên\nTDM,'), 0xd0, 0x41, 0x0a]);
  expect(read(bytes)).toEqual({ ok: false, problem: { code: 'not-utf8', file: 'units.csv', line: 2 } });
});

test('a quotation mark that is never closed is told with its line', () => {
  expect(read('Mã,Tên\n"TDM,x\n')).toMatchObject({
    ok: false,
    problem: { code: 'broken-quotes', file: 'units.csv' },
  });
});

test('cells parted by a bar are told with the separators that are read; a bar inside a cell is none', () => {
  expect(read('Mã đơn vị|Tên đơn vị\nTDM|x, y\n')).toEqual({
    ok: false,
    problem: { code: 'other-separator', file: 'units.csv' },
  });
  expect(read('Mã,Tên\nTDM,x|y\n')).toMatchObject({ ok: true });
  expect(read('"Mã|số";Tên\n')).toMatchObject({ ok: true });
});

test('text that a spreadsheet program would run is guarded when written and unguarded when read', () => {
  const dangerous = ['=1+1', '+84', '-x', '@a', '\tx', "'=1", "''-", "'quoted", 'thường'];
  expect(dangerous.map(guardText)).toEqual([
    "'=1+1",
    "'+84",
    "'-x",
    "'@a",
    "'\tx",
    "''=1",
    "'''-",
    "'quoted",
    'thường',
  ]);
  expect(dangerous.map(guardText).map(unguardText)).toEqual(dangerous);
});

test('a folder with semicolons gets figures with a decimal comma, and they are read back', () => {
  const dialect = detectDialect('a;b\nc;d\n');
  const bytes = writeCsv([['Điểm', 96.89, -3, true, '96,89', '=x', null, 'hai\ndòng "x"']], dialect);
  expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toBe(
    '\ufeff"Điểm";96,89;-3;TRUE;"96,89";"\'=x";;"hai\ndòng ""x"""\r\n',
  );
  expect(read(bytes, 'typed')).toEqual({
    ok: true,
    grid: [['Điểm', 96.89, -3, true, '96,89', '=x', null, 'hai\ndòng "x"']],
  });
});

test('file names are the stable keys, with what file systems refuse written as a percent code', () => {
  expect(fileNameOf('criteria.sở/2024')).toBe('criteria.sở%2F2024.csv');
  expect(tabOfFile('criteria.sở%2F2024.csv')).toBe('criteria.sở/2024');
  expect(tabOfFile('criteria.sở.CSV'.normalize('NFD'))).toBe('criteria.sở');
  expect([tabOfFile('result.json'), tabOfFile('.units.csv')]).toEqual([undefined, undefined]);
});

test('files of a workbook that was downloaded tab by tab lose its name, when no file stands without it', () => {
  const tabs = ['Cài đặt', 'Nhóm xếp hạng', 'Tiêu chí – xa', 'Thẩm định - xa', 'Ghi chú'];
  const downloaded = tabs.map((tab) => `Chỉ số - năm 2024 - ${tab}.csv`);
  expect([...tabNames(downloaded).values()]).toEqual([...tabs.slice(0, -1), 'Chỉ số - năm 2024 - Ghi chú']);
  const mixed = [...downloaded, 'units.csv'];
  expect([...tabNames(mixed).values()]).toEqual(mixed.map((file) => file.slice(0, -4)));
  const two = ['Nháp - Cài đặt.csv', 'Nháp - Đơn vị.csv', 'thư.txt'];
  expect([...tabNames(two).values()]).toEqual(['Nháp - Cài đặt', 'Nháp - Đơn vị']);
});
