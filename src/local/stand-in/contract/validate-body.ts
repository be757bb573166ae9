import { type Api, type FieldType, schemaOf } from './contract-table.ts';
import { findField, toSnake } from './field-name.ts';
import { isJsonObject, type JsonObject, type JsonValue } from './json.ts';
import { oneofOf } from './oneofs.ts';
import { coerceScalar, isScalar, scalarWord } from './scalar-value.ts';
import type { MaybePlace, ShapeReport } from './shape-report.ts';

/** Google's parser gives up at this depth too; it also bounds our own stack. */
const MAX_DEPTH = 100;

const PACKAGES: Readonly<Record<Api, string>> = {
  sheets: 'google.apps.sheets.v4',
  drive: 'google.apps.drive.v3',
};

/** Proto names that the discovery document flattens. */
const NESTED_NAMES: ReadonlyMap<string, string> = new Map([
  ['Request', 'BatchUpdateSpreadsheetRequest.Request'],
]);

const LIST_VALUE = 'type.googleapis.com/google.protobuf.ListValue';

interface Walk {
  readonly api: Api;
  readonly report: ShapeReport;
  /** Drive drops what it does not know (recorded for query parameters; a v2 `title` in a body is ignored too). */
  readonly ignoreUnknown: boolean;
}

interface Spot {
  readonly place: MaybePlace;
  readonly depth: number;
}

const within = ({ place, depth }: Spot, part: string | number | { readonly key: string }): Spot => ({
  place: { parent: place, part },
  depth: depth + 1,
});

const messageWord = (walk: Walk, schema: string): string =>
  `type.googleapis.com/${PACKAGES[walk.api]}.${NESTED_NAMES.get(schema) ?? schema}`;

/** The last name on the way here, which is what Google calls a field that got the wrong kind of thing. */
function fieldName(place: MaybePlace): { readonly parent: MaybePlace; readonly name: string } {
  if (place === undefined) return { parent: undefined, name: '' };
  return typeof place.part === 'string'
    ? { parent: place.parent, name: place.part }
    : fieldName(place.parent);
}

function refuseList(walk: Walk, place: MaybePlace): undefined {
  const { parent, name } = fieldName(place);
  const isRoot = place === undefined;
  const reason = isRoot
    ? 'Root element must be a message.'
    : 'Proto field is not repeating, cannot start list.';
  walk.report.unknownName(parent, name, reason);
  return undefined;
}

function checkScalar(walk: Walk, type: FieldType, value: JsonValue, { place }: Spot): JsonValue | undefined {
  if (!isScalar(type) || type.kind === 'any') return value;
  if (Array.isArray(value)) return refuseList(walk, place);
  if (isJsonObject(value)) {
    const { parent, name } = fieldName(place);
    walk.report.wrongValueText(parent, name, 'Starting an object on a scalar field');
    return undefined;
  }
  const coerced = coerceScalar(type, value);
  if (coerced === undefined) walk.report.wrongValue(place, scalarWord(type, PACKAGES[walk.api]), value);
  return coerced;
}

/** The cells of a ValueRange: rows are lists, and what is in them is kept as it came, `null` included. */
function checkRows(walk: Walk, value: JsonValue, spot: Spot): JsonValue | undefined {
  if (!Array.isArray(value)) {
    walk.report.wrongValue(spot.place, LIST_VALUE, value);
    return undefined;
  }
  for (const [index, row] of value.entries()) {
    if (row !== null && !Array.isArray(row))
      walk.report.wrongValue(within(spot, index).place, LIST_VALUE, row);
    if (walk.report.full) break;
  }
  return value.includes(null) ? value.map((row) => row ?? []) : value;
}

/** Lists inside a list of messages are taken as one list (recorded: `"requests":[[{…}]]`); `null` items are dropped. */
function flatten(items: readonly JsonValue[], depth = 0): readonly JsonValue[] {
  const nested = items.some((item) => item === null || Array.isArray(item));
  if (!nested || depth > MAX_DEPTH) return items;
  return items.flatMap((item) => {
    if (item === null) return [];
    return Array.isArray(item) ? flatten(item, depth + 1) : [item];
  });
}

function checkList(walk: Walk, of: FieldType, value: JsonValue, spot: Spot): JsonValue | undefined {
  if (of.kind === 'list') return checkRows(walk, value, spot);
  if (!Array.isArray(value)) {
    const single = checkValue(walk, of, value, spot);
    return single === undefined ? undefined : [single];
  }
  const items: JsonValue[] = [];
  for (const [index, item] of flatten(value).entries()) {
    const checked = checkValue(walk, of, item, within(spot, index));
    if (checked !== undefined) items.push(checked);
    if (walk.report.full) break;
  }
  return items;
}

