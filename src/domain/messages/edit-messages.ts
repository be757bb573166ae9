import type { Bilingual, Language } from '../language.ts';
import { numberOrWordsIn } from '../number-or-word-formula.ts';

/** A condition on what may stand in a cell: the spreadsheet's name for it, and its values as typed. */
interface Condition {
  readonly type: string;
  readonly values: readonly string[];
  readonly options?: readonly string[];
}

/** More options than this are not listed: the drop-down shows them. */
const OPTIONS_LISTED = 8;

function optionsText(options: readonly string[], language: Language): string {
  const listed = options.slice(0, OPTIONS_LISTED).map((option) => `«${option}»`);
  return [...listed, ...(options.length > OPTIONS_LISTED ? ['…'] : [])].join(language === 'vi' ? ', ' : ', ');
}

const ANY_BY_RULE: Bilingual = {
  vi: 'giá trị theo công thức kiểm tra của ô, xem ghi chú của cột',
  en: 'a value that the formula of the cell lets in; see the note of the column',
};

/** What a formula of the product's own lets in; undefined for a formula of somebody else's. */
function numberOrWords(formula: string): Bilingual | undefined {
  const own = numberOrWordsIn(formula);
  if (own === undefined) return undefined;
  const { from, to, words } = own;
  if (words.length === 0) return { vi: `số từ ${from} đến ${to}`, en: `a number from ${from} to ${to}` };
  return {
    vi: `số từ ${from} đến ${to}, hoặc ${optionsText(words, 'vi')}`,
    en: `a number from ${from} to ${to}, or ${optionsText(words, 'en')}`,
  };
}

/** What a cell takes, in words: stands after “Ô này nhận” or “This cell takes”. */
export function allowedText({ type, values, options = [] }: Condition): Bilingual {
  const [first = '', second = ''] = values;
  switch (type) {
    case 'NUMBER_BETWEEN':
      return { vi: `số từ ${first} đến ${second}`, en: `a number from ${first} to ${second}` };
    case 'NUMBER_NOT_BETWEEN':
      return { vi: `số ngoài khoảng ${first} đến ${second}`, en: `a number outside ${first} to ${second}` };
    case 'NUMBER_GREATER':
      return { vi: `số lớn hơn ${first}`, en: `a number above ${first}` };
    case 'NUMBER_GREATER_THAN_EQ':
      return { vi: `số từ ${first} trở lên`, en: `a number of at least ${first}` };
    case 'NUMBER_LESS':
      return { vi: `số nhỏ hơn ${first}`, en: `a number below ${first}` };
    case 'NUMBER_LESS_THAN_EQ':
      return { vi: `số không quá ${first}`, en: `a number of at most ${first}` };
    case 'ONE_OF_LIST':
    case 'ONE_OF_RANGE':
      return {
        vi: `một trong các giá trị ${optionsText(options, 'vi')}`,
        en: `one of ${optionsText(options, 'en')}`,
      };
    case 'CUSTOM_FORMULA':
      return numberOrWords(first) ?? ANY_BY_RULE;
    case 'BOOLEAN':
      return { vi: 'TRUE hoặc FALSE', en: 'TRUE or FALSE' };
    default:
      return type.startsWith('DATE_')
        ? { vi: 'ngày tháng hợp lệ, ví dụ 31/12/2026', en: 'a valid date, such as 31/12/2026' }
        : ANY_BY_RULE;
  }
}

