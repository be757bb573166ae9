/** What keeps one file of a workbook from being read, and where in it; worded in offline-messages.ts. */
export interface FileProblem {
  readonly code: 'not-utf8' | 'broken-quotes' | 'other-separator' | 'not-a-file' | 'unreadable' | 'too-large';
  readonly file: string;
  /** The line where reading stopped, counted from 1. */
  readonly line?: number;
}
