import { type Checked, withIssues } from '../domain/checked.ts';
import type { PeriodInput } from '../domain/period-input.ts';
import { type OutputContext, outputContext } from '../workbook/output/output-context.ts';
import { languageOf, parseControlWorkbook } from '../workbook/parse-control-workbook.ts';
import { languageOfLocale, type ReadWorkbook } from './read-workbook.ts';

/** What people entered, and in which language and manner they are answered. */
export interface Entries {
  readonly input: Checked<PeriodInput>;
  readonly context: OutputContext;
}

/** Parses what was read; a broken workbook is still answered in its own language. */
export function readEntries(workbook: ReadWorkbook): Entries {
  const input = withIssues(parseControlWorkbook(workbook.inputs), workbook.issues);
  const language = languageOf(workbook.inputs, languageOfLocale(workbook.structure.locale));
  const context: OutputContext = input.ok
    ? outputContext(input.value)
    : {
        language,
        figures: { decimals: 2, rounding: 'half-up' },
        province: '',
        period: '',
        status: 'official',
      };
  return { input, context };
}
