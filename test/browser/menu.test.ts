import { expect, test } from 'vitest';
import { useDesk } from './desk.ts';

const desk = useDesk();

const MARKS = 'Thẩm định – huyen';
const RANKING = 'Xếp hạng – Huyện, thị xã, thành phố';

test('a score is typed, the menu recomputes, and the ranking on the screen has moved', async () => {
  const id = await desk.office().sample('Sổ tính lại');
  const sheet = await desk.sheet(`/workbook/${id}`);
  await sheet.choose('Tính lại');
  await expect.poll(() => sheet.toast()).toContain('Đã tính lại 9 đơn vị');
  await expect.poll(() => sheet.page.textContent('#tabs')).toContain(RANKING);
  await sheet.tab(RANKING);
  await expect.poll(() => sheet.firstWith('TDM')).toBe('1');
  await sheet.tab(MARKS);
  const mark = await sheet.find('TDM', 3);
  await sheet.type(mark, '41,75');
  await sheet.saved();
  await sheet.choose('Tính lại');
  await expect.poll(() => sheet.toast()).toContain('Thành phố Thủ Dầu Một ▼');
  await sheet.tab(RANKING);
  await expect.poll(() => sheet.firstWith('TDM')).not.toBe('1');
});

test('a score that is still being typed when the menu is clicked counts: it is entered and sent before the menu reckons', async () => {
  const id = await desk.office().sample('Sổ gõ dở');
  const sheet = await desk.sheet(`/workbook/${id}`);
  await sheet.choose('Tính lại');
  await expect.poll(() => sheet.toast()).toContain('Đã tính lại 9 đơn vị');
  await sheet.tab(MARKS);
  await sheet.goTo(await sheet.find('TDM', 3));
  await sheet.page.keyboard.type('41,75');
  await sheet.choose('Tính lại');
  await expect.poll(() => sheet.toast()).toContain('Thành phố Thủ Dầu Một ▼');
  await sheet.tab(RANKING);
  await expect.poll(() => sheet.firstWith('TDM')).not.toBe('1');
});

test('the menu reckons nothing while an entry cannot be sent, and says so', async () => {
  const id = await desk.office().sample('Sổ chưa gửi');
  desk.expectFaults(/ERR_INTERNET_DISCONNECTED/);
  const sheet = await desk.sheet(`/workbook/${id}`);
  await sheet.tab(MARKS);
  const mark = await sheet.find('TDM', 3);
  await sheet.page.context().setOffline(true);
  await sheet.type(mark, '41,75');
  await sheet.choose('Tính lại');
  expect(await sheet.message()).toContain('Chưa thực hiện, vì 1 thay đổi của bạn chưa gửi được');
  await sheet.page.context().setOffline(false);
  await sheet.saved();
  expect(await sheet.page.textContent('#tabs')).not.toContain(RANKING);
});

test('an edit marks the results as out of date, as the script’s trigger does', async () => {
  const id = await desk.office().sample('Sổ cũ');
  const sheet = await desk.sheet(`/workbook/${id}`);
  await sheet.choose('Tính lại');
  await expect.poll(() => sheet.toast()).toContain('Đã tính lại');
  await sheet.tab(MARKS);
  await sheet.type(await sheet.find('TDM', 3), '50');
  await sheet.saved();
  await sheet.tab(RANKING);
  await sheet.shows('A3', 'CÓ THAY ĐỔI CHƯA TÍNH LẠI', 'begins');
});

test('an alert waits for the person, progress is shown in the sidebar, and both close with the keyboard', async () => {
  const id = await desk.office().sample('Sổ thanh bên');
  const sheet = await desk.sheet(`/workbook/${id}`);
  await sheet.choose('Trợ giúp');
  expect(await sheet.message()).toContain('Nhập điểm vào các trang nhập liệu');
  await sheet.choose('Tiến độ và nhật ký');
  const page = sheet.page.frameLocator('#sidebar iframe');
  await expect.poll(() => page.locator('#results').textContent()).toBe('Chưa có kết quả');
  await sheet.page.focus('#sidebar-close');
  await sheet.page.keyboard.press('Escape');
  await sheet.page.locator('#sidebar').waitFor({ state: 'hidden' });
});

test('a reader who clicks is told so kindly by the functions themselves', async () => {
  const id = await desk.office().sample('Sổ người xem');
  const sheet = await desk.sheet(`/workbook/${id}?as=reader`);
  await sheet.choose('Tính lại');
  expect(await sheet.message()).toMatch(/quyền|được phép/);
});

test('the menu is opened and walked through with the keyboard, and closed with Escape', async () => {
  const id = await desk.office().sample('Sổ bàn phím');
  const { page } = await desk.sheet(`/workbook/${id}`);
  const focused = () => page.evaluate('document.activeElement?.textContent');
  await page.focus('#menu-button');
  await page.keyboard.press('ArrowDown');
  await expect.poll(focused).toBe('Tính lại');
  await page.keyboard.press('End');
  await expect.poll(focused).toBe('Trợ giúp');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await expect.poll(focused).toBe('Xem trước thay đổi');
  await page.keyboard.press('Escape');
  await expect.poll(focused).toBe('PAR Index');
  await expect.poll(() => page.getAttribute('#menu-button', 'aria-expanded')).toBe('false');
});

test('page and menu speak the language that was chosen, and keep it', async () => {
  const id = await desk.office().sample('Sổ hai thứ tiếng');
  const { page } = await desk.sheet(`/workbook/${id}`);
  await page.getByRole('button', { name: 'English' }).click();
  await page.waitForSelector('body[data-ready=yes]');
  expect(await page.getAttribute('html', 'lang')).toBe('en');
  await expect.poll(() => page.textContent('#sync')).toBe('Saved');
  await page.waitForSelector('#menu-button');
  await page.click('#menu-button');
  await page.getByRole('menuitem', { name: 'English', exact: true }).click();
  await expect.poll(() => page.textContent('#menu-bar')).toContain('Recompute');
  await page.reload();
  await page.waitForSelector('#menu-button');
  await expect.poll(() => page.textContent('#menu-bar')).toContain('Recompute');
  await expect.poll(() => page.textContent('#sync')).toBe('Saved');
});

test('a token is nowhere in the page, its scripts, or what the server sends it', async () => {
  const id = await desk.office().sample('Sổ không mã');
  const { editor, publisher, service } = desk.office().workspace.people;
  const { page } = await desk.window('/');
  const texts: string[] = [];
  page.on('response', async (response) => {
    texts.push(await response.text().catch(() => ''));
  });
  await page.goto(desk.office().address(`/workbook/${id}`));
  await page.waitForSelector('#menu-button');
  await page.click('#menu-button');
  await page.getByRole('menuitem', { name: 'Kiểm tra số liệu nhập' }).click();
  await page.locator('#message[open]').waitFor();
  const all = texts.join('\n');
  expect(all).toContain('menuRecompute');
  for (const { token } of [editor, publisher, service]) expect(all.includes(token)).toBe(false);
  expect(all).not.toMatch(/eyJ[A-Za-z0-9_-]{20,}\.eyJ/);
});
