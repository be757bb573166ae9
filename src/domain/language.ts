import * as z from 'zod';

/** The languages of everything a person reads. */
export const LanguageSchema = z.enum(['vi', 'en']);
export type Language = z.infer<typeof LanguageSchema>;

/** A text that exists in both languages. */
export type Bilingual = Readonly<Record<Language, string>>;
