import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Where systems keep the browser; PAR_CHROMIUM names another one. */
const PLACES = [
  process.env['PAR_CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Nothing but the page speaks: no updates, no first greeting; and no sandbox, which root has none of. */
const SWITCHES = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function startChromium(): Promise<Browser> {
  const executablePath = PLACES.find((place) => place !== '' && existsSync(place));
  if (executablePath === undefined)
    throw new Error('no Chromium on this machine: apt-get install chromium, or name one in PAR_CHROMIUM');
  return chromium.launch({ executablePath, args: SWITCHES });
}

/** A window, and everything that went wrong in it. */
export interface Window {
  readonly page: Page;
  /** Errors on the console, exceptions, and requests that left this machine. */
  readonly faults: readonly string[];
}

export interface WindowOptions {
  readonly width?: number;
  readonly height?: number;
  readonly language?: 'vi' | 'en';
  /** Shares cookies with another window when absent in a browser's own context. */
  readonly permissions?: readonly string[];
}

function isLocal(url: string): boolean {
  return /^(data|blob):/.test(url) || new URL(url).hostname === '127.0.0.1';
}

/** Opens a window of its own, as another person at another machine would have it. */
export async function openWindow(browser: Browser, options: WindowOptions = {}): Promise<Window> {
  const { width = 1360, height = 860, language = 'vi', permissions = [] } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    locale: language === 'vi' ? 'vi-VN' : 'en-GB',
    permissions: [...permissions],
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`exception: ${error.stack}`));
  page.on('request', (request) => {
    if (!isLocal(request.url())) faults.push(`left the machine: ${request.url()}`);
  });
  return { page, faults };
}
