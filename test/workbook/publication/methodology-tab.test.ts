import { expect, test } from 'vitest';
import { outputContext } from '../../../src/workbook/output/output-context.ts';
import { renderMethodology } from '../../../src/workbook/publication/methodology-tab.ts';
import { sampleInput } from '../../jobs/sample.ts';

async function methodology(language: 'vi' | 'en') {
  const input = await sampleInput('binh-duong-2017');
  const context = { ...outputContext(input), language };
  const { rows } = renderMethodology(input, context, 'CÔNG BỐ LẦN 1');
  return rows.map((row) => row.map(({ value }) => value));
}

test('the options in force are told with their defaults, so that nothing has to be known', async () => {
  const rows = await methodology('vi');
  const options = new Map(rows.map((row) => [row[0], row[2]]));
  expect(options.get('Căn cứ xếp hạng')).toBe('Số chính xác');
  expect(options.get('Kiểu xếp hạng')).toBe('Cách hạng (1, 2, 2, 4)');
  expect(options.get('Điểm không áp dụng')).toBe('Theo khối điểm');
  expect(rows[2]?.[0]).toBe('CÔNG BỐ LẦN 1');
});

test('every criterion stands there with maximum and weight; the weights of the fields make 100', async () => {
  const rows = await methodology('vi');
  const header = rows.findIndex((row) => row[0] === 'Mã' && row[3] === 'Tỷ trọng (%)');
  const fields = rows.slice(header + 1);
  expect(fields.map((row) => row.slice(0, 5))).toEqual([
    ['I', 'Điểm thẩm định', 65, 65, 'Thẩm định'],
    ['II', 'Điểm điều tra xã hội học', 35, 35, 'Điều tra'],
  ]);
});

test('in English every word of ours is English', async () => {
  const rows = await methodology('en');
  expect(rows[0]?.[0]).toBe('METHODOLOGY');
  expect(rows.flat()).toContain('Weight (%)');
  expect(rows.flat()).toContain('Exact');
});
