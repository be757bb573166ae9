import { assertNever } from '../assert-never.ts';
import type { Difference, StatedHash } from '../difference.ts';
import type { Cell } from '../grid.ts';
import type { Bilingual, Language } from '../language.ts';
import { describeLeak } from './leak-messages.ts';

const HASH_WORDS: Readonly<Record<StatedHash, Bilingual>> = {
  inputs: { vi: 'số liệu nhập', en: 'entries' },
  rules: { vi: 'bộ tiêu chí', en: 'rules' },
  options: { vi: 'lựa chọn', en: 'options' },
  results: { vi: 'kết quả', en: 'results' },
  content: { vi: 'nội dung các trang', en: 'the cells of the tabs' },
  corrections: { vi: 'danh sách đính chính', en: 'the list of corrections' },
};

const FAULT_WORDS: Readonly<Record<Extract<Difference, { kind: 'chain' }>['fault'], Bilingual>> = {
  changed: { vi: 'đã bị sửa sau khi công bố', en: 'was changed after it was published' },
  torn: { vi: 'không nối với lần trước', en: 'does not follow from the one before' },
  misnumbered: { vi: 'mang số thứ tự sai', en: 'has a wrong number' },
  unreadable: { vi: 'không đọc được', en: 'cannot be read' },
};

function shown(cell: Cell, language: Language): string {
  if (cell === null) return language === 'vi' ? 'trống' : 'empty';
  return language === 'vi' && typeof cell === 'number' ? String(cell).replace('.', ',') : String(cell);
}

function chainWords({ fault, number }: Extract<Difference, { kind: 'chain' }>): Bilingual {
  const { vi, en } = FAULT_WORDS[fault];
  if (fault === 'unreadable')
    return { vi: `Dòng ${number} của chuỗi công bố ${vi}.`, en: `Row ${number} of the chain ${en}.` };
  return { vi: `Chuỗi công bố: lần ${number} ${vi}.`, en: `Chain of releases: release ${number} ${en}.` };
}

function hashWords({ of, number, published, recomputed }: Extract<Difference, { kind: 'hash' }>): Bilingual {
  const { vi, en } = HASH_WORDS[of];
  return {
    vi: `Mã ${vi} của lần ${number}: công bố ${published}, tính lại ${recomputed}.`,
    en: `Hash of ${en}, release ${number}: published ${published}, computed again ${recomputed}.`,
  };
}

function formatWords({
  tab,
  cell,
  published,
  recomputed,
}: Extract<Difference, { kind: 'number-format' }>): Bilingual {
  const told = (pattern: string, none: string) => (pattern === '' ? none : pattern);
  return {
    vi: `${tab}!${cell}: giá trị đúng nhưng định dạng số bị đổi, người đọc có thể thấy số khác: công bố «${told(published, 'tự động')}», đúng ra «${told(recomputed, 'tự động')}».`,
    en: `${tab}!${cell}: the value stands but its number format was changed, so that readers may see another figure: published “${told(published, 'automatic')}”, ought to be “${told(recomputed, 'automatic')}”.`,
  };
}

/** One difference in a sentence: where, what is published, what the rules give. */
export function describeDifference(difference: Difference): Bilingual {
  switch (difference.kind) {
    case 'chain':
      return chainWords(difference);
    case 'unlogged':
      return {
        vi: `Lần công bố ${difference.number} có trong tệp kết quả nhưng không có trong nhật ký của bảng tính nguồn.`,
        en: `Release ${difference.number} is in the results file but not in the control workbook’s log.`,
      };
    case 'unpublished':
      return {
        vi: `Lần công bố ${difference.number} có trong nhật ký của bảng tính nguồn nhưng không có trong tệp kết quả.`,
        en: `Release ${difference.number} is in the control workbook’s log but not in the results file.`,
      };
    case 'hash':
      return hashWords(difference);
    case 'cell': {
      const { tab, cell, published, recomputed } = difference;
      const told = (language: Language) =>
        [published, recomputed].map((each) => shown(each, language)) as [string, string];
      const [viIs, viOught] = told('vi');
      const [enIs, enOught] = told('en');
      return {
        vi: `${tab}!${cell}: công bố «${viIs}», tính lại «${viOught}».`,
        en: `${tab}!${cell}: published “${enIs}”, computed again “${enOught}”.`,
      };
    }
    case 'number-format':
      return formatWords(difference);
    case 'renamed-tab': {
      const { tab, published } = difference;
      return {
        vi: `Trang «${tab}» đã bị đổi tên thành «${published}».`,
        en: `The tab “${tab}” was renamed to “${published}”.`,
      };
    }
    case 'missing-tab':
      return {
        vi: `Tệp kết quả thiếu trang «${difference.tab}».`,
        en: `The results file lacks the tab “${difference.tab}”.`,
      };
    case 'foreign-tab':
      return {
        vi: `Tệp kết quả có trang lạ «${difference.tab}».`,
        en: `The results file has a tab “${difference.tab}” that is no part of the results.`,
      };
    case 'leak':
      return describeLeak(difference.leak);
    default:
      return assertNever(difference);
  }
}
