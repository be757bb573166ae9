import { expect, test } from 'vitest';
import { googleAs } from '../../src/local/page/server/google-as.ts';
import { SHEETS } from '../local/page/rich-workbook.ts';
import { useDesk } from './desk.ts';

const desk = useDesk();

const rowsOf = (id: string) => desk.office().workspace.editor.shownValues(id, 'Điểm');

test('what one person enters the other sees within two seconds, without touching anything', async () => {
  const id = await desk.rich();
  const one = await desk.sheet(`/workbook/${id}`);
  const other = await desk.sheet(`/workbook/${id}?as=publisher`);
  await other.goTo('C5');
  await one.type('C5', '1,25');
  await expect.poll(() => other.page.textContent('#here')).toBe('C5: 1,25');
  await other.type('C6', '0,75');
  await other.saved();
  await one.shows('C6', '0,75');
});

test('of two who edit the same cell at once the second is told what the first entered, and neither entry is lost in silence', async () => {
  const id = await desk.rich();
  desk.expectFaults(/net::ERR_INTERNET_DISCONNECTED/);
  const one = await desk.sheet(`/workbook/${id}`);
  const other = await desk.sheet(`/workbook/${id}?as=publisher`);
  await one.page.context().setOffline(true);
  await one.type('C5', '1');
  await one.page.waitForSelector('#sync[data-state=lost]');
  await other.type('C5', '2');
  await other.saved();
  await one.page.context().setOffline(false);
  expect(await one.message()).toBe(
    'Ô C5 vừa được người khác sửa thành «2,00», nên «1» của bạn chưa được ghi. Hãy nhập lại nếu vẫn muốn thay.',
  );
  await one.shows('C5', '2,00');
  expect((await rowsOf(id))[4]?.[2]).toBe('2,00');
});

test.each([
  ['typed into', '1'],
  ['opened with F2', 'F2'],
])(
  'a cell that is %s while somebody else fills it is not overwritten: both values are told, and what was typed is offered again',
  async (_, way) => {
    const id = await desk.rich();
    const one = await desk.sheet(`/workbook/${id}`);
    const other = await desk.sheet(`/workbook/${id}?as=publisher`);
    await one.goTo('C5');
    if (way === 'F2') {
      await one.page.keyboard.press('F2');
      await one.page.keyboard.press('Control+A');
    }
    await one.page.keyboard.type('1');
    await other.type('C5', '2');
    await other.saved();
    await expect.poll(() => one.page.textContent('#here')).toBe('C5: 2,00');
    await one.page.keyboard.press('Enter');
    const dialog = one.page.locator('#message[open]');
    await expect
      .poll(() => dialog.locator('#message-text').textContent())
      .toContain('Ô C5 vừa được người khác sửa thành «2,00», nên «1» của bạn chưa được ghi.');
    expect((await rowsOf(id))[4]?.[2]).toBe('2,00');
    await dialog.getByRole('button', { name: 'Nhập lại «1»' }).click();
    await one.saved();
    await one.shows('C5', '1,00');
    expect((await rowsOf(id))[4]?.[2]).toBe('1,00');
  },
);

test('undoing one’s own entry leaves what somebody else entered in the cell since, says so, and goes on with the entry before', async () => {
  const id = await desk.rich();
  const one = await desk.sheet(`/workbook/${id}`);
  const other = await desk.sheet(`/workbook/${id}?as=publisher`);
  await one.type('C5', '1,5');
  await one.type('G5', 'của tôi');
  await one.saved();
  await other.shows('G5', 'của tôi');
  await other.type('G5', 'của người khác');
  await one.shows('G5', 'của người khác');
  await one.page.keyboard.press('Control+Z');
  expect(await one.message()).toContain('Ô G5 không còn giá trị bạn đã nhập, nay là «của người khác»');
  await one.goTo('A8');
  await one.page.keyboard.press('Control+Z');
  await one.shows('C5', '0,50');
  await one.saved();
  const row = (await rowsOf(id))[4];
  expect([row?.[2], row?.[6]]).toEqual(['0,50', 'của người khác']);
});

test('a cell that is opened and left as it was leaves what somebody else entered meanwhile', async () => {
  const id = await desk.rich();
  const one = await desk.sheet(`/workbook/${id}`);
  const other = await desk.sheet(`/workbook/${id}?as=publisher`);
  await one.goTo('C5');
  await one.page.keyboard.press('F2');
  await other.type('C5', '2');
  await other.saved();
  await expect.poll(() => one.page.textContent('#here')).toBe('C5: 2,00');
  await one.page.keyboard.press('Enter');
  await one.saved();
  await one.shows('C5', '2,00');
  expect((await rowsOf(id))[4]?.[2]).toBe('2,00');
});

