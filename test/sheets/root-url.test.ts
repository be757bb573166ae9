import { expect, test } from 'vitest';
import { checkRootUrl } from '../../src/sheets/root-url.ts';

test.each([
  'https://sheets.googleapis.com/',
  'http://127.0.0.1:8080/',
  'http://localhost:9/',
  'http://[::1]:8080/',
])('calls may go to %s', (url) => {
  expect(checkRootUrl(url).href).toBe(url);
});

test.each([
  'http://sheets.googleapis.com/',
  'https://sheets.example.com/',
  'http://127.0.0.1.example.com/',
  'http://10.0.0.1/',
  'https://sheets.googleapis.com.example.com/',
  'file:///etc/passwd',
])('no token is ever sent to %s', (url) => {
  expect(() => checkRootUrl(url)).toThrow('must be https://sheets.googleapis.com/ or http on loopback');
});
