import { expect, test } from 'vitest';
import { makeFindRole, roleOf } from '../../../functions/access/workbook-roles.ts';
import type { FilePermission } from '../../../src/sheets/drive-permissions.ts';

const EMAIL = 'an@tinh.gov.test';
const user = (role: string, emailAddress = EMAIL): FilePermission => ({ type: 'user', role, emailAddress });

test.each<readonly [string, readonly FilePermission[], string | undefined]>([
  ['nobody’s share', [], undefined],
  ['a share of somebody else', [user('writer', 'binh@tinh.gov.test')], undefined],
  ['a reader’s share', [user('reader')], 'reader'],
  ['the owner’s share', [user('owner')], 'writer'],
  ['an address in capitals', [user('writer', 'An@Tinh.gov.test')], 'writer'],
  ['two shares, of which the stronger counts', [user('writer'), user('reader')], 'writer'],
  ['a share with the domain', [{ type: 'domain', role: 'writer', domain: 'tinh.gov.test' }], 'writer'],
  [
    'a share with a domain of similar name',
    [{ type: 'domain', role: 'writer', domain: 'gov.test' }],
    undefined,
  ],
  ['a link that anyone may follow', [{ type: 'anyone', role: 'writer' }], undefined],
  ['a share with a group', [{ type: 'group', role: 'writer', emailAddress: EMAIL }], undefined],
  ['a role that is not known', [user('overlord')], undefined],
])('%s gives its role', (_, permissions, role) => {
  expect(roleOf(permissions, EMAIL)).toBe(role);
});

test('a share that was taken away ends within a minute, and a new one works at once', async () => {
  let clock = 0;
  let permissions = [user('writer')];
  let asked = 0;
  const findRole = makeFindRole(
    async () => {
      asked += 1;
      return permissions;
    },
    () => clock,
  );
  const ask = () => findRole({ spreadsheetId: 'id', email: EMAIL, needed: 'writer' });
  expect(await ask()).toBe('writer');
  permissions = [user('reader')];
  clock = 59_999;
  expect([await ask(), asked]).toEqual(['writer', 1]);
  clock = 60_000;
  expect([await ask(), asked]).toEqual(['reader', 2]);
  permissions = [user('writer')];
  expect([await ask(), asked]).toEqual(['writer', 3]);
});
