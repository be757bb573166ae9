import { expect, test } from 'vitest';
import { PAGE_WORDS } from '../../src/domain/messages/page-messages.ts';
import { useDesk } from './desk.ts';

const desk = useDesk();

const rowsOf = (id: string) => desk.office().workspace.editor.shownValues(id, 'Điểm');

test('numbers, dates and shares are typed as in Vietnamese, and the server has what was meant', async () => {
  const id = await desk.rich();
  const sheet = await desk.sheet(`/workbook/${id}`);
  await sheet.type('C5', '1,5');
  await sheet.type('E5', '5/3/2026');
  await sheet.type('F5', '80%');
  await sheet.shows('C5', '1,50');
  await sheet.shows('E5', '05/03/2026');
  await sheet.shows('F5', '80%');
  await sheet.saved();
  const [, , , , row] = await rowsOf(id);
  expect(row).toEqual(['TA', 'Thị xã Thuận An', '1,50', 'Khá', '05/03/2026', '80%', 'Chưa thẩm định']);
});

test.each([
  ['C4', '1,75'],
  ['E4', '01/03/2026'],
  ['F4', '75%'],
  ['G7', "'1.10"],
])('cell %s is opened with %s, as it would be typed, and closing it changes nothing', async (cell, text) => {
  const id = await desk.rich();
  const before = await rowsOf(id);
  const sheet = await desk.sheet(`/workbook/${id}`, { permissions: ['clipboard-read', 'clipboard-write'] });
  await sheet.goTo(cell);
  await sheet.page.keyboard.press('F2');
  await sheet.page.keyboard.press('Control+A');
  await sheet.page.keyboard.press('Control+C');
  await expect.poll(() => sheet.page.evaluate('navigator.clipboard.readText()')).toBe(text);
  await sheet.page.keyboard.press('Enter');
  await sheet.saved();
  expect(await rowsOf(id)).toEqual(before);
});

test('a value that the cell does not take is taken back, with what it takes in words', async () => {
  const id = await desk.rich();
  const sheet = await desk.sheet(`/workbook/${id}`);
  await sheet.type('C5', '3');
  expect(await sheet.message()).toBe(
    '«3» không nhập được vào ô C5: ô này nhận số từ 0 đến 2. Điểm tối đa là 2.',
  );
  await sheet.shows('C5', '0,50');
  expect((await rowsOf(id))[4]?.[2]).toBe('0,50');
});

test('a value that is refused is not typed over by the next one: what was typed after it stands', async () => {
  const id = await desk.rich();
  const sheet = await desk.sheet(`/workbook/${id}`);
  await sheet.type('C5', '9');
  await sheet.message();
  await sheet.type('C5', '1,25');
  await sheet.shows('C5', '1,25');
  await sheet.saved();
  expect((await rowsOf(id))[4]?.[2]).toBe('1,25');
});

test('after a message the keyboard is back in the cells, but stays where the person has gone since', async () => {
  const id = await desk.rich();
  const sheet = await desk.sheet(`/workbook/${id}`);
  await sheet.type('C5', '9');
  await sheet.message();
  await sheet.page.keyboard.press('ArrowLeft');
  await expect.poll(() => sheet.page.textContent('#here')).toMatch(/^B\d+:/);
  await sheet.type('C5', '9');
  await sheet.page.locator('#message[open]').waitFor();
  expect(await sheet.page.locator('#message button:visible').allTextContents()).toEqual([PAGE_WORDS.ok.vi]);
  // Both in one moment: the page learns that the message was closed when the person is at the menu already.
  await sheet.page.evaluate(`new Promise((told) => {
    const message = document.getElementById('message');
    message.addEventListener('close', () => setTimeout(told, 50), { once: true });
    message.close();
    document.getElementById('menu-button').focus();
  })`);
  expect(await sheet.page.evaluate('document.activeElement.id')).toBe('menu-button');
});

