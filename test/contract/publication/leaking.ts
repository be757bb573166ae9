import type { Leak } from '../../../src/domain/leak.ts';
import type { PublishReport } from '../../../src/jobs/publication/publish-outcome.ts';
import type { PublicationWorld } from './publication-world.ts';
import { idOfTab, type Tampered } from './tampering.ts';

/** A results file that somebody tampers with. */
export function tampered(of: PublicationWorld, resultsId: string): Tampered {
  return { world: of, resultsId, tabId: (title) => idOfTab({ world: of, resultsId }, title) };
}

/** What stopped a publication; nothing when leaks did not. */
export function leaksOf({ outcome }: PublishReport): readonly Leak[] {
  return outcome.kind === 'refused' && outcome.refusal.kind === 'leaks-found' ? outcome.refusal.leaks : [];
}
