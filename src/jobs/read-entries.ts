import { type Checked, withIssues } from '../domain/checked.ts';
import type { PeriodInput } from '../domain/period-input.ts';
import type { CaseCounts } from '../workbook/output/issues-tab.ts';
import { type OutputContext, outputContext } from '../workbook/output/output-context.ts';
import { languageOf, parseControlWorkbook } from '../workbook/parse-control-workbook.ts';
import { type History, parseHistory } from '../workbook/parse-history.ts';
import { proveRules } from './prove-rules.ts';
import { languageOfLocale, type ReadWorkbook } from './read-workbook.ts';

/** What people entered, and in which language and manner they are answered. */
export interface Entries {
  readonly input: Checked<PeriodInput>;
  readonly context: OutputContext;
  readonly cases: CaseCounts;
  /** What the period is compared with; nothing where the entries cannot be read. */
  readonly history: History;
}

const NO_HISTORY: History = { results: [], links: [] };

/** Parses what was read and runs the office's own cases; a broken workbook is still answered in its own language. */
export function readEntries({ inputs, issues, structure }: ReadWorkbook): Entries {
  const fallback = languageOfLocale(structure.locale);
  const parsed = withIssues(parseControlWorkbook(inputs, fallback), issues);
  if (!parsed.ok) {
    const language = languageOf(inputs, fallback);
    const figures = { decimals: 2, rounding: 'half-up' } as const;
    const context = {
      language,
      numbers: fallback,
      figures,
      province: '',
      period: '',
      status: 'official',
    } as const;
    return { input: parsed, context, cases: { passed: 0, failed: 0 }, history: NO_HISTORY };
  }
  const { issues: caseIssues, passed, failed } = proveRules(inputs, parsed.value);
  const history = parseHistory(inputs, parsed.value);
  return {
    input: withIssues(parsed, [...history.issues, ...caseIssues]),
    context: outputContext(parsed.value, fallback),
    cases: { passed, failed },
    history: history.ok ? history.value : NO_HISTORY,
  };
}
