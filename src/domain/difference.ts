import type { Cell } from './grid.ts';
import type { Leak } from './leak.ts';

/** The hashes that a release states, as differences name them. */
export type StatedHash = 'inputs' | 'rules' | 'options' | 'results' | 'content' | 'corrections';

/** One way in which published results are not what the rules give, or not what was published. */
export type Difference =
  /** A link of the chain was changed, taken out, put in or cannot be read. */
  | {
      readonly kind: 'chain';
      readonly fault: 'changed' | 'torn' | 'misnumbered' | 'unreadable';
      readonly number: number;
    }
  /** A release in the file that the control workbook's log does not know, or the other way round. */
  | { readonly kind: 'unlogged' | 'unpublished'; readonly number: number }
  | {
      readonly kind: 'hash';
      readonly of: StatedHash;
      readonly number: number;
      readonly published: string;
      readonly recomputed: string;
    }
  | {
      readonly kind: 'cell';
      readonly tab: string;
      readonly cell: string;
      readonly published: Cell;
      readonly recomputed: Cell;
    }
  /** A cell whose value stands and is shown by another number pattern. */
  | {
      readonly kind: 'number-format';
      readonly tab: string;
      readonly cell: string;
      readonly published: string;
      readonly recomputed: string;
    }
  | { readonly kind: 'missing-tab' | 'foreign-tab'; readonly tab: string }
  /** A tab of results under another title. */
  | { readonly kind: 'renamed-tab'; readonly tab: string; readonly published: string }
  | { readonly kind: 'leak'; readonly leak: Leak };