test('what was protected meanwhile is not written over: the entry is taken back, and the person is told whose it is', async () => {
  const id = await desk.rich();
  desk.expectFaults(/net::ERR_INTERNET_DISCONNECTED/);
  const sheet = await desk.sheet(`/workbook/${id}`);
  await sheet.page.context().setOffline(true);
  await sheet.type('C5', '1');
  await sheet.page.waitForSelector('#sync[data-state=lost]');
  const { sheetsUrl, people } = desk.office().workspace;
  const range = { sheetId: SHEETS.scores, startRowIndex: 4, endRowIndex: 5 };
  const protectedRange = { range, description: 'Đã chốt điểm', editors: { users: [people.publisher.email] } };
  const answer = await googleAs(sheetsUrl, people.publisher.token)(`v4/spreadsheets/${id}:batchUpdate`, {
    method: 'POST',
    body: { requests: [{ addProtectedRange: { protectedRange } }] },
  });
  expect(answer.status).toBe(200);
  await sheet.page.context().setOffline(false);
  expect(await sheet.message()).toContain('Ô C5 được bảo vệ («Đã chốt điểm»)');
  await sheet.shows('C5', '0,50');
  expect((await rowsOf(id))[4]?.[2]).toBe('0,50');
});

test('through a restart of the server nothing is dropped: what waits is shown, sent in order, and what was being typed is still there', async () => {
  const id = await desk.rich();
  desk.expectFaults(/ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE/);
  const sheet = await desk.sheet(`/workbook/${id}`);
  await sheet.type('C4', '0,5');
  await sheet.saved();
  await sheet.goTo('G5');
  await sheet.page.keyboard.type('Đang nhập dở');
  await desk.office().stop();
  await sheet.page.waitForSelector('#sync[data-state=lost]');
  await sheet.page.keyboard.type(' dang');
  await sheet.page.keyboard.press('Enter');
  await sheet.type('C5', '1,25');
  await sheet.type('C6', '1,75');
  await sheet.type('C6', '0,25');
  await expect.poll(() => sheet.page.textContent('#sync')).toContain('4 thay đổi đang chờ gửi');
  await sheet.shows('C5', '1,25');
  await desk.office().start();
  await sheet.saved();
  await sheet.shows('C6', '0,25');
  const rows = (await rowsOf(id)).slice(3, 6);
  expect(rows.map((row) => [row[2], row[6]])).toEqual([
    ['0,50', 'Đã thẩm định'],
    ['1,25', 'Đang nhập dở dang'],
    ['0,25', 'Đã thẩm định'],
  ]);
});

test('who has been signed out is told so with a way to sign in, and what was entered is sent afterwards', async () => {
  const id = await desk.rich();
  desk.expectFaults(/401/);
  const sheet = await desk.sheet(`/workbook/${id}`);
  await sheet.page.route('**/api/workbooks/**', (route) => route.fulfill({ status: 401, body: '{}' }));
  await sheet.type('C5', '1,75');
  const sign = sheet.page.locator('#sync[data-state=signedOut]');
  await expect.poll(() => sign.textContent()).toContain('1 thay đổi được giữ');
  const link = sign.getByRole('link', { name: 'Đăng nhập lại' });
  expect([await link.getAttribute('href'), await link.getAttribute('target')]).toEqual([
    '/sign-in',
    '_blank',
  ]);
  await sheet.page.unroute('**/api/workbooks/**');
  await sheet.saved();
  expect((await rowsOf(id))[4]?.[2]).toBe('1,75');
});

test('what waits outlives a reload of the page', async () => {
  const id = await desk.rich();
  desk.expectFaults(/ERR_CONNECTION_REFUSED|ERR_INTERNET_DISCONNECTED/);
  const sheet = await desk.sheet(`/workbook/${id}`);
  await sheet.page.route('**/edits?*', (route) => route.abort('connectionrefused'));
  await sheet.type('C5', '1,75');
  await sheet.page.waitForSelector('#sync[data-state=lost]');
  await sheet.page.unroute('**/edits?*');
  sheet.page.on('dialog', (dialog) => void dialog.accept());
  await sheet.page.reload();
  await sheet.page.waitForSelector('body[data-ready=yes]');
  await sheet.saved();
  await sheet.shows('C5', '1,75');
  expect((await rowsOf(id))[4]?.[2]).toBe('1,75');
});

test('a tab that somebody adds appears, and the person stays where they were', async () => {
  const id = await desk.rich();
  const sheet = await desk.sheet(`/workbook/${id}`);
  await sheet.goTo('E6');
  const { sheetsUrl, people } = desk.office().workspace;
  await googleAs(sheetsUrl, people.publisher.token)(`v4/spreadsheets/${id}:batchUpdate`, {
    method: 'POST',
    body: { requests: [{ addSheet: { properties: { title: 'Trang mới' } } }] },
  });
  await expect.poll(() => sheet.page.textContent('#tabs')).toContain('Trang mới');
  await expect.poll(() => sheet.page.textContent('#here')).toBe('E6: 03/03/2026');
});
