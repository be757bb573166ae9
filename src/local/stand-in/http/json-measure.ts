const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** By byte: how much deeper it leads, and whether it begins a list or an object or stands between two values. */
const DEPTH_STEPS = new Int8Array(256);
const VALUE_STEPS = new Uint8Array(256);
for (const open of '[{') {
  DEPTH_STEPS[open.charCodeAt(0)] = 1;
  VALUE_STEPS[open.charCodeAt(0)] = 1;
}
for (const close of ']}') DEPTH_STEPS[close.charCodeAt(0)] = -1;
VALUE_STEPS[','.charCodeAt(0)] = 1;

export interface JsonLimits {
  readonly maxDepth: number;
  /** Lists, objects and what stands between commas: an empty list of three bytes takes fifty in memory. */
  readonly maxValues: number;
}

/** What of the text goes beyond the limits, found without building anything. What stands inside strings does not count. */
export function excessOf(text: Buffer, { maxDepth, maxValues }: JsonLimits): string | undefined {
  let depth = 0;
  let values = 0;
  for (let at = 0; at < text.length; at += 1) {
    const byte = text[at] ?? 0;
    if (byte === QUOTE) at = endOfString(text, at);
    depth += DEPTH_STEPS[byte] ?? 0;
    values += VALUE_STEPS[byte] ?? 0;
    if (depth > maxDepth) return `Nesting is deeper than ${maxDepth} levels.`;
    if (values > maxValues) return `It holds more than ${maxValues} values.`;
  }
  return undefined;
}

function endOfString(text: Buffer, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === BACKSLASH) at += 1;
    else if (text[at] === QUOTE) return at;
  }
  return text.length;
}
