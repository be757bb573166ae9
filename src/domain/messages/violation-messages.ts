import type { Bilingual } from '../language.ts';

/** What is wrong with one field of a request, for whoever wrote the calling program. */
export const VIOLATIONS = {
  missing: { vi: 'bắt buộc phải có', en: 'is needed' },
  notAnObject: { vi: 'nội dung phải là một đối tượng JSON', en: 'the body must be a JSON object' },
  /** The queue alone says for whom it calls. */
  queueOnly: { vi: 'chỉ hàng đợi công việc được gửi trường này', en: 'the queue alone may say this' },
  unknown: (fields: readonly string[]): Bilingual => ({
    vi: `không có trường ${fields.join(', ')}`,
    en: `there is no field ${fields.join(', ')}`,
  }),
  kind: (expected: string): Bilingual => ({
    vi: `phải thuộc kiểu ${VALUE_KINDS[expected]?.vi ?? expected}`,
    en: `must be ${VALUE_KINDS[expected]?.en ?? expected}`,
  }),
  oneOf: (values: readonly string[]): Bilingual => ({
    vi: `phải là một trong: ${values.join(', ')}`,
    en: `must be one of: ${values.join(', ')}`,
  }),
  email: { vi: 'phải là địa chỉ thư điện tử', en: 'must be an e-mail address' },
  uuid: { vi: 'phải là mã UUID của một lần tính', en: 'must be the UUID of a run' },
  form: {
    vi: 'không đúng dạng; mã bảng tính gồm chữ cái, chữ số, gạch nối và gạch dưới như trong địa chỉ của bảng tính',
    en: 'does not have the right form; a spreadsheet’s id has letters, digits, hyphens and underscores, as in its address',
  },
  other: { vi: 'không hợp lệ', en: 'is not valid' },
} as const;

/** The kinds of JSON value by the names that schemas give them. */
const VALUE_KINDS: Readonly<Record<string, Bilingual>> = {
  string: { vi: 'văn bản', en: 'text' },
  boolean: { vi: 'true hoặc false', en: 'true or false' },
  number: { vi: 'số', en: 'a number' },
  int: { vi: 'số nguyên', en: 'a whole number' },
  object: { vi: 'đối tượng', en: 'an object' },
  array: { vi: 'danh sách', en: 'a list' },
};
