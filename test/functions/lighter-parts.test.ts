import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { LIGHTER, neverModule } from '../../lighter-parts.ts';

function load(name: string): Record<string, unknown> {
  const exports = {};
  runInNewContext(LIGHTER[name] ?? '', { exports, encodeURIComponent, Error });
  return exports;
}

test('query strings hold lists as repeated parameters, skip what is absent, and can be read back', () => {
  const stringify = load('qs')['stringify'] as (params: object, options: object) => string;
  const params = {
    ranges: ["'Thẩm định – huyen'!A1:C9", "'It''s'!A1"],
    fields: 'sheets(properties(sheetId,title))',
    prettyPrint: false,
    pageSize: 100,
    pageToken: undefined,
  };
  const text = stringify(params, { arrayFormat: 'repeat' });
  expect([...new URLSearchParams(text)]).toEqual([
    ['ranges', "'Thẩm định – huyen'!A1:C9"],
    ['ranges', "'It''s'!A1"],
    ['fields', 'sheets(properties(sheetId,title))'],
    ['prettyPrint', 'false'],
    ['pageSize', '100'],
  ]);
});

test('what the functions never do fails by name instead of doing something else', () => {
  const { GoogleToken } = load('gtoken') as { GoogleToken: new () => unknown };
  const { HttpsProxyAgent } = load('https-proxy-agent') as { HttpsProxyAgent: new () => unknown };
  expect(() => new GoogleToken()).toThrow('no key files here');
  expect(() => new HttpsProxyAgent()).toThrow('no proxies here');
});

test('a module that is never come to exports all that it did, and throws whatever is called', () => {
  const left = neverModule('export const a = 1;\nexport async function b() {}\nconst c = 2;\n');
  expect(left).toMatch(/export { never as a, never as b };$/);
  const module: { exports: { c?: () => void } } = { exports: {} };
  runInNewContext(neverModule('exports.c = 1;'), { module, Proxy, Error });
  expect(module.exports.c).toThrow('left out of the bundle');
});
