import { readFile } from 'node:fs/promises';
import type * as z from 'zod';
import { replaceFile } from '../../../offline/files/replace-file.ts';

/** A value that outlives the server, in a file of its own. */
export interface KeptJson<T> {
  readonly get: () => T;
  readonly set: (value: T) => Promise<void>;
}

async function standing<T>(path: string, schema: z.ZodType<T>, none: T): Promise<T> {
  try {
    return schema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return none;
  }
}

/** What a file holds; `none` where there is no file yet, or what is in it cannot be read. */
export async function keptJson<T>(path: string, schema: z.ZodType<T>, none: T): Promise<KeptJson<T>> {
  let value: T = await standing(path, schema, none);
  return {
    get: () => value,
    set: async (next) => {
      value = next;
      await replaceFile(path, Buffer.from(JSON.stringify(next)));
    },
  };
}
