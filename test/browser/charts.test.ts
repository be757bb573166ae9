import { expect, test } from 'vitest';
import { useDesk } from './desk.ts';

const desk = useDesk();

test('charts stand over their cells, in words for whoever cannot see them, and follow what is entered', async () => {
  const id = await desk.rich();
  const sheet = await desk.sheet(`/workbook/${id}`);
  expect(await sheet.page.locator('.chart').count()).toBe(0);
  await sheet.tab('Xếp hạng');
  const columns = sheet.page.getByRole('img', { name: 'Biểu đồ Điểm thẩm định theo đơn vị' });
  await columns.locator('svg').waitFor();
  await expect.poll(() => sheet.page.locator('.chart svg').count()).toBe(2);
  expect(await columns.getAttribute('aria-label')).toContain('Thị xã Thuận An 0,5');
  await sheet.tab('Điểm');
  await sheet.type('C5', '1,5');
  await sheet.saved();
  await sheet.tab('Xếp hạng');
  await expect.poll(() => columns.getAttribute('aria-label')).toContain('Thị xã Thuận An 1,5');
});

test('a chart scrolls with its cells and goes under the frozen rows', async () => {
  const id = await desk.rich();
  const sheet = await desk.sheet(`/workbook/${id}`);
  await sheet.tab('Xếp hạng');
  const picture = sheet.page.locator('.chart-picture').first();
  await picture.locator('svg').waitFor();
  const top = async () => (await picture.boundingBox())?.y ?? 0;
  const before = await top();
  const box = await picture.boundingBox();
  await sheet.page.mouse.move((box?.x ?? 0) + 200, (box?.y ?? 0) + 150);
  await sheet.page.mouse.wheel(0, 120);
  await expect.poll(top).toBeLessThan(before);
  const holder = await sheet.page.locator('.chart').first().boundingBox();
  expect(holder?.y).toBeGreaterThan(before - 20);
});
