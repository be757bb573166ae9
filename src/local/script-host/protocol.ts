import type { MessagePort } from 'node:worker_threads';

/** What the script asks of the world outside, and waits for. */
export type Ask =
  | {
      readonly kind: 'fetch';
      readonly url: string;
      readonly method: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly body?: string;
    }
  | { readonly kind: 'get-property'; readonly name: string }
  | { readonly kind: 'set-property'; readonly name: string; readonly value: string }
  | { readonly kind: 'identity-token' }
  | { readonly kind: 'show'; readonly shown: Shown };

/** What a person sees. */
export type Shown =
  | {
      readonly kind: 'menu';
      readonly title: string;
      readonly items: readonly { readonly caption: string; readonly functionName: string }[];
    }
  | { readonly kind: 'toast'; readonly text: string; readonly title: string; readonly seconds: number }
  | { readonly kind: 'alert'; readonly title: string; readonly text: string }
  | { readonly kind: 'sidebar'; readonly title: string; readonly html: string }
  | {
      readonly kind: 'dialog';
      readonly title: string;
      readonly html: string;
      readonly width: number;
      readonly height: number;
    };

export interface Fetched {
  readonly status: number;
  readonly text: string;
}

/** An answer as it comes back to the script; a failure throws there. */
export type Told =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string };

/** What a worker is started with. */
export interface WorkerData {
  readonly code: string;
  readonly sheetsUrl: string;
  readonly accessToken: string;
  readonly spreadsheetId: string;
  readonly port: MessagePort;
  /** Raised by the world outside when an answer lies in the port. */
  readonly flag: SharedArrayBuffer;
}

/** One execution of a function of the script, as Apps Script has it: nothing is left of the one before. */
export interface Execution {
  readonly functionName: string;
  readonly argument?: unknown;
  /** Present for onEdit: which cell was edited. */
  readonly edited?: { readonly sheetId: number; readonly row: number; readonly column: number };
}
