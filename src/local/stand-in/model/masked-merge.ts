import { isJsonObject, type JsonObject, type JsonValue } from '../contract/json.ts';

/** A field mask in parsed form: one list of lowerCamelCase names per path; ['*'] stands for everything. */
export type FieldPaths = readonly (readonly string[])[];

/** What the mask names is taken from `source`: set if it is there, cleared if it is not. The rest stays. */
export function mergeByMask(target: JsonObject, source: JsonObject, paths: FieldPaths): JsonObject {
  return paths.reduce((merged, path) => mergePath(merged, source, path), target);
}

function mergePath(target: JsonObject, source: JsonObject, path: readonly string[]): JsonObject {
  const [name, ...rest] = path;
  if (name === undefined) return target;
  if (name === '*') return source;
  const offered = source[name];
  if (rest.length === 0) return withField(target, name, offered);
  const before = target[name];
  const inner = mergePath(isJsonObject(before) ? before : {}, isJsonObject(offered) ? offered : {}, rest);
  return withField(target, name, Object.keys(inner).length === 0 ? undefined : inner);
}

export function withField(target: JsonObject, name: string, value: JsonValue | undefined): JsonObject {
  if (value !== undefined) return { ...target, [name]: value };
  if (!(name in target)) return target;
  const { [name]: _gone, ...rest } = target;
  return rest;
}

export function masksField(paths: FieldPaths, name: string): boolean {
  return paths.some((path) => path[0] === '*' || path[0] === name);
}
