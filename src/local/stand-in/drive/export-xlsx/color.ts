import { isJsonObject, type JsonObject, type JsonValue } from '../../contract/json.ts';
import type { Workbook } from '../../model/workbook.ts';

/** The colours of the spreadsheet's theme by their names. */
export type Theme = ReadonlyMap<string, JsonObject>;

export function themeOf({ properties }: Workbook): Theme {
  const theme = properties['spreadsheetTheme'];
  const colors = isJsonObject(theme) ? ((theme['themeColors'] ?? []) as readonly JsonObject[]) : [];
  return new Map(
    colors.map(({ colorType, color }) => [
      String(colorType),
      (isJsonObject(color ?? null) ? ((color as JsonObject)['rgbColor'] ?? {}) : {}) as JsonObject,
    ]),
  );
}

/** The colour under that name, as `FF0B5394`; undefined where none is set. */
export function colorIn(message: JsonObject, name: string, theme: Theme): string | undefined {
  const style = message[`${name}Style`];
  if (isJsonObject(style)) return colorText(style, theme);
  const plain = message[name];
  return isJsonObject(plain) ? hex(plain) : undefined;
}

function colorText({ rgbColor, themeColor }: JsonObject, theme: Theme): string | undefined {
  if (isJsonObject(rgbColor)) return hex(rgbColor);
  const color = theme.get(String(themeColor));
  return color === undefined ? undefined : hex(color);
}

function hex(color: JsonObject): string {
  return ['red', 'green', 'blue'].reduce((text, channel) => text + byteText(color[channel]), 'FF');
}

function byteText(level: JsonValue | undefined): string {
  const byte = Math.round((typeof level === 'number' ? level : 0) * 255);
  return byte.toString(16).toUpperCase().padStart(2, '0');
}
