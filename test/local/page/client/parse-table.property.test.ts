import { fc, test } from '@fast-check/vitest';
import { test as example, expect } from 'vitest';
import { parseTable } from '../../../../src/local/page/client/parse-table.ts';

const quoted = (text: string) => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const entry = fc.string().map((text) => text.replace(/\r/g, ''));

test.prop([fc.array(fc.array(entry, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })])(
  'a table on the clipboard is read as it was written',
  (rows) => {
    fc.pre(rows.some((row) => row.some((each) => each !== '')) && rows.at(-1)?.join('') !== '');
    const text = rows.map((row) => row.map(quoted).join('\t')).join('\r\n');
    expect(parseTable(`${text}\r\n`)).toEqual(rows);
  },
);

example('a text that begins with a quote and is none is taken as it is', () => {
  expect(parseTable('"Tốt\tKhá')).toEqual([['"Tốt', 'Khá']]);
  expect(parseTable('')).toEqual([]);
});
