type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Deep enough for any message somebody reads; hostile nesting is cut off. */
const MAX_DEPTH = 20;
const MAX_ITEMS = 1000;

function scalarLine(value: null | boolean | number | string): string {
  if (value === null) return 'null_value: NULL_VALUE';
  if (typeof value === 'string') return `string_value: ${JSON.stringify(value)}`;
  return typeof value === 'number' ? `number_value: ${value}` : `bool_value: ${value}`;
}

function lines(value: Json, depth: number): readonly string[] {
  if (depth > MAX_DEPTH) return ['...'];
  const block = (name: string, inner: readonly string[]) => [
    `${name} {`,
    ...inner.map((line) => `  ${line}`),
    '}',
  ];
  if (Array.isArray(value)) {
    const items: readonly Json[] = value;
    return block(
      'list_value',
      items.slice(0, MAX_ITEMS).flatMap((item) => block('values', lines(item, depth + 1))),
    );
  }
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value)
      .slice(0, MAX_ITEMS)
      .flatMap(([key, member]) =>
        block('fields', [`key: ${JSON.stringify(key)}`, ...block('value', lines(member, depth + 1))]),
      );
    return block('struct_value', fields);
  }
  return [scalarLine(value as null | boolean | number | string)];
}

/** A google.protobuf.Value in the text form in which Google quotes a cell that is no scalar. */
export const protoText = (value: Json): string => `${lines(value, 0).join('\n')}\n`;
