import type { Language } from '../../../src/domain/language.ts';

/** The parts of the functions’ answers that the menu shows (docs/openapi.json has all of them). */
export interface Move<T> {
  readonly before?: T;
  readonly after?: T;
}

export interface Change {
  readonly unitName: string;
  readonly rank: Move<number>;
  readonly index: Move<number>;
  readonly grade: Move<string>;
  readonly figures: readonly (Move<number> & { readonly header: string })[];
  readonly causes?: readonly {
    readonly component: string;
    readonly tab?: string;
    readonly cell?: string;
    readonly before: string;
    readonly after: string;
    readonly effect?: number;
  }[];
}

export interface Counts {
  readonly errors: number;
  readonly warnings: number;
}

export interface Recomputed {
  readonly outcome: string;
  readonly units: number;
  readonly ranked: number;
  /** Units without a place because marks are lacking. */
  readonly incomplete: number;
  readonly issues: Counts;
  readonly changes: readonly Change[];
}

export interface Previewed {
  readonly units: number;
  readonly compared: boolean;
  readonly changes: readonly Change[];
}

export interface Checked {
  readonly counts: Counts;
  readonly unfinished?: { readonly units: number; readonly marks: number };
  readonly issues: readonly {
    readonly tab: string;
    readonly cell?: string;
    readonly problem: string;
    readonly remedy: string;
  }[];
}

interface JobTimes {
  readonly elapsedMs: number;
  readonly mine: boolean;
}

export type EndedJob =
  | (JobTimes & {
      readonly outcome: 'recomputed';
      readonly units: number;
      readonly ranked: number;
      readonly incomplete: number;
      readonly issues: number;
      readonly changes: readonly Pick<Change, 'unitName' | 'rank'>[];
    })
  | (JobTimes & { readonly outcome: 'refused'; readonly title: string; readonly detail: string })
  | (JobTimes & { readonly outcome: 'cancelled' | 'not-queued' | 'lost' });

export interface Status {
  readonly results: 'none' | 'current' | 'stale';
  /** Of the workbook, as its Settings tab states it. */
  readonly language: Language;
  readonly running: readonly {
    readonly runId: string;
    readonly phase: string;
    readonly percent: number;
    readonly units?: number;
    readonly elapsedMs: number;
    readonly mine: boolean;
    readonly stoppable: boolean;
  }[];
  readonly runs: readonly {
    readonly when: string;
    readonly who: string;
    readonly outcome: string;
    readonly milliseconds: number;
  }[];
  /** The newest work that was put off, once it has ended. */
  readonly job?: EndedJob;
  /** What Google still gives the functions' account within the minute. */
  readonly left?: { readonly reads: number; readonly writes: number };
}
