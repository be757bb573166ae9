import { expect, test } from 'vitest';
import { ratio } from '../../src/domain/ratio.ts';
import { readIndex } from '../../src/workbook/past-results-tab.ts';

test.for([
  ['86,471', ratio(86_471, 1000)],
  ['86.471%', ratio(86_471, 1000)],
  ['100,125', ratio(801, 8)],
] as const)('an index %s of three decimals can be one number only', ([text, index]) => {
  expect(readIndex(text)).toEqual({ kind: 'value', value: index });
});

test.for(['1,000', '1.000%'])('%s may be one percent or a thousand', (given) => {
  expect(readIndex(given)).toMatchObject({ kind: 'refused', detail: { code: 'ambiguous-number', given } });
});
