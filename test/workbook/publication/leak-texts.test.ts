import { expect, test } from 'vitest';
import type { Cell } from '../../../src/domain/grid.ts';
import { contactTexts } from '../../../src/workbook/publication/contact-texts.ts';
import { contactText, leaksInText } from '../../../src/workbook/publication/leak-texts.ts';
import { aUnit } from '../../engine/builders.ts';

test.each<readonly [Cell, readonly string[]]>([
  ['Thành phố Thủ Dầu Một', []],
  ['Quyết định số 1149/QĐ-UBND ngày 31/12/2024', []],
  ['≥ 90%: 2; còn lại: 0', []],
  [96.89, []],
  [null, []],
  ['0274', []],
  ['8a20f4d65b75c1efb28dc501f3f02f23c9191b2f6312ce1cc44caeb5736d1cac', []],
  ['000000000000000000000000000000000000000000000000000000000012345', []],
  ['2026-11-23T02:15:02Z', []],
  ['=1+1', []],
  ['Hỏi vanphong@binhduong.gov.vn', ['email']],
  ['văn phòng <a.b@c.vn>', ['email']],
  ['https://drive.google.com/x', ['link']],
  ['xem www.binhduong.gov.vn', ['link']],
  ['docs.google.com/spreadsheets', ['link']],
  ['FTP://may-chu/minh-chung', ['link']],
  ['Gọi 0274 3822 825', ['contact']],
  ['+84 91 234 56 78', ['contact']],
  ['0912.345.678', ['contact']],
  ['KHÔNG CÒN HIỆN HÀNH · Lần tính', ['draft']],
  ['NOT CURRENT · The run', ['draft']],
])('%j leaks %j', (text, kinds) => {
  expect(leaksInText(text, [])).toEqual(kinds);
});

const grid = [
  ['Danh sách đơn vị'],
  ['Mã đơn vị', 'Tên đơn vị', 'Cấp', 'Nhóm', 'Xếp hạng', 'Đầu mối', 'Điện thoại', 'Ghi chú'],
  ['TDM', 'Thành phố Thủ Dầu Một', 'huyen', 'huyen', 'Có', 'Nguyễn Văn An', 912345678, 'mới sáp nhập'],
  ['TA', 'Thuận An', 'huyen', 'huyen', 'Có', 'Thuận An', 'a', 'hỏi a@b.vn'],
];
const units = [aUnit('TDM', { name: 'Thành phố Thủ Dầu Một' }), aUnit('TA', { name: 'Thuận An' })];

test('whom to ask in a unit is taken from the columns that the office added, names of units are not', () => {
  const tab = { key: { kind: 'units' as const }, title: 'Đơn vị', grid };
  expect(contactTexts(tab, units)).toEqual(['nguyễn văn an', '912345678', 'hỏi a@b.vn']);
  expect(contactTexts(undefined, units)).toEqual([]);
});

test('a contact is found in whatever case and spacing it is published', () => {
  const contacts = [contactText('Nguyễn  Văn An')];
  expect(leaksInText('Phụ trách: NGUYỄN VĂN AN', contacts)).toEqual(['contact']);
  expect(leaksInText('Phụ trách: Trần Văn Bình', contacts)).toEqual([]);
});
