import { OAuth2Client } from 'googleapis-common';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, runStandIn } from '../running-stand-in.ts';
import { newSpreadsheet, readValues, writeValues } from './new-spreadsheet.ts';

let running: Running;
beforeAll(async () => {
  running = await runStandIn();
});
afterAll(() => running.end());

const admin = async (method: string, path: string, body: unknown) => {
  const response = await fetch(new URL(path, running.standIn.rootUrl), {
    method,
    headers: { 'x-stand-in-admin': 'yes' },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as { readonly token?: string; readonly seeded?: number };
  return { status: response.status, body: answer };
};

const UNFORMATTED = '?valueRenderOption=UNFORMATTED_VALUE';

test('a formula shows the value it was given, as long as it stays the same formula', async () => {
  const id = await newSpreadsheet(running);
  await writeValues(running, id, 'A1', [['=SUM(B1:B9)', 'text']], 'USER_ENTERED');
  expect(await readValues(running, id, 'A1', UNFORMATTED)).toEqual([[0]]);
  const seed = (column: number) => ({
    spreadsheetId: id,
    sheetId: 0,
    values: [{ row: 0, column, effectiveValue: { numberValue: 7.5 } }],
  });
  expect((await admin('PUT', '/stand-in/formula-values', seed(1))).status).toBe(400);
  expect(await admin('PUT', '/stand-in/formula-values', seed(0))).toEqual({
    status: 200,
    body: { seeded: 1 },
  });
  expect(await readValues(running, id, 'A1', UNFORMATTED)).toEqual([[7.5]]);
  await writeValues(running, id, 'A1', [['=SUM(B1:B9)']], 'USER_ENTERED');
  expect(await readValues(running, id, 'A1', UNFORMATTED)).toEqual([[7.5]]);
  expect(await readValues(running, id, 'A1', '?valueRenderOption=FORMULA')).toEqual([['=SUM(B1:B9)']]);
  await writeValues(running, id, 'B1', [[3]]);
  expect(await readValues(running, id, 'A1', UNFORMATTED)).toEqual([[7.5]]);
  await writeValues(running, id, 'A1', [['=SUM(B1:B8)']], 'USER_ENTERED');
  expect(await readValues(running, id, 'A1', UNFORMATTED)).toEqual([[3]]);
});

test('an identity token of a local person passes Google’s own check and fails it for another audience', async () => {
  const request = { email: 'binh@stand-in.test', audience: 'https://recompute.test' };
  const { body } = await admin('POST', '/stand-in/identity-token', request);
  const issuer = running.standIn.rootUrl;
  const certs = (await (await fetch(new URL('certs', issuer))).json()) as Record<string, string>;
  const check = (token: string, audience: string) =>
    new OAuth2Client().verifySignedJwtWithCertsAsync(token, certs, audience, [issuer]);
  const ticket = await check(body.token ?? '', request.audience);
  expect(ticket.getPayload()).toMatchObject({
    email: 'binh@stand-in.test',
    email_verified: true,
    iss: issuer,
  });
  await expect(check(body.token ?? '', 'https://other.test')).rejects.toThrow(/Wrong recipient/);
  const late = await admin('POST', '/stand-in/identity-token', { ...request, lifetimeSeconds: -600 });
  await expect(check(late.body.token ?? '', request.audience)).rejects.toThrow(/Token used too late/);
});

test('the service account gets its identity token from the metadata server', async () => {
  const path = '/computeMetadata/v1/instance/service-accounts/default/identity?audience=https://x.test';
  const response = await fetch(new URL(path, running.standIn.rootUrl), {
    headers: { 'metadata-flavor': 'Google' },
  });
  const claims = JSON.parse(Buffer.from((await response.text()).split('.')[1] ?? '', 'base64url').toString());
  expect(claims).toMatchObject({ aud: 'https://x.test', email: 'robot@stand-in.iam.test' });
  expect((await fetch(new URL(path, running.standIn.rootUrl))).status).toBe(403);
});