test('a protected cell is not opened, and the person is told whose it is', async () => {
  const id = await desk.rich();
  const sheet = await desk.sheet(`/workbook/${id}`);
  await sheet.goTo('C3');
  await sheet.page.keyboard.type('x');
  await expect.poll(() => sheet.toast()).toContain('Ô C3 được bảo vệ («Tiêu đề do hệ thống ghi»)');
  await sheet.page.keyboard.press('Delete');
  await sheet.saved();
  expect((await rowsOf(id))[2]?.[2]).toBe('Điểm');
});

test('a reader sees the workbook and changes nothing', async () => {
  const id = await desk.rich();
  const sheet = await desk.sheet(`/workbook/${id}?as=reader`);
  await sheet.page.waitForSelector('#sync[data-state=readOnly]');
  await sheet.goTo('C5');
  await sheet.page.keyboard.type('1');
  await expect.poll(() => sheet.toast()).toContain('chỉ được xem');
  await sheet.page.keyboard.press('Escape');
  await sheet.shows('C5', '0,50');
});

test('a list is chosen from with the keyboard', async () => {
  const id = await desk.rich();
  const sheet = await desk.sheet(`/workbook/${id}`);
  await sheet.goTo('D5');
  await sheet.page.keyboard.press('Alt+ArrowDown');
  const list = sheet.page.getByRole('listbox', { name: PAGE_WORDS.options.vi });
  await list.waitFor();
  await sheet.page.keyboard.press('ArrowDown');
  await sheet.page.keyboard.press('Enter');
  await sheet.shows('D5', 'Yếu');
  await sheet.saved();
  expect((await rowsOf(id))[4]?.[3]).toBe('Yếu');
});

test('a block pasted from another program is read as typed, undone in one step, and emptied with Delete', async () => {
  const id = await desk.rich();
  const sheet = await desk.sheet(`/workbook/${id}`, { permissions: ['clipboard-read', 'clipboard-write'] });
  await sheet.page.evaluate("navigator.clipboard.writeText('0,25\\tTốt\\n1,5\\tYếu\\n')");
  await sheet.goTo('C4');
  await sheet.page.keyboard.press('Control+V');
  await sheet.shows('C5', '1,50');
  await sheet.saved();
  expect((await rowsOf(id)).slice(3, 5).map((row) => row.slice(2, 4))).toEqual([
    ['0,25', 'Tốt'],
    ['1,50', 'Yếu'],
  ]);
  await sheet.page.keyboard.press('Control+Z');
  await sheet.shows('C5', '0,50');
  await sheet.saved();
  expect((await rowsOf(id))[4]?.[2]).toBe('0,50');
  await sheet.goTo('G5');
  await sheet.page.keyboard.press('Delete');
  await sheet.shows('G5', '');
  await sheet.saved();
  expect((await rowsOf(id))[4]).toHaveLength(6);
});

