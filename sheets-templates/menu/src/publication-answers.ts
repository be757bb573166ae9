import type { Move } from './answers.ts';

/** A result that may be published, and whether the draft shows it. */
export interface TabChoice {
  readonly key: string;
  readonly title: string;
  readonly chosen: boolean;
}

/** A published figure that a release changes, beside rank, index and class of units. */
export interface ChangedFigure {
  readonly tab: string;
  readonly code: string;
  readonly row: string;
  readonly column: string;
  readonly before: string | number | boolean | null;
  readonly after: string | number | boolean | null;
}

/** The parts of the answers of publish, withdraw and verify that the menu shows (docs/openapi.json has all of them). */
export interface Drafted {
  readonly outcome: 'draft';
  readonly draft: string;
  readonly number: number;
  readonly audience: string;
  readonly tabs: readonly { readonly key: string; readonly title: string }[];
  readonly choices: readonly TabChoice[];
  readonly corrections: readonly {
    readonly unitName: string;
    readonly rank: Move<number>;
    readonly index: Move<number>;
    readonly grade: Move<string>;
  }[];
  readonly figures: readonly ChangedFigure[];
  readonly moreFigures: number;
  readonly unproven?: number;
  readonly cells: readonly { readonly tab: string; readonly cells: number }[];
  readonly fileName: string;
  readonly serviceAccount: string;
  readonly resultsId?: string;
}

export interface Published {
  readonly outcome: 'published';
  readonly release: { readonly number: number; readonly hash: string };
  readonly resultsId: string;
  readonly address: string;
}

export interface Withdrawn {
  readonly number: number;
  readonly closed: number;
}

export interface Verified {
  readonly identical: boolean;
  readonly withdrawn: boolean;
  readonly release: { readonly number: number };
  readonly cells: number;
  readonly differences: readonly { readonly text: string }[];
  readonly more: number;
}

/** What is filled in in the dialog. */
export interface PublishForm {
  readonly audience: 'anyone' | 'domain' | 'people';
  readonly domain: string;
  readonly addresses: string;
  readonly copying: boolean;
  readonly provisional: boolean;
  /** Keys of the ticked tabs; null while no draft has told which there are. */
  readonly tabs: readonly string[] | null;
  readonly who: string;
  readonly why: string;
}

/** What the dialog sends when a draft is confirmed: all of the form, and what the draft said. */
export interface ConfirmForm extends PublishForm {
  readonly draft: string;
  /** The name for the results file; empty when there is one already. */
  readonly fileName: string;
  readonly serviceAccount: string;
}

/** What the dialog shows after each step. */
export interface DialogState {
  readonly ok: boolean;
  readonly title: string;
  readonly lines: readonly string[];
  /** Present while something can be confirmed. */
  readonly confirm?: { readonly draft: string; readonly fileName: string; readonly serviceAccount: string };
  /** Which tabs may be chosen. */
  readonly choices?: readonly TabChoice[];
  /** The address of what was published. */
  readonly address?: string;
}
