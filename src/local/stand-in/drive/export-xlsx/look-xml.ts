import { isJsonObject, type JsonObject } from '../../contract/json.ts';
import { colorIn, type Theme } from './color.ts';
import { xml } from './xml.ts';

/** What a font is said to be; a run of letters has another word for its name. */
export function fontParts(text: JsonObject, theme: Theme, nameTag: 'name' | 'rFont' = 'name'): string {
  const { bold, italic, strikethrough, underline, fontSize, fontFamily } = text;
  const color = colorIn(text, 'foregroundColor', theme);
  const family = typeof fontFamily === 'string' ? xml(nameTag, { val: fontFamily }) : '';
  return [
    // A run names its font first (ECMA-376, CT_RPrElt), a font of the styles last.
    nameTag === 'rFont' ? family : '',
    bold === true ? '<b/>' : '',
    italic === true ? '<i/>' : '',
    strikethrough === true ? '<strike/>' : '',
    ...(nameTag === 'rFont' ? [colorXml(color), sizeXml(fontSize), underlineXml(underline)] : []),
    ...(nameTag === 'name' ? [underlineXml(underline), sizeXml(fontSize), colorXml(color), family] : []),
  ].join('');
}

function colorXml(rgb: string | undefined): string {
  return rgb === undefined ? '' : xml('color', { rgb });
}

function sizeXml(size: unknown): string {
  return typeof size === 'number' ? xml('sz', { val: size }) : '';
}

function underlineXml(underline: unknown): string {
  return underline === true ? '<u/>' : '';
}

export function fillXml(rgb: string | undefined): string {
  if (rgb === undefined) return '<fill><patternFill patternType="none"/></fill>';
  const pattern = xml(
    'patternFill',
    { patternType: 'solid' },
    xml('fgColor', { rgb }),
    // A rule takes its colour from here, a cell from the line above.
    xml('bgColor', { rgb }),
  );
  return xml('fill', {}, pattern);
}

const LINES: ReadonlyMap<string, string> = new Map([
  ['SOLID', 'thin'],
  ['SOLID_MEDIUM', 'medium'],
  ['SOLID_THICK', 'thick'],
  ['DASHED', 'dashed'],
  ['DOTTED', 'dotted'],
  ['DOUBLE', 'double'],
]);

export function borderXml(borders: JsonObject, theme: Theme): string {
  const sides = ['left', 'right', 'top', 'bottom'].map((side) => {
    const border = borders[side];
    const style = isJsonObject(border) ? LINES.get(String(border['style'])) : undefined;
    if (style === undefined || !isJsonObject(border)) return `<${side}/>`;
    return xml(side, { style }, colorXml(colorIn(border, 'color', theme) ?? 'FF000000'));
  });
  return xml('border', {}, ...sides, '<diagonal/>');
}

const HORIZONTAL: ReadonlyMap<string, string> = new Map([
  ['LEFT', 'left'],
  ['CENTER', 'center'],
  ['RIGHT', 'right'],
]);

const VERTICAL: ReadonlyMap<string, string> = new Map([
  ['TOP', 'top'],
  ['MIDDLE', 'center'],
  ['BOTTOM', 'bottom'],
]);

/** Empty where everything is as usual. */
export function alignmentXml(format: JsonObject): string {
  const { horizontalAlignment, verticalAlignment, wrapStrategy, textRotation, textDirection } = format;
  const attributes = {
    horizontal: HORIZONTAL.get(String(horizontalAlignment)),
    vertical: VERTICAL.get(String(verticalAlignment)),
    textRotation: isJsonObject(textRotation ?? null) ? rotation(textRotation as JsonObject) : undefined,
    wrapText: wrapStrategy === 'WRAP' || wrapStrategy === 'LEGACY_WRAP' ? true : undefined,
    readingOrder: textDirection === 'RIGHT_TO_LEFT' ? 2 : undefined,
  };
  return Object.values(attributes).every((value) => value === undefined) ? '' : xml('alignment', attributes);
}

/** Upwards 0 to 90, downwards 91 to 180, letter below letter 255 (ECMA-376, §18.8.1). */
function rotation({ angle, vertical }: JsonObject): number | undefined {
  if (vertical === true) return 255;
  if (typeof angle !== 'number' || angle === 0) return undefined;
  return angle > 0 ? angle : 90 - angle;
}
