import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** The claims of an identity token; what is left out has its usual value. */
export interface TokenClaims {
  readonly email: string;
  readonly aud: string;
  readonly iss?: string;
  readonly sub?: string;
  readonly name?: string;
  readonly email_verified?: boolean;
  /** Seconds since the epoch. */
  readonly iat?: number;
  readonly exp?: number;
}

/**
 * Signs identity tokens as accounts.google.com does (RS256, OpenID Connect claims), under a name of its own: whoever checks
 * them runs the code that checks Google's.
 */
export interface Issuer {
  /** The claim iss of its tokens: the server's own address. The keys lie at `certs` below it. */
  readonly url: string;
  readonly keyId: string;
  /** The key that tokens are checked with, in PEM: anybody may know it. */
  readonly publicKey: string;
  readonly sign: (claims: TokenClaims) => string;
  /** The public key by key id (Google: `/oauth2/v1/certs`). */
  readonly pemCerts: () => Readonly<Record<string, string>>;
  /** The public key as a JSON Web Key set (Google: `/oauth2/v3/certs`). */
  readonly keySet: () => object;
}

const LIFETIME_SECONDS = 3600;

interface Keys {
  readonly id: string;
  readonly pem: string;
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

/** A new key at each start: a token of yesterday is worth nothing today. Made when it is first asked for. */
export function newIssuer(url: () => string, now: () => Date): Issuer {
  let known: Keys | undefined;
  const keys = (): Keys => {
    known ??= newKeys();
    return known;
  };
  return {
    get url() {
      return url();
    },
    get keyId() {
      return keys().id;
    },
    get publicKey() {
      return keys().pem;
    },
    sign: (claims) => signedToken(keys(), { ...usualClaims(claims, url(), now()), ...claims }),
    pemCerts: () => ({ [keys().id]: keys().pem }),
    keySet: () => ({
      keys: [{ ...keys().publicKey.export({ format: 'jwk' }), kid: keys().id, use: 'sig', alg: 'RS256' }],
    }),
  };
}

function newKeys(): Keys {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = publicKey.export({ format: 'pem', type: 'spki' }).toString();
  return { id: createHash('sha256').update(pem).digest('hex').slice(0, 16), pem, publicKey, privateKey };
}

function usualClaims({ email, aud }: TokenClaims, iss: string, now: Date): object {
  const iat = Math.floor(now.getTime() / 1000);
  const sub = createHash('sha256').update(String(email)).digest('hex').slice(0, 21);
  return { iss, azp: aud, sub, email_verified: true, iat, exp: iat + LIFETIME_SECONDS };
}

function signedToken({ id, privateKey }: Keys, claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const content = `${part({ alg: 'RS256', kid: id, typ: 'JWT' })}.${part(claims)}`;
  return `${content}.${sign('RSA-SHA256', Buffer.from(content), privateKey).toString('base64url')}`;
}
