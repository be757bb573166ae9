/** What must not be in a published file, by the kind of thing that was found. */
export const LEAK_KINDS = [
  'formula',
  'hidden-tab',
  'hidden-row',
  'hidden-column',
  'note',
  'comment',
  'link',
  'email',
  'contact',
  'self-assessment',
  'draft',
  'not-publishable',
  'foreign-tab',
  'foreign-cell',
  'beyond-results',
  'metadata',
  'named-range',
  'protected-range',
  'chart-source',
  'filter-view',
  'validation',
  'object',
  'file-field',
  'sharing',
  'copying',
] as const;
export type LeakKind = (typeof LEAK_KINDS)[number];

/** One thing that must not be in a published file, and where it is. */
export interface Leak {
  readonly kind: LeakKind;
  readonly tab?: string;
  /** In A1. */
  readonly cell?: string;
  /** What identifies it to the publisher: a name, an address, a tab. */
  readonly detail?: string;
}
