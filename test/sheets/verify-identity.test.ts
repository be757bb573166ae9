import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Issuer } from '../../src/local/stand-in/identity/issuer.ts';
import { type StandIn, startStandIn } from '../../src/local/stand-in/stand-in.ts';
import { makeIdentityVerifier } from '../../src/sheets/verify-identity.ts';
import { temporaryFolder } from '../temporary-folder.ts';

let standIn: StandIn;
let issuer: Issuer;

beforeAll(async () => {
  standIn = await startStandIn({ port: 0, storeDir: await temporaryFolder() });
  ({ issuer } = standIn);
});

afterAll(() => standIn.close());

const verifier = (certsUrl = `${issuer.url}certs`) =>
  makeIdentityVerifier({ issuers: [issuer.url], certsUrl });

test('a good token gives address, audience and whether the address is verified', async () => {
  const token = issuer.sign({ email: 'An@Tinh.gov.test', aud: 'client', email_verified: false });
  expect(await verifier()(token)).toEqual({
    ok: true,
    identity: { email: 'an@tinh.gov.test', emailVerified: false, audience: 'client' },
  });
});

test('five minutes between two clocks are borne, six are not', async () => {
  const now = Math.floor(Date.now() / 1000);
  const verify = verifier();
  const endedAgo = (seconds: number) =>
    issuer.sign({ email: 'an@tinh.gov.test', aud: 'client', iat: now - 4000, exp: now - seconds });
  expect(await verify(endedAgo(240))).toMatchObject({ ok: true });
  expect(await verify(endedAgo(360))).toEqual({ ok: false, refusal: 'expired' });
});

test.each(['', '..', 'a.b.c', `${Buffer.from('null').toString('base64url')}.e30.x`])(
  'what is no token, such as “%s”, is refused and never throws',
  async (token) => {
    expect(await verifier()(token)).toEqual({ ok: false, refusal: 'malformed' });
  },
);

test('a token without an address is refused', async () => {
  const token = issuer.sign({ email: undefined as unknown as string, aud: 'client' });
  expect(await verifier()(token)).toEqual({ ok: false, refusal: 'malformed' });
});

test('while the issuer’s keys cannot be fetched nobody is let in and nobody is called a forger', async () => {
  const token = issuer.sign({ email: 'an@tinh.gov.test', aud: 'client' });
  expect(await verifier('http://127.0.0.1:9/certs')(token)).toEqual({
    ok: false,
    refusal: 'keys-unavailable',
  });
});
