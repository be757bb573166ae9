import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from './accounts.ts';

const KEY_FILE = 'issuer-key.pem';
const KEY_ID = 'stand-in-1';
const DEFAULT_LIFETIME_SECONDS = 3600;

export interface TokenRequest {
  readonly account: Account;
  readonly audience: string;
  /** May be negative: an expired token for tests of what refuses it. */
  readonly lifetimeSeconds?: number;
}

/** Signs identity tokens as accounts.google.com does (RS256, OpenID Connect claims), under an issuer name of its own. */
export interface Issuer {
  /** What stands as `iss`: the server's own origin. */
  name(): string;
  identityToken(request: TokenRequest): string;
  /** The public key as a JSON Web Key set (Google: `/oauth2/v3/certs`). */
  keySet(): object;
  /** The public key in PEM by key id (Google: `/oauth2/v1/certs`). */
  pemCerts(): Readonly<Record<string, string>>;
}

/** The key lies in the store, so that tokens outlive a restart; it is made when it is first asked for. Outside it is of no worth. */
export function storedIssuer(directory: string, name: () => string, now: () => Date): Issuer {
  let known: KeyObject | undefined;
  const privateKey = (): KeyObject => {
    known ??= loadKey(join(directory, KEY_FILE));
    return known;
  };
  const publicKey = (): KeyObject => createPublicKey(privateKey());
  return {
    name,
    identityToken: (request) => signedToken(privateKey(), claimsOf(request, name(), now())),
    keySet: () => ({
      keys: [{ ...publicKey().export({ format: 'jwk' }), kid: KEY_ID, use: 'sig', alg: 'RS256' }],
    }),
    pemCerts: () => ({ [KEY_ID]: publicKey().export({ format: 'pem', type: 'spki' }).toString() }),
  };
}

function loadKey(path: string): KeyObject {
  if (existsSync(path)) return createPrivateKey(readFileSync(path, 'utf8'));
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  writeFileSync(path, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600 });
  return privateKey;
}

function claimsOf({ account, audience, lifetimeSeconds }: TokenRequest, issuer: string, now: Date): object {
  const issued = Math.floor(now.getTime() / 1000);
  const lifetime = lifetimeSeconds ?? DEFAULT_LIFETIME_SECONDS;
  return {
    iss: issuer,
    aud: audience,
    azp: audience,
    sub: account.email,
    email: account.email,
    email_verified: true,
    name: account.displayName,
    iat: issued + Math.min(0, lifetime) - (lifetime < 0 ? DEFAULT_LIFETIME_SECONDS : 0),
    exp: issued + lifetime,
  };
}

function signedToken(key: KeyObject, claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const content = `${part({ alg: 'RS256', typ: 'JWT', kid: KEY_ID })}.${part(claims)}`;
  return `${content}.${sign('RSA-SHA256', Buffer.from(content), key).toString('base64url')}`;
}