test('a block that reaches beyond the end of the tab is not pasted in part: nothing is written, and the person is told where the tab ends', async () => {
  const id = await desk.rich();
  const before = await rowsOf(id);
  const sheet = await desk.sheet(`/workbook/${id}`, { permissions: ['clipboard-read', 'clipboard-write'] });
  const lines = Array.from({ length: 2_000 }, (_, at) => `Đơn vị ${at + 1}`).join('\n');
  await sheet.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(lines)})`);
  await sheet.goTo('H6');
  await sheet.page.keyboard.press('Control+V');
  expect(await sheet.message()).toContain('Ô H61 nằm ngoài trang tính (có 60 dòng, 12 cột)');
  await sheet.saved();
  expect(await rowsOf(id)).toEqual(before);
});

test('blank lines at the end of a block may reach beyond the end of the tab: nothing is lost with them', async () => {
  const id = await desk.rich();
  const sheet = await desk.sheet(`/workbook/${id}`, { permissions: ['clipboard-read', 'clipboard-write'] });
  await sheet.page.evaluate("navigator.clipboard.writeText('cuối\\n\\n\\n\\n')");
  await sheet.goTo('H60');
  await sheet.page.keyboard.press('Control+V');
  await sheet.shows('H60', 'cuối');
});

test.each([
  ['another language', 'button[name=language]', 'workbook'],
  ['the tables', '.head nav a >> nth=0', 'tables'],
  ['the home page', '.head .home', 'home'],
])('what is still being typed is entered before the page gives way to %s', async (_, control, next) => {
  const id = await desk.rich();
  const sheet = await desk.sheet(`/workbook/${id}`);
  await sheet.goTo('G5');
  await sheet.page.keyboard.type('Gõ dở');
  await sheet.page.click(control);
  await sheet.page.waitForSelector(
    next === 'home' ? '#import-form' : next === 'tables' ? 'table' : 'html[lang=en] #menu-button',
  );
  expect((await rowsOf(id))[4]?.[6]).toBe('Gõ dở');
});

test('what was still being typed is entered as the person who typed it before another one is chosen', async () => {
  const id = await desk.rich();
  const sheet = await desk.sheet(`/workbook/${id}`);
  await sheet.goTo('G5');
  await sheet.page.keyboard.type('Của chuyên viên');
  await sheet.page.selectOption('select[name=as]', 'reader');
  await sheet.page.waitForSelector('#sync[data-state=readOnly]');
  expect((await rowsOf(id))[4]?.[6]).toBe('Của chuyên viên');
});

test('a formula is not filled into other cells as if its value were theirs; the person is told so', async () => {
  const id = await desk.rich();
  const sheet = await desk.sheet(`/workbook/${id}`);
  await sheet.type('I4', '=C4*2');
  await sheet.saved();
  await sheet.goTo('I5');
  await sheet.page.keyboard.press('Control+D');
  expect(await sheet.message()).toContain('Ô I4 là công thức, không kéo điền được ở đây');
  await sheet.saved();
  expect((await rowsOf(id)).slice(3, 5).map((row) => row[8])).toEqual(['3,5', undefined]);
});

test('a tab keeps its name here: a double click says so, and opens nothing to write over it', async () => {
  const id = await desk.rich();
  const sheet = await desk.sheet(`/workbook/${id}`);
  const tabs = sheet.page.locator('[data-u-comp=slide-tab-bar]');
  await tabs.getByText('Xếp hạng').dblclick();
  await sheet.page.locator('#message[open]').waitFor();
  await sheet.page.keyboard.type('Khác');
  expect(await sheet.message()).toContain('Tên trang tính không đổi được ở đây');
  await sheet.shows('A1', 'Xếp hạng');
  expect(await tabs.innerText()).toMatch(/^Điểm\s+Xếp hạng\s+Ghi chú$/);
});

test('a code that looks like a number stays the text it is when it is copied within the workbook', async () => {
  const id = await desk.rich();
  const sheet = await desk.sheet(`/workbook/${id}`, { permissions: ['clipboard-read', 'clipboard-write'] });
  await sheet.goTo('G7');
  await sheet.page.keyboard.press('Control+C');
  await sheet.goTo('G8');
  await sheet.page.keyboard.press('Control+V');
  await sheet.shows('G8', '1.10');
  await sheet.saved();
  const workbook = desk.office().workspace.stored(id)?.workbook;
  const row = (await rowsOf(id))[7];
  expect(row?.at(-1)).toBe('1.10');
  expect(JSON.stringify(workbook?.sheets[0]?.rows)).toContain('{"userEnteredValue":{"stringValue":"1.10"}');
});

test('what hangs on a cell is told beside it: a note, a link that leads to another tab, a rule; cells below are clicked through it', async () => {
  const id = await desk.rich();
  const sheet = await desk.sheet(`/workbook/${id}`);
  const card = sheet.page.locator('#card');
  await sheet.goTo('B4');
  await expect.poll(() => card.textContent()).toContain('Ghi chú: Đơn vị dẫn đầu năm trước');
  await sheet.goTo('C4');
  await expect.poll(() => card.textContent()).toContain('Ô này nhận: số từ 0 đến 2. Điểm tối đa là 2.');
  await sheet.goTo('B5');
  const box = await card.boundingBox();
  const over = `document.elementFromPoint(${(box?.x ?? 0) + 3}, ${(box?.y ?? 0) + 3}).closest('#card')`;
  expect(await sheet.page.evaluate(over)).toBe(null);
  await card.getByRole('link', { name: 'Ghi chú, B2' }).click();
  await expect.poll(() => sheet.page.textContent('#here')).toBe('B2: Văn bản');
});
