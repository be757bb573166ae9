import type { SpreadsheetFailure } from './spreadsheet-failure.ts';

/** What has to be in order before anything can be recomputed. */
export const DOOR_CHECKS = [
  'sign-in',
  'reach',
  'clock',
  'locale',
  'roles',
  'invited',
  'edit',
  'quota',
] as const;
export type DoorCheck = (typeof DOOR_CHECKS)[number];

/** What is believed of Google and cannot be known without an account (docs/unverified.md). */
export const ASSUMPTIONS = [
  'text-stays-text',
  'sheet-id-kept',
  'guard-refuses',
  'guard-refuses-at-once',
  'guard-read-back',
  'absent-guard',
  'absent-metadata',
  'append-grows',
  'grid-edge-refuses',
  'copy-keeps-text',
  'number-look',
  'held-line',
  'line-put-in',
  'line-moved',
  'rows-sorted',
] as const;
export type Assumption = (typeof ASSUMPTIONS)[number];

/** What one check found. */
export type Finding =
  | { readonly kind: 'holds'; readonly check: DoorCheck | Assumption; readonly seen?: string }
  | { readonly kind: 'fails'; readonly check: DoorCheck | Assumption; readonly seen: string }
  | {
      readonly kind: 'refused';
      readonly check: DoorCheck | Assumption;
      readonly failure: SpreadsheetFailure;
    };
