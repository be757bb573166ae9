import type { FieldType, Schema } from './contract-table.ts';

/** Names of the contract, over and over; bounded because masks bring names of their own. */
const MAX_KNOWN = 10_000;
const SNAKES = new Map<string, string>();

/** Google's parser takes a field under its JSON name and under its proto name, and reports the proto name. */
export function toSnake(name: string): string {
  const known = SNAKES.get(name);
  if (known !== undefined) return known;
  const snake = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  if (SNAKES.size < MAX_KNOWN) SNAKES.set(name, snake);
  return snake;
}

const toCamel = (name: string): string =>
  name.replace(/_([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());

interface Field {
  readonly name: string;
  readonly type: FieldType;
}

/** The field under its lowerCamelCase name, whichever of its two names was given. */
export function findField(schema: Schema, given: string): Field | undefined {
  const type = schema.get(given);
  if (type !== undefined) return { name: given, type };
  const name = toCamel(given);
  const byProtoName = schema.get(name);
  return byProtoName === undefined ? undefined : { name, type: byProtoName };
}
