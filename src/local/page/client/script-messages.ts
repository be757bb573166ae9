import type { Execution, Shown, Told } from '../../script-host/fakes/protocol.ts';

/** What a worker of the script is started with. */
export interface StartScript {
  readonly codeUrl: string;
  readonly workbook: string;
  readonly as: string;
  readonly execution: Execution;
}

/** What it says to the page. */
export type FromScript =
  | {
      readonly kind: 'shown';
      readonly shown: Shown;
      /** Where the script waits for the end of an alert. */
      readonly wait?: string;
    }
  | { readonly kind: 'ended'; readonly told: Told };
