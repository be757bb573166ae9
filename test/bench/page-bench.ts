/**
 * The page in a browser, as a person waits for it: the build, a workbook until it can be worked in (first visit and later ones), and a tab of
 * 2,000 × 100 marks with a colour scale and a rule for every mark. Prints medians beside the goals. Usage: page-bench.ts [VISITS]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { buildPage } from '../../src/local/page/build/build-page.ts';
import { googleAs } from '../../src/local/page/server/google-as.ts';
import { readSample } from '../../src/local/sample-workbook.ts';
import { openWindow, startChromium } from '../browser/chromium.ts';
import { Office } from '../browser/office.ts';

const SAMPLE = join(import.meta.dirname, '../../sheets-templates/samples/binh-duong-2022');
const ROWS = 2_000;
const COLUMNS = 100;
const WHEEL_STEPS = 60;

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function benchBuild(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'page-bench-'));
  print(`build: ${seconds(await timed(() => buildPage(join(folder, 'page'))))} (goal: under 20 s)`);
  await rm(folder, { recursive: true });
}

/** How long a person waits, and how long the page's own thread works: on a machine that does other things the first is longer. */
interface Visit {
  readonly wait: number;
  readonly work: number;
}

async function visit(page: Page, address: string): Promise<Visit> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const wait = await timed(async () => {
    await page.goto(address);
    await page.waitForSelector('body[data-ready=yes]');
  });
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  return { wait, work: 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) };
}

/** Visits in one browser window; the first finds nothing in its cache. */
async function benchVisits(browser: Browser, address: string, count: number): Promise<Page> {
  const { page } = await openWindow(browser);
  const first = await visit(page, address);
  const later: Visit[] = [];
  for (let at = 1; at < count; at += 1) {
    // biome-ignore lint/performance/noAwaitInLoops: one visit after the other
    later.push(await visit(page, address));
  }
  print(
    `  ready: first visit ${seconds(first.wait)} (goal: under 4 s), of which the page works ${seconds(first.work)}`,
  );
  const [wait, work] = [median(later.map((each) => each.wait)), median(later.map((each) => each.work))];
  print(`  later visits ${seconds(wait)}, of which the page works ${seconds(work)}`);
  return page;
}

async function largeWorkbook(office: Office): Promise<string> {
  const { sheetsUrl, people } = office.workspace;
  const google = googleAs(sheetsUrl, people.editor.token);
  const gridProperties = { rowCount: ROWS, columnCount: COLUMNS, frozenRowCount: 1, frozenColumnCount: 2 };
  const made = await google('v4/spreadsheets', {
    method: 'POST',
    body: {
      properties: { title: 'Sổ lớn', locale: 'vi_VN' },
      sheets: [{ properties: { sheetId: 1, title: 'Điểm', gridProperties } }],
    },
  });
  const id = String(made.body['spreadsheetId']);
  const values = Array.from({ length: ROWS }, (_, row) =>
    Array.from({ length: COLUMNS }, (_unused, column) => ((row * 31 + column * 7) % 8) / 4),
  );
  await google(`v4/spreadsheets/${id}/values/A1?valueInputOption=RAW`, { method: 'PUT', body: { values } });
  const range = { sheetId: 1, startRowIndex: 1, startColumnIndex: 2 };
  const color = (red: number, green: number, blue: number) => ({ rgbColor: { red, green, blue } });
  const gradientRule = {
    minpoint: { type: 'MIN', colorStyle: color(0.97, 0.41, 0.42) },
    maxpoint: { type: 'MAX', colorStyle: color(0.39, 0.75, 0.48) },
  };
  const condition = {
    type: 'NUMBER_BETWEEN',
    values: [{ userEnteredValue: '0' }, { userEnteredValue: '2' }],
  };
  const requests = [
    { addConditionalFormatRule: { rule: { ranges: [range], gradientRule }, index: 0 } },
    { setDataValidation: { range, rule: { condition, strict: true } } },
  ];
  await google(`v4/spreadsheets/${id}:batchUpdate`, { method: 'POST', body: { requests } });
  return id;
}

const FRAMES = `(async () => {
  const times = [];
  let last = performance.now();
  let going = true;
  const tick = (now) => { times.push(now - last); last = now; if (going) requestAnimationFrame(tick); };
  requestAnimationFrame(tick);
  window.endFrames = () => { going = false; return times.slice(1).sort((a, b) => a - b); };
})()`;

async function benchLarge(page: Page): Promise<void> {
  await page.mouse.move(600, 400);
  await page.evaluate(FRAMES);
  for (let step = 0; step < WHEEL_STEPS; step += 1) {
    // biome-ignore lint/performance/noAwaitInLoops: a wheel turns step by step
    await page.mouse.wheel(0, 300);
  }
  await page.waitForTimeout(500);
  const frames = (await page.evaluate('window.endFrames()')) as readonly number[];
  const at = (share: number) => Math.round(frames[Math.floor(share * (frames.length - 1))] ?? 0);
  print(
    `  ${WHEEL_STEPS} turns of the wheel: frames p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms`,
  );
  const box = page.locator('[data-u-comp=defined-name] input');
  await box.fill('D900');
  await box.press('Enter');
  await page.waitForFunction("document.querySelector('#here').textContent.startsWith('D900')");
  const typed = await timed(async () => {
    await page.keyboard.type('0,5');
    await page.keyboard.press('Enter');
    await page.waitForFunction("document.querySelector('#here').textContent.startsWith('D901')");
    await page.waitForSelector('#sync[data-state=saved]');
  });
  print(`  a mark typed, Enter, on the server: ${seconds(typed)}`);
}

const VISITS = Number(process.argv[2] ?? '4');
await benchBuild();
const [chromium, place] = await Promise.all([startChromium(), Office.open()]);
try {
  const { spreadsheetId } = await place.workspace.openSample(await readSample(SAMPLE));
  print('the sample of 119 units, three groups');
  await benchVisits(chromium, place.address(`/workbook/${spreadsheetId}`), VISITS);
  print(`a tab of ${ROWS} × ${COLUMNS} marks`);
  const large = await benchVisits(chromium, place.address(`/workbook/${await largeWorkbook(place)}`), VISITS);
  await benchLarge(large);
} finally {
  await chromium.close();
  await place.close();
}
