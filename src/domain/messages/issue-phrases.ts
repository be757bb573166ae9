import type { Expected, Referent } from '../issue.ts';
import type { Bilingual } from '../language.ts';

/** A code that a row names, and where people add it. */
interface ReferentPhrase {
  readonly noun: Bilingual;
  readonly home: Bilingual;
}

export const REFERENTS: Readonly<Record<Referent, ReferentPhrase>> = {
  unit: {
    noun: { vi: 'đơn vị được chấm theo bộ chỉ số này', en: 'a unit that this criteria set scores' },
    home: { vi: 'trang Đơn vị', en: 'the Units tab' },
  },
  group: {
    noun: { vi: 'nhóm xếp hạng', en: 'a ranking group' },
    home: { vi: 'trang Nhóm xếp hạng', en: 'the Groups tab' },
  },
  'criteria-set': {
    noun: { vi: 'bộ chỉ số', en: 'a criteria set' },
    home: { vi: 'một trang “Tiêu chí – mã bộ chỉ số”', en: 'a tab “Criteria – set code”' },
  },
  component: {
    noun: { vi: 'tiêu chí trong bộ chỉ số của đơn vị', en: 'a criterion of the unit’s criteria set' },
    home: { vi: 'trang Tiêu chí', en: 'the Criteria tab' },
  },
  'parent-criterion': {
    noun: { vi: 'tiêu chí nào trong trang này', en: 'a criterion in this tab' },
    home: { vi: 'cột Mã của trang này', en: 'the Code column of this tab' },
  },
};

/** What a notation wants, as it stands after “expected”. */
export const EXPECTED: Readonly<Record<Expected, Bilingual>> = {
  bound: { vi: 'dấu “≥” hoặc chữ “còn lại”', en: '“≥” or the word “remainder”' },
  number: { vi: 'một số', en: 'a number' },
  'lower-number': { vi: 'một số nhỏ hơn mức đứng trước', en: 'a number below the bound before it' },
  colon: { vi: 'dấu hai chấm “:”', en: 'a colon “:”' },
  'class-name': { vi: 'tên một mức xếp loại chưa dùng', en: 'the name of a class that is not used yet' },
  remainder: { vi: 'phần “còn lại: …” ở cuối', en: '“remainder: …” at the end' },
  end: { vi: 'hết nội dung sau phần “còn lại”', en: 'nothing after the remainder' },
};