function checkMap(walk: Walk, of: FieldType, value: JsonValue, spot: Spot): JsonValue | undefined {
  if (Array.isArray(value)) return refuseList(walk, spot.place);
  if (!isJsonObject(value)) {
    walk.report.wrongValue(spot.place, 'Map', value);
    return undefined;
  }
  const entries = Object.entries(value).flatMap(([key, member]) => {
    // Drive clears the entries of a map that are null [D].
    if (member === null && walk.api === 'drive') return [[key, null] as const];
    const checked = checkValue(walk, of, member, within(spot, { key }));
    return checked === undefined ? [] : [[key, checked] as const];
  });
  // fromEntries defines own properties, so a key such as __proto__ cannot reach the prototype.
  return Object.fromEntries(entries);
}

function checkValue(walk: Walk, type: FieldType, value: JsonValue, spot: Spot): JsonValue | undefined {
  if (value === null && type.kind !== 'any') return undefined;
  if (spot.depth > MAX_DEPTH) {
    walk.report.unknownName(
      spot.place,
      fieldName(spot.place).name,
      'Message too deep. Max recursion depth reached.',
    );
    return undefined;
  }
  switch (type.kind) {
    case 'message':
      return checkMessage(walk, type.schema, value, spot);
    case 'list':
      return checkList(walk, type.of, value, spot);
    case 'map':
      return checkMap(walk, type.of, value, spot);
    default:
      return checkScalar(walk, type, value, spot);
  }
}

interface Member {
  readonly given: string;
  readonly value: JsonValue;
}

interface Owner {
  readonly schema: string;
  readonly spot: Spot;
  /** The unions of this message that a member has already filled. */
  readonly taken: Set<string>;
}

/** False where another member of the same union came first. */
function takeOneof(walk: Walk, { schema, spot, taken }: Owner, field: string, given: string): boolean {
  const oneof = oneofOf(schema, field);
  if (oneof === undefined) return true;
  if (taken.has(oneof)) {
    const reason = `oneof field '${oneof}' is already set. Cannot set '${given}'`;
    walk.report.wrongValueText(spot.place, 'oneof', reason);
    return false;
  }
  taken.add(oneof);
  return true;
}

interface CheckedMember {
  readonly name: string;
  readonly value: JsonValue;
}

function checkMember(walk: Walk, owner: Owner, { given, value }: Member): CheckedMember | undefined {
  const { schema, spot } = owner;
  const field = findField(schemaOf(walk.api, schema), given);
  if (field === undefined) {
    if (!walk.ignoreUnknown) walk.report.unknownName(spot.place, given, 'Cannot find field.');
    return undefined;
  }
  if (value === null || !takeOneof(walk, owner, field.name, given)) return undefined;
  const checked = checkValue(walk, field.type, value, within(spot, toSnake(field.name)));
  return checked === undefined ? undefined : { name: field.name, value: checked };
}

function checkMembers(walk: Walk, schema: string, value: JsonObject, spot: Spot): JsonObject {
  const owner: Owner = { schema, spot, taken: new Set() };
  // Keys come from the schema alone: no given name, such as __proto__, gets here.
  const members: Record<string, JsonValue> = {};
  for (const given of Object.keys(value)) {
    const checked = checkMember(walk, owner, { given, value: value[given] ?? null });
    if (checked !== undefined) members[checked.name] = checked.value;
    if (walk.report.full) break;
  }
  return members;
}

function checkMessage(walk: Walk, schema: string, value: JsonValue, spot: Spot): JsonValue | undefined {
  if (Array.isArray(value)) return refuseList(walk, spot.place);
  if (!isJsonObject(value)) {
    if (spot.place === undefined) return refuseList(walk, undefined);
    walk.report.wrongValue(spot.place, messageWord(walk, schema), value);
    return undefined;
  }
  return checkMembers(walk, schema, value, spot);
}

interface BodyCheck {
  readonly api: Api;
  readonly schema: string;
  /** Where the body is bound in the request message: `data`, `spreadsheet`, or nothing for the message itself. */
  readonly field: string | undefined;
  readonly body: JsonValue;
}

/** The body under lowerCamelCase names with unset members left out; what is wrong goes to the report. */
export function checkBody({ api, schema, field, body }: BodyCheck, report: ShapeReport): JsonObject {
  const walk: Walk = { api, report, ignoreUnknown: api === 'drive' };
  const place = field === undefined ? undefined : { parent: undefined, part: field };
  const checked = checkMessage(walk, schema, body, { place, depth: 0 });
  return isJsonObject(checked) ? checked : {};
}
