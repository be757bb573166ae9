import * as z from 'zod';

/** One line of text, as it will stand in a workbook. */
export function oneLine(longest: number) {
  return z
    .string()
    .normalize('NFC')
    .trim()
    .min(1)
    .max(longest)
    .refine((text) => !/\p{Cc}/u.test(text));
}
