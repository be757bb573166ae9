import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** What keys and credentials of Google and others look like; written so that this file holds none of them. */
const SECRETS: Readonly<Record<string, RegExp>> = {
  'a private key': /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  'a key of a service account': /"private_key(_id)?"\s*:\s*"[^"]{16,}"/,
  'an API key': /\bAIza[0-9A-Za-z_-]{35}\b/,
  'an access token': /\bya29\.[0-9A-Za-z_-]{20,}/,
  'a refresh token': /\b1\/\/0[0-9A-Za-z_-]{30,}/,
  'the secret of an OAuth client': /\bGOCSPX-[0-9A-Za-z_-]{20,}/,
  'a signed token': /\beyJ[0-9A-Za-z_-]{16,}\.eyJ[0-9A-Za-z_-]{16,}\.[0-9A-Za-z_-]{16,}/,
};

/** What others made, and what is made on this machine. */
const NOT_OURS = new Set(['node_modules', 'dist', '.git', '.par-index', 'coverage']);

function filesUnder(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (NOT_OURS.has(entry.name)) return [];
    if (entry.isDirectory()) return filesUnder(path);
    return entry.isFile() ? [path] : [];
  });
}

/** The kinds of secret that a text holds. */
function secretsIn(text: string): readonly string[] {
  return Object.entries(SECRETS).flatMap(([kind, looks]) => (looks.test(text) ? [kind] : []));
}

test.each([
  ['a private key', `-----BEGIN RSA ${'PRIVATE KEY'}-----`],
  ['a key of a service account', `{"private_${'key'}": "${'x'.repeat(20)}"}`],
  ['an API key', `AI${'za'}${'x'.repeat(35)}`],
  ['an access token', `ya${'29'}.${'x'.repeat(30)}`],
  ['a refresh token', `1/${'/0'}${'x'.repeat(40)}`],
  ['the secret of an OAuth client', `GOC${'SPX'}-${'x'.repeat(24)}`],
  ['a signed token', `ey${'J'}${'x'.repeat(20)}.ey${'J'}${'x'.repeat(20)}.${'x'.repeat(20)}`],
])('%s would be found', (kind, text) => {
  expect(secretsIn(`const key = '${text}';`)).toContain(kind);
});

test('no file of the repository is or holds a key, a token or any other lasting credential', () => {
  const files = filesUnder('.');
  expect(files.length).toBeGreaterThan(1_000);
  const found = files.flatMap((file) =>
    secretsIn(readFileSync(join(ROOT, file), 'latin1')).map((kind) => `${file}: ${kind}`),
  );
  expect(found).toEqual([]);
  expect(
    files.filter((file) => /\.(pem|key|p12|pfx|jks)$|(^|\/)(\.env(\..*)?|\.clasprc\.json)$/.test(file)),
  ).toEqual([]);
});
