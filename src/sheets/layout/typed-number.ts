/** The decimal mark of a spreadsheet's locale, such as vi_VN; a point where the locale is not known. */
function decimalMark(locale: string): string {
  try {
    const parts = new Intl.NumberFormat(locale.replaceAll('_', '-')).formatToParts(0.5);
    return parts.find(({ type }) => type === 'decimal')?.value ?? '.';
  } catch {
    return '.';
  }
}

/**
 * A number as somebody types it into a spreadsheet of this locale: conditions and scales hold their bounds as
 * typed text, in which 0.5 would be a date in a Vietnamese workbook (docs/unverified.md).
 */
export function typedNumber(value: number, locale: string): string {
  const text = value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 6 });
  return text.replace('.', decimalMark(locale));
}
