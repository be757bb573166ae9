import * as z from 'zod';
import { STATUSES } from './scoring-options.ts';

/** SHA-256 in hexadecimal. */
export const HashSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** What a release stands on and what it shows, each as a hash of its canonical text. */
const ReleaseHashesSchema = z.strictObject({
  /** Everything that was entered. */
  inputs: HashSchema,
  /** The criteria sets alone. */
  rules: HashSchema,
  /** The settings alone. */
  options: HashSchema,
  /** Every point, index, rank and class of every unit. */
  results: HashSchema,
  /** Every cell of the published tabs, their status lines aside. */
  content: HashSchema,
  /** What changed for each unit against the release before. */
  corrections: HashSchema,
});

const linkFields = {
  /** Of releases: 1, 2, 3 …; a withdrawal bears the number of the release that it withdrew. */
  number: z.int().positive(),
  /** In UTC, to the second: 2026-11-23T02:15:02Z. */
  moment: z.iso.datetime(),
  /** Where the moment is told in local time, so that every host words it alike. */
  timeZone: z.string(),
  /** Who answers for it, in public words: an office or a person, never an address. */
  who: z.string().min(1),
  /** The reason, in public words. */
  why: z.string(),
  /** The hash of the link before; null for the first one. */
  previous: HashSchema.nullable(),
};

/** One publication of results. */
export const ReleaseSchema = z.strictObject({
  kind: z.literal('release'),
  ...linkFields,
  status: z.enum(STATUSES),
  /** The keys of the published tabs, in their order. */
  tabs: z.array(z.string()),
  hashes: ReleaseHashesSchema,
  /** The version of the product that computed it. */
  product: z.string(),
});
export type Release = z.infer<typeof ReleaseSchema>;

/** The moment from which on a release is open to nobody. */
const WithdrawalSchema = z.strictObject({ kind: z.literal('withdrawal'), ...linkFields });
export type Withdrawal = z.infer<typeof WithdrawalSchema>;

/** Releases and withdrawals make one chain: each link names the hash of the one before, so none can be changed silently. */
export const ChainLinkSchema = z.discriminatedUnion('kind', [ReleaseSchema, WithdrawalSchema]);
export type ChainLink = z.infer<typeof ChainLinkSchema>;

/** A link with its own hash, as it stands in a log. */
export interface SealedLink {
  readonly link: ChainLink;
  readonly hash: string;
}

/** The newest release of a chain; undefined before the first. */
export function newestRelease(chain: readonly SealedLink[]): Release | undefined {
  for (const { link } of chain.toReversed()) if (link.kind === 'release') return link;
  return undefined;
}
