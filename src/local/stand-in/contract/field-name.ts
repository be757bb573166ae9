import type { FieldType, Schema } from './contract-table.ts';

/** Google's parser takes a field under its JSON name and under its proto name, and reports the proto name. */
export const toSnake = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const toCamel = (name: string): string =>
  name.replace(/_([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());

/** The field under its lowerCamelCase name, whichever of its two names was given. */
export function findField(
  schema: Schema,
  given: string,
): { readonly name: string; readonly type: FieldType } | undefined {
  for (const name of [given, toCamel(given)]) {
    const type = schema.get(name);
    if (type !== undefined) return { name, type };
  }
  return undefined;
}
