import type { Content, ContentCell } from '../../domain/content.ts';
import type { Language } from '../../domain/language.ts';
import { LOCALE_TAG } from '../../domain/usual-locale.ts';
import { terminalTable } from '../../local/terminal-table.ts';
import { ROWS_ABOVE_TABLE } from '../../workbook/output/content-rows.ts';

/** A cell as a spreadsheet shows it: its number by its pattern, with the language's decimal mark. */
function shown({ value, style }: ContentCell, language: Language): string {
  if (typeof value !== 'number') return value === null ? '' : String(value);
  const [, fraction = ''] = (style?.numberFormat ?? '0.######').split('.');
  return new Intl.NumberFormat(LOCALE_TAG[language], {
    minimumFractionDigits: fraction.replaceAll('#', '').length,
    maximumFractionDigits: fraction.length,
    useGrouping: false,
  }).format(value);
}

/** A written tab as lines for the terminal: what it is, then its table. */
export function tableLines(content: Content, language: Language): readonly string[] {
  const rows = content.rows.map((row) => row.map((each) => shown(each, language)));
  const subtitle = rows[1]?.[0] ?? '';
  return [subtitle, '', ...terminalTable(rows[ROWS_ABOVE_TABLE - 1] ?? [], rows.slice(ROWS_ABOVE_TABLE)), ''];
}
