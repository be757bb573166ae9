import { isJsonObject, type JsonObject, type JsonValue } from '../contract/json.ts';
import type { GridRange } from './wire.ts';

const BOUNDS = ['startRowIndex', 'endRowIndex', 'startColumnIndex', 'endColumnIndex'] as const;

function isGridRange(value: JsonObject): boolean {
  return BOUNDS.some((bound) => typeof value[bound] === 'number');
}

type Change = (range: GridRange) => GridRange | undefined;

/**
 * The message with every GridRange in it changed, at any depth: filters, bands, rules and charts all carry ranges. A range
 * that is gone takes with it what it belonged to, up to the list that held it.
 */
export function mapGridRanges<T extends JsonObject>(message: T, change: Change): T | undefined {
  // The walk keeps every key and kind; only range bounds differ.
  return walkObject(message, change) as T | undefined;
}

function walkObject(message: JsonObject, change: Change): JsonObject | undefined {
  if (isGridRange(message)) return change(message as GridRange) as JsonObject | undefined;
  let changed = false;
  const out: Record<string, JsonValue> = {};
  for (const [name, item] of Object.entries(message)) {
    const now = walkValue(item, change);
    if (now === undefined) return undefined;
    if (now !== item) changed = true;
    out[name] = now;
  }
  return changed ? out : message;
}

function walkValue(item: JsonValue, change: Change): JsonValue | undefined {
  if (isJsonObject(item)) return walkObject(item, change);
  if (!Array.isArray(item)) return item;
  const list: readonly JsonValue[] = item;
  const kept = list.map((one) => walkValue(one, change)).filter((one) => one !== undefined);
  if (list.length > 0 && kept.length === 0) return undefined;
  return kept.length === list.length && kept.every((one, index) => one === list[index]) ? item : kept;
}
