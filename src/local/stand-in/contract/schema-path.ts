import { type AnsweringApi, type FieldType, schemaOf } from './contract-table.ts';
import { findField } from './field-name.ts';
import type { MaskPath } from './mask-paths.ts';

/** Lists are walked through: a mask names the fields of their items. */
const itemType = (type: FieldType): FieldType => (type.kind === 'list' ? itemType(type.of) : type);

/** The path under lowerCamelCase names, or undefined where the schema has no such field. `*` ends a path. */
export function resolvePath(api: AnsweringApi, schemaName: string, path: MaskPath): MaskPath | undefined {
  const names: string[] = [];
  let type: FieldType = { kind: 'message', schema: schemaName };
  for (const [index, segment] of path.entries()) {
    if (segment === '*') return index === path.length - 1 ? [...names, '*'] : undefined;
    if (type.kind === 'map') {
      names.push(segment);
      type = itemType(type.of);
      continue;
    }
    if (type.kind !== 'message') return undefined;
    const field = findField(schemaOf(api, type.schema), segment);
    if (field === undefined) return undefined;
    names.push(field.name);
    type = itemType(field.type);
  }
  return names;
}
