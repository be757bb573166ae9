import { fakeSpreadsheet } from './fake-sheets.ts';
import { type AskAndWait, fetched } from './protocol.ts';
import type { BoundWorkbook } from './sheets-calls.ts';
import { strict } from './strict.ts';

interface FetchOptions {
  readonly method?: string;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly payload?: string;
  readonly muteHttpExceptions?: boolean;
}

function fakeMenu(title: string, ask: AskAndWait) {
  const items: { caption: string; functionName: string }[] = [];
  const lines: number[] = [];
  const menu = strict('Menu', {
    addItem: (caption: string, functionName: string) => {
      items.push({ caption, functionName });
      return menu;
    },
    addSeparator: () => {
      lines.push(items.length);
      return menu;
    },
    addToUi: () => {
      ask({ kind: 'show', shown: { kind: 'menu', title, items, lines } });
    },
  });
  return menu;
}

interface HtmlOutput {
  readonly getContent: () => string;
  readonly getTitle: () => string;
  readonly getWidth: () => number;
  readonly getHeight: () => number;
}

function fakeUi(ask: AskAndWait) {
  const ButtonSet = strict('ButtonSet', { OK: 'OK' });
  return strict('Ui', {
    ButtonSet,
    createMenu: (title: string) => fakeMenu(title, ask),
    alert: (title: string, text: string, _buttons: string) => {
      ask({ kind: 'show', shown: { kind: 'alert', title, text } });
      return 'OK';
    },
    showSidebar: (html: HtmlOutput) => {
      const shown = { kind: 'sidebar', title: html.getTitle(), html: html.getContent() } as const;
      ask({ kind: 'show', shown });
    },
    showModalDialog: (html: HtmlOutput, title: string) => {
      const size = { width: html.getWidth(), height: html.getHeight() };
      ask({ kind: 'show', shown: { kind: 'dialog', title, html: html.getContent(), ...size } });
    },
  });
}

/** Drive's own service, with the right to the files that the script makes. */
function fakeDrive(workbook: BoundWorkbook) {
  return strict('Drive', {
    Files: strict('Files', { create: workbook.createFile }),
    Permissions: strict('Permissions', {
      create: (permission: object, fileId: string, options: { readonly sendNotificationEmail?: boolean }) =>
        workbook.shareFile(fileId, permission, options.sendNotificationEmail ?? true),
    }),
  });
}

function fakeHtml(content: string) {
  let title = '';
  let [width, height] = [0, 0];
  const output = strict('HtmlOutput', {
    getContent: () => content,
    getTitle: () => title,
    getWidth: () => width,
    getHeight: () => height,
    setWidth: (pixels: number) => {
      width = pixels;
      return output;
    },
    setHeight: (pixels: number) => {
      height = pixels;
      return output;
    },
    setTitle: (text: string) => {
      title = text;
      return output;
    },
  });
  return output;
}

function fakeFetch(ask: AskAndWait) {
  return (url: string, options: FetchOptions) => {
    const {
      method = 'get',
      contentType = 'application/x-www-form-urlencoded',
      headers = {},
      payload,
    } = options;
    const { status, text } = fetched(
      ask({
        kind: 'fetch',
        url,
        method: method.toUpperCase(),
        headers: { 'content-type': contentType, ...headers },
        ...(payload === undefined ? {} : { body: payload }),
      }),
    );
    if (status >= 400 && options.muteHttpExceptions !== true)
      throw new Error(`Request failed for ${url} returned code ${status}`);
    return strict('HTTPResponse', { getResponseCode: () => status, getContentText: () => text });
  };
}

/** The services of Apps Script that the menu uses, and not one more. */
export function fakeServices(workbook: BoundWorkbook, ask: AskAndWait): Readonly<Record<string, object>> {
  const properties = strict('Properties', {
    getProperty: (name: string) => ask({ kind: 'get-property', name }),
    setProperty: (name: string, value: string) => {
      ask({ kind: 'set-property', name, value });
    },
  });
  return {
    SpreadsheetApp: strict('SpreadsheetApp', {
      getUi: () => fakeUi(ask),
      getActiveSpreadsheet: () => fakeSpreadsheet(workbook, ask),
    }),
    UrlFetchApp: strict('UrlFetchApp', { fetch: fakeFetch(ask) }),
    ScriptApp: strict('ScriptApp', { getIdentityToken: () => ask({ kind: 'identity-token' }) }),
    PropertiesService: strict('PropertiesService', { getDocumentProperties: () => properties }),
    Drive: fakeDrive(workbook),
    HtmlService: strict('HtmlService', { createHtmlOutput: fakeHtml }),
  };
}
