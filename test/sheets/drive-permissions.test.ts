import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { makeReadPermissions } from '../../src/sheets/drive-permissions.ts';
import { bearerAuth } from '../../src/sheets/google-auth.ts';

/** A Drive that gives the scripted answers one after another. */
async function driveThatAnswers(...answers: readonly (readonly [number, unknown])[]) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const [status, body] = answers[asked.length - 1] ?? [500, {}];
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const rootUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const auth = bearerAuth(async () => ({ accessToken: 'token', expiresAt: Date.now() + 3_600_000 }));
  return { asked, server, read: makeReadPermissions({ auth, rootUrl }) };
}

test('shares are read to the last page, and no more of them than role and address', async () => {
  const drive = await driveThatAnswers(
    [
      200,
      {
        permissions: [{ id: '1', type: 'user', role: 'owner', emailAddress: 'a@b.test' }],
        nextPageToken: 'p',
      },
    ],
    [200, { permissions: [{ id: '2', type: 'domain', role: 'reader', domain: 'b.test' }] }],
  );
  expect(await drive.read('file')).toEqual([
    { type: 'user', role: 'owner', emailAddress: 'a@b.test' },
    { type: 'domain', role: 'reader', domain: 'b.test' },
  ]);
  drive.server.close();
  const [first, second] = drive.asked.map((url) => new URL(url, 'http://drive.test'));
  expect([first?.pathname, second?.searchParams.get('pageToken')]).toEqual([
    '/drive/v3/files/file/permissions',
    'p',
  ]);
  expect(first?.searchParams.get('fields')).toBe('nextPageToken,permissions(type,role,emailAddress,domain)');
});

test('a file that is not shared with the functions’ account fails as an unknown one, after one try', async () => {
  const error = { code: 404, message: 'File not found: file.', errors: [{ reason: 'notFound' }] };
  const drive = await driveThatAnswers([404, { error }]);
  await expect(drive.read('file')).rejects.toMatchObject({ failure: { kind: 'not-found' } });
  drive.server.close();
  expect(drive.asked).toHaveLength(1);
});

test('no address but Google’s and this machine’s is ever asked', () => {
  const auth = bearerAuth(async () => ({ accessToken: 'token', expiresAt: 0 }));
  expect(() => makeReadPermissions({ auth, rootUrl: 'https://drive.evil.test/' })).toThrow(/loopback/);
});
