import type { MessagePort } from 'node:worker_threads';

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
