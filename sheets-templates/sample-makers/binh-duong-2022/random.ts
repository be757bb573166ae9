/** Another seed is another year; everything that is made up follows from it. */
const SEED = 'binh-duong-2022/2';

/** The last step of MurmurHash3: every bit of the result hangs on every bit that goes in. */
function mixed(bits: number): number {
  let hash = bits;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A whole number of 32 bits that changes wholly with every character. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) hash = mixed(hash ^ text.charCodeAt(place)) + place;
  return mixed(hash);
}

/**
 * A number from 0 up to 1 that follows from the seed and the keys alone: no draw depends on the order of the
 * others, so a change in one place moves nothing elsewhere.
 */
export function chance(...keys: readonly (string | number)[]): number {
  return hashOf([SEED, ...keys].join('|')) / 2 ** 32;
}

/** A whole number from the least to the most, both included. */
export function wholeBetween(
  [least, most]: readonly [least: number, most: number],
  ...keys: readonly (string | number)[]
): number {
  return least + Math.floor(chance(...keys) * (most - least + 1));
}
