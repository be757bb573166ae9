import type { WorkbookRole } from './workbook-roles.ts';

/** Who may call a function. */
export interface Policy {
  /** The role on the workbook that a person needs. */
  readonly role: WorkbookRole;
  /** True when the person must besides be named as a publisher in the configuration. */
  readonly publisher: boolean;
  /** True when the queue may call it on a person's behalf. */
  readonly queue: boolean;
}

/** The names by which functions are called. A function without a policy does not compile. */
export const FUNCTION_NAMES = [
  'recompute',
  'preview',
  'check',
  'status',
  'cancel',
  'publish',
  'withdraw',
  'verify',
  'setup',
] as const;
export type FunctionName = (typeof FUNCTION_NAMES)[number];

/** Writers compute and verify; only named people publish and begin a year; whoever may read a workbook may read its log (docs/configuration.md). */
export const POLICIES: Readonly<Record<FunctionName, Policy>> = {
  recompute: { role: 'writer', publisher: false, queue: true },
  preview: { role: 'writer', publisher: false, queue: false },
  check: { role: 'writer', publisher: false, queue: false },
  status: { role: 'reader', publisher: false, queue: false },
  cancel: { role: 'writer', publisher: false, queue: false },
  publish: { role: 'writer', publisher: true, queue: false },
  withdraw: { role: 'writer', publisher: true, queue: false },
  verify: { role: 'writer', publisher: false, queue: false },
  setup: { role: 'writer', publisher: true, queue: false },
};
