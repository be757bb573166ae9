import type { JsonObject } from '../contract/json.ts';
import { newSheet } from './new-sheet.ts';
import type { Workbook } from './workbook.ts';

const white = { red: 1, green: 1, blue: 1 };

/** The look of a new spreadsheet, as recorded. */
const DEFAULT_FORMAT: JsonObject = {
  backgroundColor: white,
  padding: { top: 2, right: 3, bottom: 2, left: 3 },
  verticalAlignment: 'BOTTOM',
  wrapStrategy: 'OVERFLOW_CELL',
  textFormat: {
    foregroundColor: {},
    fontFamily: 'arial,sans,sans-serif',
    fontSize: 10,
    bold: false,
    italic: false,
    strikethrough: false,
    underline: false,
    foregroundColorStyle: { rgbColor: {} },
  },
  backgroundColorStyle: { rgbColor: white },
};

const THEME: JsonObject = {
  primaryFontFamily: 'Arial',
  themeColors: [
    ['TEXT', {}],
    ['BACKGROUND', white],
    ['ACCENT1', { red: 0.25882354, green: 0.52156866, blue: 0.95686275 }],
    ['ACCENT2', { red: 0.91764706, green: 0.2627451, blue: 0.20784314 }],
    ['ACCENT3', { red: 0.9843137, green: 0.7372549, blue: 0.015686275 }],
    ['ACCENT4', { red: 0.20392157, green: 0.65882355, blue: 0.3254902 }],
    ['ACCENT5', { red: 1, green: 0.42745098, blue: 0.003921569 }],
    ['ACCENT6', { red: 0.27450982, green: 0.7411765, blue: 0.7764706 }],
    ['LINK', { red: 0.06666667, green: 0.33333334, blue: 0.8 }],
  ].map(([colorType, rgbColor]) => ({
    colorType: colorType as string,
    color: { rgbColor: rgbColor as JsonObject },
  })),
};

export interface NewWorkbook {
  readonly spreadsheetId: string;
  readonly title: string;
  readonly locale: string;
  readonly timeZone: string;
}

export function newWorkbook(wanted: NewWorkbook): Workbook {
  const { spreadsheetId, title, locale, timeZone } = wanted;
  return {
    spreadsheetId,
    properties: {
      title,
      locale,
      autoRecalc: 'ON_CHANGE',
      timeZone,
      defaultFormat: DEFAULT_FORMAT,
      spreadsheetTheme: THEME,
    },
    sheets: [newSheet(0, 'Sheet1', {})],
    namedRanges: [],
    developerMetadata: [],
  };
}
