import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import type { ChainLink, SealedLink } from '../../../src/domain/release.ts';
import { chainFaults, seal } from '../../../src/jobs/publication/seal.ts';

const HASH = 'a'.repeat(64);

/** A sound chain of releases and withdrawals in the given order. */
function chainOf(kinds: readonly ChainLink['kind'][]): readonly SealedLink[] {
  const chain: SealedLink[] = [];
  let number = 0;
  for (const kind of ['release' as const, ...kinds]) {
    number += kind === 'release' ? 1 : 0;
    const common = {
      number,
      moment: '2026-11-23T02:15:02Z',
      timeZone: 'Asia/Ho_Chi_Minh',
      who: 'Sở Nội vụ',
      why: `lý do ${number}`,
      previous: chain.at(-1)?.hash ?? null,
    };
    chain.push(
      seal(
        kind === 'withdrawal'
          ? { kind, ...common }
          : {
              kind,
              ...common,
              status: 'official',
              tabs: ['summary'],
              hashes: {
                inputs: HASH,
                rules: HASH,
                options: HASH,
                results: HASH,
                content: HASH,
                corrections: HASH,
              },
              product: '0.1.0',
            },
      ),
    );
  }
  return chain;
}

const chains = fc
  .array(fc.constantFrom('release' as const, 'withdrawal' as const), { maxLength: 6 })
  .map(chainOf);
const places = fc.nat();

test.prop([chains])('a chain as it was made has no fault', (chain) => {
  expect(chainFaults({ chain, unreadable: [] })).toEqual([]);
});

test.prop([chains, places, fc.constantFrom('who', 'why', 'moment', 'timeZone'), fc.string()])(
  'a word of any link that is changed is told',
  (chain, place, field, text) => {
    const at = place % chain.length;
    const changed = chain.map((sealed, i) =>
      i === at ? { ...sealed, link: { ...sealed.link, [field]: `${text}!` } } : sealed,
    );
    const faults = chainFaults({ chain: changed, unreadable: [] });
    expect(faults.map(({ kind }) => kind)).toContain('changed');
  },
);

test.prop([chains.filter((chain) => chain.length > 1), places])(
  'a link that is taken out is told, unless it is the newest',
  (chain, place) => {
    const at = place % (chain.length - 1);
    expect(chainFaults({ chain: chain.toSpliced(at, 1), unreadable: [] })).not.toEqual([]);
  },
);

test.prop([chains, places])('a link that is sealed anew tears the chain behind it', (chain, place) => {
  const at = place % chain.length;
  const forged = chain.map((sealed, i) => (i === at ? seal({ ...sealed.link, why: 'khác' }) : sealed));
  const faults = chainFaults({ chain: forged, unreadable: [] });
  expect(faults.map(({ kind }) => kind)).toEqual(at === chain.length - 1 ? [] : ['torn']);
});
