import type * as z from 'zod';
import type { Language } from '../src/domain/language.ts';
import { type Problem, problem } from './problem.ts';
import { violationsOf } from './violations.ts';

export type ReadBody<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

function parseJson(text: string): { readonly ok: true; readonly value: unknown } | { readonly ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}

/** A request's body as its schema has it, or a problem that names every place where it differs. */
export function readBody<T>(body: unknown, schema: z.ZodType<T>, language: Language): ReadBody<T> {
  const json = typeof body === 'string' ? parseJson(body) : { ok: true as const, value: body };
  if (!json.ok) return { ok: false, problem: problem('not-json', language) };
  const parsed = schema.safeParse(json.value);
  if (parsed.success) return { ok: true, value: parsed.data };
  const violations = violationsOf(parsed.error, json.value, language);
  return { ok: false, problem: problem('bad-request', language, { violations }) };
}
