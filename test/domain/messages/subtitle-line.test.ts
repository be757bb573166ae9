import { expect, test } from 'vitest';
import { subtitleLine } from '../../../src/domain/messages/output-messages.ts';

test('the line under a title says group, province, period and basis, and last of all the office’s notice', () => {
  expect(
    subtitleLine({
      group: 'Sở, ban, ngành',
      province: 'Bình Dương',
      period: '2022',
      status: 'official',
      notice: 'DỰ THẢO',
    }),
  ).toEqual({
    vi: 'Sở, ban, ngành · Bình Dương · Kỳ đánh giá 2022 · Kết quả chính thức · DỰ THẢO',
    en: 'Sở, ban, ngành · Bình Dương · Period 2022 · Official results · DỰ THẢO',
  });
});

test('what a workbook does not state is left out of the line, with its separator', () => {
  expect(subtitleLine({ province: '', period: '2022', status: 'official' }).vi).toBe(
    'Kỳ đánh giá 2022 · Kết quả chính thức',
  );
});
