/**
 * Text that a spreadsheet program would run as a formula when it opens a CSV file, even in quotation marks.
 * An apostrophe keeps it text there (OWASP, CSV injection); text that has apostrophes before such a character
 * already gets one more, so that reading gives back what was written.
 */
const DANGEROUS = /^'*[=+\-@\t\r]/;
const GUARDED = /^'+[=+\-@\t\r]/;

export function guardText(text: string): string {
  return DANGEROUS.test(text) ? `'${text}` : text;
}

export function unguardText(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text;
}
