import { STAGES, type Stage } from '../domain/assessment.ts';
import { type CriteriaSetId, CriteriaSetIdSchema } from '../domain/criteria-set.ts';
import { type GroupId, GroupIdSchema } from '../domain/unit.ts';

const SINGLE_KINDS = [
  'guide',
  'settings',
  'groups',
  'units',
  'not-applicable',
  'adjustments',
  'overrides',
  'past-results',
  'predecessors',
  'summary',
  'announcement',
  'issues',
  'run-log',
  'releases',
  'methodology',
  'how-to-check',
  'corrections',
] as const;
type SingleKind = (typeof SINGLE_KINDS)[number];

/** Tabs that are written once for each ranking group. */
export const GROUP_KINDS = ['ranking', 'by-field', 'criteria-analysis', 'profiles'] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

/** What a tab is for, whatever its title says and wherever it stands. */
export type TabKey =
  | { readonly kind: SingleKind }
  | { readonly kind: 'criteria' | 'cases'; readonly setId: CriteriaSetId }
  | { readonly kind: 'marks'; readonly stage: Stage; readonly setId: CriteriaSetId }
  | { readonly kind: GroupKind; readonly groupId: GroupId };

/** The key of the developer metadata that marks a tab; its value is the text of the tab's key. */
export const TAB_METADATA_KEY = 'par.tab';

/** The key as text, such as marks.appraisal.huyen-2017: stable, and the name of a tab's CSV file. */
export function tabKeyText(key: TabKey): string {
  switch (key.kind) {
    case 'criteria':
    case 'cases':
      return `${key.kind}.${key.setId}`;
    case 'marks':
      return `marks.${key.stage}.${key.setId}`;
    case 'ranking':
    case 'by-field':
    case 'criteria-analysis':
    case 'profiles':
      return `${key.kind}.${key.groupId}`;
    default:
      return key.kind;
  }
}

/** The key that a text stands for; undefined for a text that is no key. The code may itself hold dots. */
export function parseTabKey(text: string): TabKey | undefined {
  const single = SINGLE_KINDS.find((kind) => kind === text);
  if (single !== undefined) return { kind: single };
  for (const kind of ['criteria', 'cases'] as const) {
    const setId = CriteriaSetIdSchema.safeParse(afterPrefix(text, `${kind}.`));
    if (setId.success) return { kind, setId: setId.data };
  }
  for (const kind of GROUP_KINDS) {
    const groupId = GroupIdSchema.safeParse(afterPrefix(text, `${kind}.`));
    if (groupId.success) return { kind, groupId: groupId.data };
  }
  for (const stage of STAGES) {
    const marked = CriteriaSetIdSchema.safeParse(afterPrefix(text, `marks.${stage}.`));
    if (marked.success) return { kind: 'marks', stage, setId: marked.data };
  }
  return undefined;
}

function afterPrefix(text: string, prefix: string): string | undefined {
  return text.startsWith(prefix) ? text.slice(prefix.length) : undefined;
}

/** True for a tab that people fill; false for one that the product writes, and for the guide. */
export function isInputKey(key: TabKey): boolean {
  switch (key.kind) {
    case 'settings':
    case 'groups':
    case 'units':
    case 'criteria':
    case 'cases':
    case 'marks':
    case 'not-applicable':
    case 'adjustments':
    case 'overrides':
    case 'past-results':
    case 'predecessors':
      return true;
    default:
      return false;
  }
}

/** True for a tab that the product writes at every run; the guide is written once and never read. */
export function isWrittenKey(key: TabKey): boolean {
  return !isInputKey(key) && key.kind !== 'guide';
}

const NAME_PREFIX = 'par_';

/**
 * The named range that marks a tab in a downloaded file. Names allow ASCII letters, digits and underscores,
 * so every other character of the key, underscores included, is written as its code point: _x2e_ for a dot.
 */
export function namedRangeOf(key: TabKey): string {
  const escaped = Array.from(tabKeyText(key), (character) =>
    /[A-Za-z0-9]/.test(character) ? character : `_x${(character.codePointAt(0) ?? 0).toString(16)}_`,
  );
  return NAME_PREFIX + escaped.join('');
}

/** The key that a named range stands for; undefined for a name that staff gave. */
export function parseNamedRange(name: string): TabKey | undefined {
  const escaped = afterPrefix(name, NAME_PREFIX);
  if (escaped === undefined || !/^(?:[A-Za-z0-9]|_x[0-9a-f]{1,6}_)+$/.test(escaped)) return undefined;
  const codePoints = [...escaped.matchAll(/_x([0-9a-f]+)_/g)].map((match) =>
    Number.parseInt(match[1] ?? '', 16),
  );
  if (codePoints.some((codePoint) => codePoint > 0x10ffff)) return undefined;
  return parseTabKey(
    escaped.replace(/_x([0-9a-f]+)_/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))),
  );
}
