import { type Issue, isBlocking } from './issue.ts';

/** The outcome of reading something that people typed: a value with remarks, or everything that is wrong. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly [Issue, ...Issue[]] };

/** The value with its remarks when no issue is blocking; otherwise all issues and no value. */
export function checked<T>(value: T, issues: readonly Issue[]): Checked<T> {
  const [first, ...rest] = issues;
  if (first === undefined || !issues.some(isBlocking)) return { ok: true, value, issues };
  return { ok: false, issues: [first, ...rest] };
}

/** The same outcome with issues found elsewhere put before its own; a blocking one takes the value away. */
export function withIssues<T>(result: Checked<T>, found: readonly Issue[]): Checked<T> {
  if (result.ok) return checked(result.value, [...found, ...result.issues]);
  const [first, ...rest] = [...found, ...result.issues];
  return first === undefined ? result : { ok: false, issues: [first, ...rest] };
}
