import type { Caller } from './caller.ts';
import type { Policy } from './policies.ts';
import { type FindRole, isAtLeast } from './workbook-roles.ts';

export type Authorised =
  | { readonly ok: true }
  /** `unseen`: to this caller the workbook does not exist, whether it does or not. */
  | { readonly ok: false; readonly refusal: 'unseen' | 'not-a-writer' | 'not-a-publisher' | 'not-for-queue' };

export interface AccessQuestion {
  readonly caller: Caller;
  readonly policy: Policy;
  readonly spreadsheetId: string;
}

export type Authorise = (question: AccessQuestion) => Promise<Authorised>;

/**
 * What the caller may do with this workbook. The queue is believed: only the functions, with their own
 * credentials, put work into it, and they asked this question about the person before they did.
 */
export function makeAuthorise(findRole: FindRole, publishers: readonly string[]): Authorise {
  return async ({ caller, policy, spreadsheetId }) => {
    if (caller.kind === 'service')
      return policy.queue ? { ok: true } : { ok: false, refusal: 'not-for-queue' };
    const role = await findRole({ spreadsheetId, email: caller.email, needed: policy.role });
    if (role === undefined) return { ok: false, refusal: 'unseen' };
    if (!isAtLeast(role, policy.role)) return { ok: false, refusal: 'not-a-writer' };
    if (policy.publisher && !publishers.includes(caller.email))
      return { ok: false, refusal: 'not-a-publisher' };
    return { ok: true };
  };
}
