import type { ChainLink, SealedLink } from '../../domain/release.ts';
import { canonicalLink } from '../../engine/canonical-release.ts';
import type { ParsedChain } from '../../workbook/publication/chain-table.ts';
import { sha256 } from '../fingerprint.ts';

/** A link with the hash of all that it states, the hash of the link before included. */
export function seal(link: ChainLink): SealedLink {
  return { link, hash: sha256(canonicalLink(link)) };
}

/** Where a chain is broken: a link was changed, taken out, put in or cannot be read. */
export interface ChainFault {
  readonly kind: 'changed' | 'torn' | 'misnumbered' | 'unreadable';
  /** The release; for a row that cannot be read, its number as people count rows. */
  readonly number: number;
}

function faultsAt(chain: readonly SealedLink[], index: number): readonly ChainFault[] {
  const [before, sealed] = [chain[index - 1], chain[index]];
  if (sealed === undefined) return [];
  const { link, hash } = sealed;
  const releasesBefore = chain.slice(0, index).filter((each) => each.link.kind === 'release').length;
  const number = link.kind === 'release' ? releasesBefore + 1 : releasesBefore;
  const isTorn = link.previous !== (before?.hash ?? null);
  return [
    ...(seal(link).hash === hash ? [] : [{ kind: 'changed', number: link.number } as const]),
    ...(isTorn ? [{ kind: 'torn', number: link.number } as const] : []),
    ...(link.number === number ? [] : [{ kind: 'misnumbered', number: link.number } as const]),
  ];
}

/** Everything by which a chain shows that it was tampered with; none for a chain as it was made. */
export function chainFaults({ chain, unreadable }: ParsedChain): readonly ChainFault[] {
  return [
    ...chain.flatMap((_, index) => faultsAt(chain, index)),
    ...unreadable.map((row): ChainFault => ({ kind: 'unreadable', number: row + 1 })),
  ];
}