/** Why an edit was not taken, and what to do: one sentence or two each. */
export const EDIT_REFUSALS = {
  readOnly: {
    vi: 'Bạn chỉ được xem bảng tính này, không được sửa.',
    en: 'You may look at this workbook and not change it.',
  },
  protected: (cell: string, description: string): Bilingual => {
    const note = description === '' ? '' : ` («${description}»)`;
    return {
      vi: `Ô ${cell} được bảo vệ${note}, bạn không được sửa ô này.`,
      en: `Cell ${cell} is protected${note}; you may not change it.`,
    };
  },
  notAllowed: (cell: string, given: string, allowed: Bilingual, message: string): Bilingual => {
    const note = message === '' ? '' : ` ${message}`;
    return {
      vi: `«${given}» không nhập được vào ô ${cell}: ô này nhận ${allowed.vi}.${note}`,
      en: `“${given}” cannot be entered in cell ${cell}: it takes ${allowed.en}.${note}`,
    };
  },
  changedMeanwhile: (cell: string, there: string, given: string): Bilingual => ({
    vi: `Ô ${cell} vừa được người khác sửa thành «${there}», nên «${given}» của bạn chưa được ghi. Hãy nhập lại nếu vẫn muốn thay.`,
    en: `Cell ${cell} was just changed to “${there}” by somebody else, so your “${given}” was not written. Enter it again if you still want it.`,
  }),
  moved: (
    cell: string,
    given: string,
    { seen, there }: { readonly seen: string; readonly there: string },
  ): Bilingual => ({
    vi: `Dòng hoặc cột của ô ${cell} vừa bị dời: lúc bạn nhập, đầu dòng hoặc đầu cột ghi «${seen}», nay ghi «${there}». «${given}» của bạn chưa được ghi. Hãy nhập lại vào đúng dòng.`,
    en: `The row or column of cell ${cell} was just moved: when you typed, its head said “${seen}”, now it says “${there}”. Your “${given}” was not written. Enter it again in the right row.`,
  }),
  tabGone: {
    vi: 'Trang tính này vừa bị xóa, nội dung bạn nhập chưa được ghi.',
    en: 'This tab was just deleted; what you entered was not written.',
  },
  outside: (cell: string, rows: number, columns: number): Bilingual => ({
    vi: `Ô ${cell} nằm ngoài trang tính (có ${rows} dòng, ${columns} cột), nên chưa ghi gì. Hãy thêm dòng hoặc cột trong Google Sheets hay trong tệp .xlsx rồi nhập lại.`,
    en: `Cell ${cell} lies beyond the end of the tab (${rows} rows, ${columns} columns), so nothing was written. Add rows or columns in Google Sheets or in the .xlsx file, then enter it again.`,
  }),
  formulaNotFilled: (cell: string): Bilingual => ({
    vi: `Ô ${cell} là công thức, không kéo điền được ở đây, nên chưa ghi gì. Hãy gõ công thức vào từng ô, hoặc kéo điền trong Google Sheets.`,
    en: `Cell ${cell} is a formula, which cannot be filled into other cells here, so nothing was written. Type the formula into each cell, or fill it in Google Sheets.`,
  }),
  notUndone: (cell: string, there: string): Bilingual => ({
    vi: `Ô ${cell} không còn giá trị bạn đã nhập, nay là «${there}», nên không hoàn tác ô này. Hãy nhập lại nếu vẫn muốn thay.`,
    en: `Cell ${cell} no longer holds what you entered, it is “${there}” now, so nothing was undone there. Enter it again if you still want it.`,
  }),
  notRead: (cell: string, given: string): Bilingual => ({
    vi: `«${given}» ở ô ${cell} chưa được ghi: máy chủ không nhận được nội dung này.`,
    en: `“${given}” in cell ${cell} was not written: the server cannot take it.`,
  }),
  refused: (detail: string): Bilingual => ({
    vi: `Máy chủ bảng tính không nhận nội dung này: ${detail}`,
    en: `The spreadsheet server did not take this: ${detail}`,
  }),
} as const;

/** Offered where an entry came after somebody else's. */
export function enterAgain(given: string): Bilingual {
  return given === ''
    ? { vi: 'Vẫn xóa ô này', en: 'Empty the cell all the same' }
    : { vi: `Nhập lại «${given}»`, en: `Enter “${given}” again` };
}
