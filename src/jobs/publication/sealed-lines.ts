import type { Release, SealedLink } from '../../domain/release.ts';
import { canonicalCorrections } from '../../engine/canonical-release.ts';
import type { OutputContext } from '../../workbook/output/output-context.ts';
import { type CorrectionRow, restatedIn, restatedRow } from '../../workbook/publication/correction-rows.ts';
import { type ContactTexts, contactText } from '../../workbook/publication/leak-texts.ts';
import { withholdFromRows } from '../../workbook/publication/withhold.ts';
import { sha256 } from '../fingerprint.ts';

/** The lines of each release in the corrections log, by its number. */
export type Lines = ReadonlyMap<number, readonly CorrectionRow[]>;

/** The lines of a release: the hash that they ought to have, and the one that they have. */
export interface CheckedLines {
  readonly number: number;
  readonly expected: string;
  readonly found: string;
}

export function hashOfLines(rows: readonly CorrectionRow[]): string {
  return sha256(canonicalCorrections(rows));
}

function releasesOf(chain: readonly SealedLink[]): readonly Release[] {
  return chain.flatMap(({ link }) => (link.kind === 'release' ? [link] : []));
}

/**
 * Every release's lines against the hash that they were sealed with, or that a later release states which tells them
 * without texts that must not be public any more. Such a statement is itself among lines that are sealed, and counts
 * only as long as those are as they ought to be: the chain proves all of them, newest first.
 */
export function checkLines(chain: readonly SealedLink[], lines: Lines): readonly CheckedLines[] {
  const restated = new Map<number, string>();
  const newestFirst = releasesOf(chain).toReversed();
  const checked = newestFirst.map(({ number, hashes }): CheckedLines => {
    const rows = lines.get(number) ?? [];
    const [expected, found] = [restated.get(number) ?? hashes.corrections, hashOfLines(rows)];
    for (const { of, hash } of expected === found ? restatedIn(rows) : [])
      if (of < number && !restated.has(of)) restated.set(of, hash);
    return { number, expected, found };
  });
  return checked.toReversed();
}

/** Earlier lines as the next release tells them, and what it says of those that it tells otherwise. */
export interface ToldOn {
  readonly lines: Lines;
  readonly restated: readonly CorrectionRow[];
}

/**
 * A text that stood in the log when it was nobody's contact, and is one now, is not told on. Lines that somebody
 * changed by hand get no new hash: what is wrong with them stays visible.
 */
export function tellOn(
  chain: readonly SealedLink[],
  lines: Lines,
  contacts: ContactTexts,
  context: OutputContext,
): ToldOn {
  const told = checkLines(chain, lines).map(({ number, expected, found }) => {
    const { rows, cells } = withholdFromRows(lines.get(number) ?? [], contacts, context);
    const isStated = cells > 0 && expected === found;
    const restated = isStated ? [restatedRow({ of: number, cells, hash: hashOfLines(rows) }, context)] : [];
    return { number, rows, restated };
  });
  return {
    lines: new Map(told.map(({ number, rows }) => [number, rows])),
    restated: told.flatMap(({ restated }) => restated),
  };
}

/**
 * Contacts without what a publisher stated of themselves in the sealed chain, who publishes and why: it is public by
 * their own choice, and cannot be taken out of the chain.
 */
export function contactsBeside(contacts: ContactTexts, chain: readonly SealedLink[]): ContactTexts {
  const stated = chain.flatMap(({ link: { who, why } }) => [who, why].map(contactText));
  return contacts.filter((contact) => !stated.some((text) => text.includes(contact)));
}
