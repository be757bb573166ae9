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
  const options = new Map(rows.map((row) => [row[1], row[2]]));
  expect(options.get('Căn cứ xếp hạng')).toBe('Số chính xác');
  expect(options.get('Kiểu xếp hạng')).toBe('Cách hạng (1, 2, 2, 4)');
  expect(options.get('Điểm không áp dụng')).toBe('Theo khối điểm');
  expect(rows[2]?.[0]).toBe('CÔNG BỐ LẦN 1');
});

test('every criterion stands there with maximum and weight; the weights of the fields make 100', async () => {
  const rows = await methodology('vi');
  const header = rows.findIndex((row) => row[0] === 'Mã' && row[7] === 'Tỷ trọng (%)');
  const fields = rows.slice(header + 1);
  const told = fields.map(([code, name, , , , basis, maximum, weight]) => [
    code,
    name,
    basis,
    maximum,
    weight,
  ]);
  expect(told).toEqual([
    ['I', 'Điểm thẩm định', 'Thẩm định', 65, 65],
    ['II', 'Điểm điều tra xã hội học', 'Điều tra', 35, 35],
  ]);
});

test('options and criteria share columns that suit both: names in the wide one, and no column so narrow that a sentence stands in it', async () => {
  const input = await sampleInput('binh-duong-2017');
  const { rows, columnWidths } = renderMethodology(input, outputContext(input), '');
  const tables = rows.filter((row) => row[1]?.value !== null && row[1]?.value !== undefined);
  const cramped = tables.flatMap((row) =>
    row.flatMap(({ value }, column) => {
      const lines = Math.ceil((String(value ?? '').length * 7) / (columnWidths[column] ?? 0));
      return lines > 6 ? [[columnWidths[column], value]] : [];
    }),
  );
  expect(cramped).toEqual([]);
  expect(tables[0]?.slice(0, 4).map(({ value }) => value)).toEqual(['Phạm vi', 'Mục', 'Giá trị', 'Ý nghĩa']);
});

test('in English every word of ours is English', async () => {
  const rows = await methodology('en');
  expect(rows[0]?.[0]).toBe('METHODOLOGY');
  expect(rows.flat()).toContain('Weight (%)');
  expect(rows.flat()).toContain('Exact');
});
