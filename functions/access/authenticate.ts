import type { Identity, IdentityVerifier, TokenRefusal } from '../../src/sheets/verify-identity.ts';
import type { Caller } from './caller.ts';

/** Why a call has no caller. None of them holds any part of the token but a client id that Google vouches for. */
export type IdentityRefusal =
  | { readonly kind: 'no-token' }
  | { readonly kind: TokenRefusal }
  | { readonly kind: 'wrong-audience'; readonly audience: string }
  | { readonly kind: 'unverified-email' }
  | { readonly kind: 'wrong-domain' };

export type Authenticated =
  | { readonly ok: true; readonly caller: Caller }
  | { readonly ok: false; readonly refusal: IdentityRefusal };

export type Authenticate = (authorization: string | undefined) => Promise<Authenticated>;

/** Whose tokens are taken: those made for the menu scripts, and those of the queue's own account. */
export interface IdentityPolicy {
  readonly audiences: readonly string[];
  readonly domains: readonly string[];
  readonly queue?: { readonly audience: string; readonly account: string };
}

function refused(refusal: IdentityRefusal): Authenticated {
  return { ok: false, refusal };
}

function isInDomains(email: string, domains: readonly string[]): boolean {
  return domains.length === 0 || domains.includes(email.slice(email.lastIndexOf('@') + 1));
}

/** Whom an authentic token stands for under the policy. */
function callerOf({ email, emailVerified, audience }: Identity, policy: IdentityPolicy): Authenticated {
  const { audiences, domains, queue } = policy;
  const isQueue = queue !== undefined && audience === queue.audience;
  if (!isQueue && !audiences.includes(audience)) return refused({ kind: 'wrong-audience', audience });
  if (!emailVerified) return refused({ kind: 'unverified-email' });
  if (isQueue) {
    return email === queue.account
      ? { ok: true, caller: { kind: 'service', email } }
      : refused({ kind: 'wrong-audience', audience });
  }
  return isInDomains(email, domains)
    ? { ok: true, caller: { kind: 'person', email } }
    : refused({ kind: 'wrong-domain' });
}

/**
 * Who calls, by the identity token in the Authorization header. A token made for the queue's audience speaks for
 * the queue's account alone, so that nobody's token for the functions' address becomes a person's.
 */
export function makeAuthenticate(verify: IdentityVerifier, policy: IdentityPolicy): Authenticate {
  if (policy.audiences.length === 0)
    throw new Error('a list of audiences is needed: an empty one accepts any token');
  return async (authorization) => {
    const [, token] = /^Bearer +(\S+)$/i.exec(authorization ?? '') ?? [];
    if (token === undefined) return refused({ kind: 'no-token' });
    const verdict = await verify(token);
    return verdict.ok ? callerOf(verdict.identity, policy) : refused({ kind: verdict.refusal });
  };
}
