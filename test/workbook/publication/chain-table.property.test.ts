import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import type { ChainLink, SealedLink } from '../../../src/domain/release.ts';
import { STATUSES } from '../../../src/domain/scoring-options.ts';
import { chainHeaders, chainRow, parseChain } from '../../../src/workbook/publication/chain-table.ts';
import { texts } from '../arbitraries.ts';

const hashes = fc.string({ minLength: 64, maxLength: 64, unit: fc.constantFrom(...'0123456789abcdef') });
const moments = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => `${date.toISOString().slice(0, 19)}Z`);

const common = {
  number: fc.integer({ min: 1, max: 99 }),
  moment: moments,
  timeZone: fc.constantFrom('Asia/Ho_Chi_Minh', 'Etc/GMT', ''),
  who: texts.filter((text) => text !== ''),
  why: texts,
  previous: fc.option(hashes),
};
const links: fc.Arbitrary<ChainLink> = fc.oneof(
  fc.record({ kind: fc.constant('withdrawal' as const), ...common }),
  fc.record({
    kind: fc.constant('release' as const),
    ...common,
    status: fc.constantFrom(...STATUSES),
    tabs: fc.array(texts, { maxLength: 4 }),
    hashes: fc.record({
      inputs: hashes,
      rules: hashes,
      options: hashes,
      results: hashes,
      content: hashes,
      corrections: hashes,
    }),
    product: fc.constantFrom('0.1.0', '12.3.4'),
  }),
);
const chains: fc.Arbitrary<readonly SealedLink[]> = fc.array(fc.record({ link: links, hash: hashes }), {
  maxLength: 5,
});

test.prop([chains, fc.constantFrom('vi', 'en'), fc.integer({ min: 0, max: 12 })])(
  'whatever chain is written into a tab is read back, in either language, below whatever stands above it',
  (chain, language, above) => {
    const grid = [
      ...Array.from({ length: above }, () => ['Cách kiểm tra kết quả']),
      chainHeaders(language),
      ...chain.map((sealed) => chainRow(sealed, language).map(({ value }) => value)),
    ];
    expect(parseChain(grid)).toEqual({ chain, unreadable: [] });
  },
);

test.prop([chains.filter((chain) => chain.length > 0), fc.constantFrom('moment', 'hash', 'number', 'event')])(
  'a row in which one of them is spoilt is told, not skipped',
  (chain, spoilt) => {
    const column = { event: 0, number: 1, moment: 2, hash: 16 }[spoilt] ?? 0;
    const rows = chain.map((sealed) => chainRow(sealed, 'vi').map(({ value }) => value));
    const grid = [chainHeaders('vi'), ...rows.map((row, i) => (i === 0 ? row.with(column, 'x') : row))];
    expect(parseChain(grid)).toEqual({ chain: chain.slice(1), unreadable: [1] });
  },
);
