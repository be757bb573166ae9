import { OAuth2Client } from 'googleapis-common';

/** What Google vouches for in an identity token; whom it was made for is for the caller to judge. */
export interface Identity {
  readonly email: string;
  readonly emailVerified: boolean;
  /** The client that the token was made for: for a script, the id of its project’s OAuth client. */
  readonly audience: string;
}

/** Why a token is worth nothing. Never holds the token, nor a message that may hold it (docs/adr/0040). */
export type TokenRefusal =
  | 'malformed'
  | 'bad-signature'
  | 'too-early'
  | 'expired'
  | 'wrong-issuer'
  /** The keys of the issuer could not be fetched: nothing is known of the token. */
  | 'keys-unavailable';

export type IdentityVerdict =
  | { readonly ok: true; readonly identity: Identity }
  | { readonly ok: false; readonly refusal: TokenRefusal };

export type IdentityVerifier = (token: string) => Promise<IdentityVerdict>;

export interface IdentityVerifierOptions {
  /** Accepted values of the claim iss. */
  readonly issuers: readonly [string, ...string[]];
  /** Where the issuer’s keys lie, as a map from key id to PEM; Google’s own when absent. */
  readonly certsUrl?: string;
}

/** By the wording of the library, which gives its errors no code; checked against each of them in the tests. */
const REFUSALS: readonly (readonly [RegExp, TokenRefusal])[] = [
  [/^Token used too late/, 'expired'],
  [/^Token used too early/, 'too-early'],
  [/^Invalid issuer/, 'wrong-issuer'],
  [/^(Invalid token signature|No pem found)/, 'bad-signature'],
];

function refusalFor(error: unknown): TokenRefusal {
  const message = error instanceof Error ? error.message : '';
  return REFUSALS.find(([pattern]) => pattern.test(message))?.[1] ?? 'malformed';
}

/** Any algorithm but this one is refused before a key is chosen by it. */
function isRs256(token: string): boolean {
  try {
    const envelope: unknown = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString());
    return typeof envelope === 'object' && envelope !== null && 'alg' in envelope && envelope.alg === 'RS256';
  } catch {
    return false;
  }
}

/**
 * Checks signature, lifetime (with five minutes for clocks that differ) and issuer. The audience is left to the
 * policy, so that a token of an unknown script can be refused with the sentence that names its id: that id is
 * known to be true by then.
 */
export function makeIdentityVerifier({ issuers, certsUrl }: IdentityVerifierOptions): IdentityVerifier {
  const client = new OAuth2Client(
    certsUrl === undefined ? {} : { endpoints: { oauth2FederatedSignonPemCertsUrl: certsUrl } },
  );
  return async (token) => {
    if (!isRs256(token)) return { ok: false, refusal: 'malformed' };
    let certs: Awaited<ReturnType<OAuth2Client['getFederatedSignonCertsAsync']>>['certs'];
    try {
      ({ certs } = await client.getFederatedSignonCertsAsync());
    } catch {
      return { ok: false, refusal: 'keys-unavailable' };
    }
    try {
      const ticket = await client.verifySignedJwtWithCertsAsync(token, certs, undefined, [...issuers]);
      const { email, email_verified: emailVerified, aud } = ticket.getPayload() ?? {};
      if (typeof email !== 'string' || typeof aud !== 'string') return { ok: false, refusal: 'malformed' };
      const identity = { email: email.toLowerCase(), emailVerified: emailVerified === true, audience: aud };
      return { ok: true, identity };
    } catch (error) {
      return { ok: false, refusal: refusalFor(error) };
    }
  };
}
