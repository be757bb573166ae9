import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { share } from '../local/page/rich-workbook.ts';
import { useDesk } from './desk.ts';
import { SheetPage } from './sheet-page.ts';

const desk = useDesk();

/** A script whose menu opens a dialog, as that of publishing does: a form, an answer of the script's, a link to a spreadsheet. */
function scriptWith(results: string): string {
  const page = `<!DOCTYPE html><meta charset="utf-8"><label>Lý do <input id="why"></label>
<button id="go">Gửi</button><p id="said"></p><a target="_blank" href="https://docs.google.com/spreadsheets/d/${results}">Kết quả</a>
<button id="close">Thôi</button>
<script>
document.getElementById('go').onclick = () => google.script.run
  .withSuccessHandler(({ text }) => { document.getElementById('said').textContent = text; })
  .answer({ why: document.getElementById('why').value });
document.getElementById('close').onclick = () => google.script.host.close();
</script>`;
  return `
function onOpen() { SpreadsheetApp.getUi().createMenu('PAR Index').addItem('Công bố', 'openDialog').addToUi(); }
function openDialog() {
  const html = HtmlService.createHtmlOutput(${JSON.stringify(page)});
  SpreadsheetApp.getUi().showModalDialog(html.setWidth(520).setHeight(260), 'Công bố kết quả');
}
function answer({ why }) { return { text: 'Đã nhận: ' + why }; }
`;
}

async function openWith(script: string, page: Page, path: string): Promise<SheetPage> {
  await page
    .context()
    .route('**/menu/code.js', (route) =>
      route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: script }),
    );
  const sheet = new SheetPage(page);
  await sheet.open(desk.office().address(path));
  return sheet;
}

test('a dialog of the script asks, is answered by the script, leads to the results here, and closes as the person or the script wants', async () => {
  const id = await desk.rich();
  const { sheetsUrl, people } = desk.office().workspace;
  const results = await desk.rich();
  await share(sheetsUrl, people.publisher.token, results, { type: 'anyone', role: 'reader' });
  const { page } = await desk.window('/');
  const sheet = await openWith(scriptWith(results), page, `/workbook/${id}?as=publisher`);
  const dialog = page.getByRole('dialog', { name: 'Công bố kết quả' });
  const form = page.frameLocator('#script-dialog iframe');

  await sheet.choose('Công bố');
  await dialog.waitFor();
  expect(await page.locator('#script-dialog iframe').boundingBox()).toMatchObject({
    width: 520,
    height: 260,
  });
  await form.getByLabel('Lý do').fill('Đính chính điểm');
  await form.getByRole('button', { name: 'Gửi' }).click();
  await expect.poll(() => form.locator('#said').textContent()).toBe('Đã nhận: Đính chính điểm');
  const [opened] = await Promise.all([
    page.context().waitForEvent('page'),
    form.getByRole('link', { name: 'Kết quả' }).click(),
  ]);
  await opened.getByRole('heading', { name: 'Sổ kiểm tra giao diện' }).waitFor();
  expect(new URL(opened.url()).pathname).toBe(`/view/${results}`);
  await form.getByRole('button', { name: 'Thôi' }).click();
  await dialog.waitFor({ state: 'hidden' });

  await sheet.choose('Công bố');
  await form.getByLabel('Lý do').press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await expect.poll(() => page.evaluate('document.activeElement?.id')).toBe('menu-button');
});
