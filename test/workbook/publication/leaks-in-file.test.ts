import { expect, test } from 'vitest';
import type { DescribedShare } from '../../../src/domain/file-description.ts';
import { isGranted, isKeeper } from '../../../src/workbook/publication/leaks-in-file.ts';

const ROBOT = 'robot@par-index.test';
const share = (changes: Partial<DescribedShare>): DescribedShare => ({
  id: '1',
  type: 'anyone',
  role: 'reader',
  to: '',
  discoverable: false,
  ...changes,
});

test.each([
  ['the link, to read', {}, true],
  ['the link, to comment', { role: 'commenter' }, false],
  ['the link, to write', { role: 'writer' }, false],
  ['the link, found by search engines', { discoverable: true }, false],
  ['a domain instead', { type: 'domain', to: 'province.test' }, false],
  ['a person instead', { type: 'user', to: 'a@province.test' }, false],
] as const)('where anyone with the link may read, a share with %s is told apart', (_, changes, isMeant) => {
  expect(isGranted(share(changes), [{ type: 'anyone' }])).toBe(isMeant);
});

test('people and domains are told apart whatever their case; the same name of another kind is not meant', () => {
  const readers = [
    { type: 'user', address: 'a@province.test' },
    { type: 'domain', domain: 'province.test' },
  ] as const;
  expect(isGranted(share({ type: 'user', to: 'A@Province.test' }), readers)).toBe(true);
  expect(isGranted(share({ type: 'domain', to: 'Province.TEST' }), readers)).toBe(true);
  expect(isGranted(share({ type: 'group', to: 'a@province.test' }), readers)).toBe(false);
  expect(isGranted(share({ type: 'user', to: 'b@province.test' }), readers)).toBe(false);
});

test('a file’s keepers are its owner, and the functions’ account that writes it', () => {
  const isKept = (changes: Partial<DescribedShare>) => isKeeper(share({ type: 'user', ...changes }), ROBOT);
  expect(isKept({ role: 'owner', to: 'a@province.test' })).toBe(true);
  expect(isKept({ role: 'writer', to: 'Robot@par-index.test' })).toBe(true);
  expect(isKept({ role: 'writer', to: 'a@province.test' })).toBe(false);
  expect(isKept({ role: 'reader', to: ROBOT })).toBe(false);
  expect(isKept({ type: 'group', role: 'writer', to: ROBOT })).toBe(false);
});
