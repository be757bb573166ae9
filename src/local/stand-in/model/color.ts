import { isJsonObject, type JsonObject, type JsonValue } from '../contract/json.ts';

/**
 * Colours are kept as eight bits a channel and come back as the nearest single-precision fraction (recorded:
 * 0.5 → 0.49803922, 0.9 → 0.8980392); each plain colour is echoed beside it as `…Style` and the other way round.
 */
const CHANNELS = ['red', 'green', 'blue', 'alpha'] as const;

/** The same message with every colour in it put into Google's form. */
export function normalizeColors(value: JsonObject): JsonObject {
  const out: Record<string, JsonValue> = {};
  for (const [name, item] of Object.entries(value)) {
    if (!isEmptyStyle(name, item)) out[name] = normalizeItem(name, item);
  }
  for (const name of Object.keys(value)) mirror(out, name);
  return out;
}

/** A style without a colour is no colour (recorded: a cleared tab colour is gone). */
function isEmptyStyle(name: string, item: JsonValue): boolean {
  return /[cC]olorStyle$/.test(name) && isJsonObject(item) && Object.keys(item).length === 0;
}

function normalizeItem(name: string, item: JsonValue): JsonValue {
  if (Array.isArray(item))
    return item.map((one: JsonValue) => (isJsonObject(one) ? normalizeColors(one) : one));
  if (!isJsonObject(item)) return item;
  const isStyle = 'rgbColor' in item || 'themeColor' in item;
  return isColorName(name) && !isStyle ? quantized(item) : normalizeColors(item);
}

function isColorName(name: string): boolean {
  return name === 'color' || name === 'rgbColor' || name.endsWith('Color');
}

function mirror(out: Record<string, JsonValue>, name: string): void {
  const item = out[name];
  if (!isJsonObject(item)) return;
  const isStyle = 'rgbColor' in item || 'themeColor' in item;
  if (isMirrored(name) && !isStyle && out[`${name}Style`] === undefined)
    out[`${name}Style`] = { rgbColor: item };
  const plain = name.endsWith('olorStyle') ? name.slice(0, -'Style'.length) : undefined;
  const rgb = item['rgbColor'];
  if (plain !== undefined && isJsonObject(rgb)) out[plain] = rgb;
}

/** `color` inside a border or a theme has a `colorStyle` twin as well; `rgbColor` is itself the inside of a style. */
function isMirrored(name: string): boolean {
  return name === 'color' || (name.endsWith('Color') && name !== 'rgbColor' && name !== 'themeColor');
}

function quantized(color: JsonObject): JsonObject {
  const out: Record<string, JsonValue> = {};
  for (const channel of CHANNELS) {
    const level = color[channel];
    if (typeof level !== 'number') continue;
    const byte = Math.floor(Math.min(1, Math.max(0, level)) * 255 + 1e-4);
    if (byte > 0) out[channel] = singlePrecision(byte / 255);
  }
  return out;
}

/** The shortest decimal that means the same single-precision number. */
function singlePrecision(value: number): number {
  const single = Math.fround(value);
  for (let digits = 6; digits < 9; digits += 1) {
    const short = Number(single.toPrecision(digits));
    if (Math.fround(short) === single) return short;
  }
  return Number(single.toPrecision(9));
}
