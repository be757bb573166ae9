import { STAGES } from '../domain/assessment.ts';
import { CriteriaSetIdSchema } from '../domain/criteria-set.ts';
import type { Bilingual } from '../domain/language.ts';
import {
  CASES_TITLE,
  CRITERIA_TITLE,
  casesTitle,
  criteriaTitle,
  MARKS_TITLES,
  marksTitle,
  SINGLE_TAB_TITLES,
} from '../domain/messages/tab-messages.ts';
import { foldLabel, isLabel } from './label.ts';
import { type GroupKind, isInputKey, parseTabKey, type TabKey } from './tab-key.ts';

/** A tab whose title follows from its key alone; the title of a group's tab holds the group's name instead. */
export type TitledKey = Exclude<TabKey, { readonly kind: GroupKind }>;

export function tabTitle(key: TitledKey): Bilingual {
  switch (key.kind) {
    case 'criteria':
      return criteriaTitle(key.setId);
    case 'cases':
      return casesTitle(key.setId);
    case 'marks':
      return marksTitle(key.stage, key.setId);
    default:
      return SINGLE_TAB_TITLES[key.kind];
  }
}

const SINGLE_KEYS: readonly TitledKey[] = [
  { kind: 'settings' },
  { kind: 'groups' },
  { kind: 'units' },
  { kind: 'not-applicable' },
  { kind: 'adjustments' },
  { kind: 'overrides' },
  { kind: 'past-results' },
  { kind: 'predecessors' },
  { kind: 'summary' },
  { kind: 'announcement' },
  { kind: 'issues' },
  { kind: 'run-log' },
  { kind: 'releases' },
  { kind: 'methodology' },
  { kind: 'how-to-check' },
  { kind: 'corrections' },
];

/**
 * The key that a title stands for, in either language; a hyphen or em dash typed for the en dash is accepted.
 * Tabs of a group are never known by title: a group's name may be anything, and may change.
 */
export function keyOfTitle(title: string): TitledKey | undefined {
  const folded = foldLabel(title);
  const single = SINGLE_KEYS.find((key) => isLabel(folded, tabTitle(key)));
  if (single !== undefined) return single;
  for (const dash of title.matchAll(/\s*[–—-]\s*/g)) {
    const key = keyOfParts(title.slice(0, dash.index), title.slice(dash.index + dash[0].length));
    if (key !== undefined) return key;
  }
  return keyAsTitle(title);
}

/** The stable key of a tab that people fill, as a tab is called that was made from the CSV file of that name. */
function keyAsTitle(title: string): TitledKey | undefined {
  const key = parseTabKey(title.normalize('NFC').trim());
  return key !== undefined && isInputKey(key) && !isGroupKey(key) ? key : undefined;
}

function isGroupKey(key: TabKey): key is Exclude<TabKey, TitledKey> {
  return 'groupId' in key;
}

/** A label may itself hold a hyphen (“Self-assessment”), and so may a code: every dash is tried as the parting one. */
function keyOfParts(label: string, code: string): TitledKey | undefined {
  const setId = CriteriaSetIdSchema.safeParse(code);
  if (!setId.success) return undefined;
  const folded = foldLabel(label);
  if (isLabel(folded, CRITERIA_TITLE)) return { kind: 'criteria', setId: setId.data };
  if (isLabel(folded, CASES_TITLE)) return { kind: 'cases', setId: setId.data };
  const stage = STAGES.find((candidate) => isLabel(folded, MARKS_TITLES[candidate]));
  return stage === undefined ? undefined : { kind: 'marks', stage, setId: setId.data };
}
