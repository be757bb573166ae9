import type * as z from 'zod';
import type { Bilingual, Language } from '../src/domain/language.ts';
import { VIOLATIONS } from '../src/domain/messages/violation-messages.ts';

/** One place where a request differs from what the function takes. */
export interface Violation {
  /** Empty for the body as a whole. */
  readonly field: string;
  readonly message: string;
  readonly languages: Bilingual;
}

function formWords(format: string): Bilingual {
  return format === 'email' || format === 'uuid' ? VIOLATIONS[format] : VIOLATIONS.form;
}

function wordsOf(issue: z.core.$ZodIssue, isMissing: boolean): Bilingual {
  switch (issue.code) {
    case 'unrecognized_keys':
      return VIOLATIONS.unknown(issue.keys);
    case 'invalid_type':
      if (issue.path.length === 0) return VIOLATIONS.notAnObject;
      return isMissing ? VIOLATIONS.missing : VIOLATIONS.kind(issue.expected);
    case 'invalid_format':
      return formWords(issue.format);
    case 'invalid_value':
      return VIOLATIONS.oneOf(issue.values.map(String));
    default:
      return VIOLATIONS.other;
  }
}

export function violation(field: string, languages: Bilingual, language: Language): Violation {
  return { field, message: languages[language], languages };
}

function isAbsent(body: unknown, path: readonly PropertyKey[]): boolean {
  let value: unknown = body;
  for (const key of path) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  }
  return value === undefined;
}

/** Every place where a body differs from its schema, in words of both languages. */
export function violationsOf(error: z.ZodError, body: unknown, language: Language): readonly Violation[] {
  return error.issues.map((issue) =>
    violation(issue.path.join('.'), wordsOf(issue, isAbsent(body, issue.path)), language),
  );
}
