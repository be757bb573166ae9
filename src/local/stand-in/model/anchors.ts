import { type FieldType, schemaOf } from '../contract/contract-table.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../contract/json.ts';
import type { DimensionRange, GridCoordinate, GridRange } from './wire.ts';

/** What becomes of each kind of place that a message may name; undefined where the place is gone. */
export interface AnchorChanges {
  readonly GridRange: (range: GridRange) => GridRange | undefined;
  readonly GridCoordinate: (cell: GridCoordinate) => GridCoordinate | undefined;
  readonly DimensionRange: (lines: DimensionRange) => DimensionRange | undefined;
}

/** The member is left out, and nothing else. */
const EMPTIED: unique symbol = Symbol('a list that lost all its items');

type Walked = JsonValue | undefined | typeof EMPTIED;

/**
 * The message of that schema with every place in it changed, at any depth: filters, bands, rules and charts all name
 * places, and the contract says which of their members do. A place that is gone takes with it what it belonged to, up to
 * the list that held it; undefined where that is the message itself.
 */
export function mapAnchors<T extends JsonObject>(
  schema: string,
  message: T,
  changes: AnchorChanges,
): T | undefined {
  // The walk keeps every key and kind; only places differ.
  return walkMessage(schema, message, { changes, keep: false }) as T | undefined;
}

/** As mapAnchors, but what lost a place stays without it: a chart does not vanish with its data. */
export function mapAnchorsKept<T extends JsonObject>(schema: string, message: T, changes: AnchorChanges): T {
  return (walkMessage(schema, message, { changes, keep: true }) ?? message) as T;
}

interface Member {
  readonly name: string;
  readonly item: JsonValue;
  readonly now: Walked;
}

interface Walk {
  readonly changes: AnchorChanges;
  readonly keep: boolean;
}

function walkMessage(schema: string, message: JsonObject, walk: Walk): JsonObject | undefined {
  const change = changeFor(schema, walk.changes);
  if (change !== undefined) return change(message);
  const fields = schemaOf('sheets', schema);
  const members = Object.entries(message).map(([name, item]): Member => {
    const type = fields.get(name);
    return { name, item, now: type === undefined ? item : walkValue(type, item, walk) };
  });
  if (members.every(({ item, now }) => item === now)) return message;
  if (!walk.keep && members.some(({ now }) => now === undefined)) return undefined;
  const out: Record<string, JsonValue> = {};
  for (const { name, now } of members) if (now !== undefined && now !== EMPTIED) out[name] = now;
  return out;
}

function changeFor(schema: string, changes: AnchorChanges) {
  if (!isAnchor(schema)) return undefined;
  return changes[schema] as (anchor: JsonObject) => JsonObject | undefined;
}

function isAnchor(schema: string): schema is keyof AnchorChanges {
  return schema === 'GridRange' || schema === 'GridCoordinate' || schema === 'DimensionRange';
}

function walkValue(type: FieldType, item: JsonValue, walk: Walk): Walked {
  if (type.kind === 'message') return isJsonObject(item) ? walkMessage(type.schema, item, walk) : item;
  if (type.kind !== 'list' || type.of.kind !== 'message' || !Array.isArray(item)) return item;
  return walkList(type.of.schema, item, walk.changes);
}

function walkList(schema: string, items: readonly JsonValue[], changes: AnchorChanges): Walked {
  const kept = items.flatMap((one) => {
    const now = isJsonObject(one) ? walkMessage(schema, one, { changes, keep: false }) : one;
    return now === undefined ? [] : [now];
  });
  if (items.length > 0 && kept.length === 0) return isAnchor(schema) ? undefined : EMPTIED;
  return kept.length === items.length && kept.every((one, index) => one === items[index]) ? items : kept;
}
