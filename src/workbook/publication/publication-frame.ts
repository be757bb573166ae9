import type { SealedLink } from '../../domain/release.ts';
import type { OutputContext } from '../output/output-context.ts';

/** What every tab of a results file is told. */
export interface PublicationFrame {
  readonly context: OutputContext;
  /** The line over the figures: which release they are of, or that it was withdrawn. */
  readonly status: string;
  /** Oldest first; the newest link is the one that is being published. */
  readonly chain: readonly SealedLink[];
  /** A link's moment as people in its time zone write it. */
  readonly shownMoment: (sealed: SealedLink) => string;
}
