import type { ContentCell } from '../../domain/content.ts';
import type { Highlight } from '../../domain/layout.ts';
import type { OutputTab } from '../output/output-tab.ts';
import { parseTabKey, type TabKey } from '../tab-key.ts';

/**
 * Whether a kind of tab is shown to the public unless somebody leaves it out, only when it is asked for, or never. A
 * new kind of tab does not compile until this is decided. Details of single units, and a text that the office may
 * still want to word otherwise, are shown when they are asked for.
 */
const PUBLIC: Readonly<Record<TabKey['kind'], 'shown' | 'offered' | 'never'>> = {
  ranking: 'shown',
  'by-field': 'shown',
  summary: 'shown',
  'criteria-analysis': 'offered',
  profiles: 'offered',
  announcement: 'offered',
  methodology: 'shown',
  'how-to-check': 'shown',
  corrections: 'shown',
  guide: 'never',
  settings: 'never',
  groups: 'never',
  units: 'never',
  criteria: 'never',
  cases: 'never',
  marks: 'never',
  'not-applicable': 'never',
  adjustments: 'never',
  overrides: 'never',
  'past-results': 'never',
  predecessors: 'never',
  issues: 'never',
  'run-log': 'never',
  releases: 'never',
};

/** True for a tab that may be published: results, and what explains them; never entries, issues or logs of work. */
export function isPublishable(key: string): boolean {
  const parsed = parseTabKey(key);
  return parsed !== undefined && PUBLIC[parsed.kind] !== 'never';
}

/** True for a tab that a first release shows when nobody chose. */
export function isShownByDefault(key: string): boolean {
  const parsed = parseTabKey(key);
  return parsed !== undefined && PUBLIC[parsed.kind] === 'shown';
}

function staysInside({ when }: Highlight): boolean {
  return when.kind !== 'formula';
}

/** A tab as the public gets it: values and looks alone. Jumps lead into the control workbook, and so may formulas. */
export function publicForm({ key, title, content }: OutputTab): OutputTab {
  const { validations: _entries, protections: _office, highlights, ...kept } = content;
  const inside = highlights?.filter(staysInside);
  const rows = content.rows.map((row) =>
    row.map(({ value, style }): ContentCell => ({ value, ...(style === undefined ? {} : { style }) })),
  );
  return {
    key,
    title,
    content: { ...kept, rows, ...(inside === undefined ? {} : { highlights: inside }) },
  };
}
