import { fc, test } from '@fast-check/vitest';
import { DOMParser } from '@xmldom/xmldom';
import { expect } from 'vitest';
import { xml, xmlText } from '../../../../src/local/stand-in/drive/export-xlsx/xml.ts';
import { unescapeText } from '../../../../src/offline/xlsx/escaped-text.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('_', 'x', '0', '4', '1', 'A', '\r', '\n', '\ud800', '<', '&') }),
);

test.prop([anyText])('any text comes back out of the XML as it went in, and so does an attribute', (text) => {
  const written = xml('a', { b: text }, xmlText(text));
  const onError = (level: string, message: string): never => {
    throw new Error(`${level}: ${message}`);
  };
  const root = new DOMParser({ onError }).parseFromString(written, 'text/xml').documentElement;
  expect(unescapeText(root?.textContent ?? '')).toBe(text);
  expect(unescapeText(root?.getAttribute('b') ?? '')).toBe(text);
});
