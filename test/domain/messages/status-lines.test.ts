import { expect, test } from 'vitest';
import { changedLine, currentLine } from '../../../src/domain/messages/status-lines.ts';

const line = currentLine({
  asOf: '14:05:09 23/11/2026',
  computedAt: '14:05:11 23/11/2026',
  by: 'an@so-noi-vu.vn',
  resultsHash: '0a1b2c3d4e5f',
});

test('the line tells entries, computing and person apart', () => {
  expect(line.vi).toBe(
    'HIỆN HÀNH · Số liệu nhập đến 14:05:09 23/11/2026 · Tính lúc 14:05:11 23/11/2026 · Người tính: an@so-noi-vu.vn · Mã kết quả 0a1b2c3d4e5f',
  );
});

test.for([
  ['vi', /^CÓ THAY ĐỔI CHƯA TÍNH LẠI · .*lần trước: (.*)$/],
  ['en', /^ENTRIES CHANGED SINCE · .*run before: (.*)$/],
] as const)(
  'the banner over a line in %s is in one language, whatever the menu speaks',
  ([language, wanted]) => {
    const [, rest = ''] = wanted.exec(changedLine(line[language])) ?? [];
    expect(line[language].endsWith(` · ${rest}`)).toBe(true);
    expect(rest).not.toBe('');
  },
);
