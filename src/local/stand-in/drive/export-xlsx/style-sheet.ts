import { isJsonObject, type JsonObject } from '../../contract/json.ts';
import type { NumberFormat } from '../../model/wire.ts';
import { localeOf, type Workbook } from '../../model/workbook.ts';
import { localeData } from '../../values/locale-data.ts';
import { colorIn, type Theme } from './color.ts';
import { alignmentXml, borderXml, fillXml, fontParts } from './look-xml.ts';
import { builtInNumber, numberCode } from './number-code.ts';
import { DECLARATION, xml } from './xml.ts';

/** The looks of a workbook, each once; they are handed out by number. */
export interface StyleSheet {
  /** The look of a cell, over what the spreadsheet gives every cell. */
  cell(format: JsonObject): number;
  /** What a rule lays over the look of a cell. */
  overlay(format: JsonObject): number;
  /** The part, once every look has been asked for. */
  part(): string;
}

const FIRST_OWN_NUMBER = 164;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Texts in the order in which they came, each once. */
interface Distinct {
  readonly texts: readonly string[];
  numberOf(text: string): number;
}

function distinct(...first: readonly string[]): Distinct {
  const texts = [...first];
  const numbers = new Map(texts.map((text, index) => [text, index]));
  const numberOf = (text: string): number => {
    const number = numbers.get(text) ?? texts.push(text) - 1;
    numbers.set(text, number);
    return number;
  };
  return { texts, numberOf };
}

export function styleSheet(workbook: Workbook, theme: Theme): StyleSheet {
  const locale = localeData(localeOf(workbook));
  const base = baseFormat(workbook);
  const fonts = distinct();
  // The second is one that programs expect in its place, whatever it is.
  const fills = distinct(fillXml(undefined), '<fill><patternFill patternType="gray125"/></fill>');
  const borders = distinct();
  const codes = distinct();
  const looks = distinct();
  const overlays = distinct();
  const known = new WeakMap<JsonObject, number>();

  const lookXml = (format: JsonObject): string => {
    const code = numberCode(format['numberFormat'] as NumberFormat | undefined, locale);
    const numFmtId = builtInNumber(code) ?? FIRST_OWN_NUMBER + codes.numberOf(code);
    const font = { ...(base['textFormat'] as JsonObject), ...messageIn(format, 'textFormat') };
    const fontId = fonts.numberOf(xml('font', {}, fontParts(font, theme)));
    const fillId = fills.numberOf(fillXml(colorIn(format, 'backgroundColor', theme)));
    const borderId = borders.numberOf(borderXml(messageIn(format, 'borders'), theme));
    const alignment = alignmentXml({ ...base, ...format });
    const applied = {
      applyNumberFormat: numFmtId !== 0,
      applyFont: true,
      applyFill: fillId !== 0,
      applyBorder: borderId !== 0,
      applyAlignment: alignment !== '',
    };
    return xml('xf', { numFmtId, fontId, fillId, borderId, xfId: 0, ...applied }, alignment);
  };
  const cell = (format: JsonObject): number => {
    const number = known.get(format) ?? looks.numberOf(lookXml(format));
    known.set(format, number);
    return number;
  };
  // The first look is that of cells nobody formatted.
  cell({});

  return {
    cell,
    overlay: (format) => overlays.numberOf(overlayXml(format, theme)),
    part: () => {
      const numFmts = codes.texts.map((formatCode, index) =>
        xml('numFmt', { numFmtId: FIRST_OWN_NUMBER + index, formatCode }),
      );
      const usual = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>';
      const children = [
        numFmts.length === 0 ? '' : listXml('numFmts', numFmts),
        listXml('fonts', fonts.texts),
        listXml('fills', fills.texts),
        listXml('borders', borders.texts),
        listXml('cellStyleXfs', [usual]),
        listXml('cellXfs', looks.texts),
        listXml('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
        listXml('dxfs', overlays.texts),
      ];
      return `${DECLARATION}${xml('styleSheet', { xmlns: MAIN }, ...children)}`;
    },
  };
}

function listXml(name: string, items: readonly string[]): string {
  return xml(name, { count: items.length }, ...items);
}

/** What every cell of the spreadsheet has, without its white ground: nothing is painted where nobody painted. */
function baseFormat({ properties }: Workbook): JsonObject {
  const given = messageIn(properties, 'defaultFormat');
  const { backgroundColor: _ground, backgroundColorStyle: _style, ...format } = given;
  const family = messageIn(properties, 'spreadsheetTheme')['primaryFontFamily'] ?? 'Arial';
  return { ...format, textFormat: { fontSize: 10, ...messageIn(given, 'textFormat'), fontFamily: family } };
}

function messageIn(message: JsonObject, name: string): JsonObject {
  const found = message[name];
  return isJsonObject(found) ? found : {};
}

/** A rule says nothing of the font's name and size. */
function overlayXml(format: JsonObject, theme: Theme): string {
  const { fontFamily: _family, fontSize: _size, ...text } = messageIn(format, 'textFormat');
  const font = fontParts(text, theme);
  const ground = colorIn(format, 'backgroundColor', theme);
  return xml(
    'dxf',
    {},
    font === '' ? '' : xml('font', {}, font),
    ground === undefined ? '' : fillXml(ground),
  );
}
