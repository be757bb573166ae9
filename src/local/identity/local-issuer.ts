import { createHash, createSign, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The claims of an identity token; what is left out has its usual value. */
export interface TokenClaims {
  readonly email: string;
  readonly aud: string;
  readonly iss?: string;
  readonly email_verified?: boolean;
  /** Seconds since the epoch. */
  readonly iat?: number;
  readonly exp?: number;
}

/** Issues identity tokens on this machine as Google does, so that their check is never switched off. */
export interface LocalIssuer {
  /** The claim iss of its tokens; its keys lie at certs below it. */
  readonly url: string;
  readonly sign: (claims: TokenClaims) => string;
  /** The key that tokens are checked with: anyone may know it. */
  readonly publicKey: string;
  readonly keyId: string;
  readonly close: () => Promise<void>;
}

const LOOPBACK = '127.0.0.1';
const LIFETIME_SECONDS = 3600;

function encode(part: unknown): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

/** A new RSA key at each start: a token of yesterday is worth nothing today. */
export async function startLocalIssuer(): Promise<LocalIssuer> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const keyId = createHash('sha256').update(pem).digest('hex').slice(0, 16);
  const server = createServer((request, response) => {
    const isCerts = request.url === '/certs';
    response.writeHead(isCerts ? 200 : 404, {
      'content-type': 'application/json',
      'cache-control': 'public, max-age=3600',
    });
    response.end(isCerts ? JSON.stringify({ [keyId]: pem }) : '{}');
  });
  server.listen(0, LOOPBACK);
  await once(server, 'listening');
  const url = `http://${LOOPBACK}:${(server.address() as AddressInfo).port}/`;
  return {
    url,
    keyId,
    publicKey: pem,
    sign: (claims) => {
      const now = Math.floor(Date.now() / 1000);
      const subject = createHash('sha256').update(String(claims.email)).digest('hex').slice(0, 21);
      const usual = { iss: url, sub: subject, email_verified: true, iat: now, exp: now + LIFETIME_SECONDS };
      const head = encode({ alg: 'RS256', kid: keyId, typ: 'JWT' });
      const signed = `${head}.${encode({ ...usual, ...claims })}`;
      const signature = createSign('RSA-SHA256').update(signed).sign(privateKey).toString('base64url');
      return `${signed}.${signature}`;
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
