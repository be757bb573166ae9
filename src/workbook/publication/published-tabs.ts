import type { ContentCell } from '../../domain/content.ts';
import type { Highlight } from '../../domain/layout.ts';
import type { OutputTab } from '../output/output-tab.ts';
import { parseTabKey, type TabKey } from '../tab-key.ts';

/** Whether a kind of tab may ever be shown to the public. A new kind of tab does not compile until this is decided. */
const PUBLIC: Readonly<Record<TabKey['kind'], boolean>> = {
  ranking: true,
  summary: true,
  methodology: true,
  'how-to-check': true,
  corrections: true,
  guide: false,
  settings: false,
  groups: false,
  units: false,
  criteria: false,
  cases: false,
  marks: false,
  'not-applicable': false,
  adjustments: false,
  overrides: false,
  'past-results': false,
  predecessors: false,
  issues: false,
  'run-log': false,
  releases: false,
};

/** True for a tab that may be published: results, and what explains them; never entries, issues or logs of work. */
export function isPublishable(key: string): boolean {
  const parsed = parseTabKey(key);
  return parsed !== undefined && PUBLIC[parsed.kind];
}

function staysInside({ when }: Highlight): boolean {
  return when.kind !== 'formula';
}

/** A tab as the public gets it: values and looks alone. Jumps lead into the control workbook, and so may formulas. */
export function publicForm({ key, title, content }: OutputTab): OutputTab {
  const { validations: _entries, highlights, ...kept } = content;
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
