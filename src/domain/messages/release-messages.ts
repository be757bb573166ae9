import type { AudienceKind } from '../audience.ts';
import type { Bilingual } from '../language.ts';
import type { ChainLink } from '../release.ts';

/** Words of the tabs that tell of publications. */
export const RELEASE_WORDS = {
  methodologyTitle: { vi: 'PHƯƠNG PHÁP TÍNH', en: 'METHODOLOGY' },
  howToCheckTitle: { vi: 'CÁCH KIỂM TRA KẾT QUẢ', en: 'HOW TO CHECK THESE RESULTS' },
  correctionsTitle: { vi: 'NHẬT KÝ CÔNG BỐ VÀ ĐÍNH CHÍNH', en: 'RELEASES AND CORRECTIONS' },
  releasesTitle: { vi: 'NHẬT KÝ CÔNG BỐ', en: 'RELEASES' },
  settingsHeading: { vi: 'Lựa chọn đã áp dụng', en: 'Options in force' },
  methodHeading: { vi: 'Cách tính', en: 'How it is computed' },
} as const satisfies Record<string, Bilingual>;

/** Headers of the tables that tell of publications. */
export const RELEASE_HEADERS = {
  event: { vi: 'Sự việc', en: 'Event' },
  number: { vi: 'Lần công bố', en: 'Release' },
  moment: { vi: 'Thời điểm (UTC)', en: 'Moment (UTC)' },
  timeZone: { vi: 'Múi giờ', en: 'Time zone' },
  who: { vi: 'Bên công bố', en: 'Published by' },
  why: { vi: 'Lý do', en: 'Reason' },
  status: { vi: 'Trạng thái', en: 'Status' },
  tabs: { vi: 'Các trang', en: 'Tabs' },
  inputs: { vi: 'Mã số liệu nhập', en: 'Entries hash' },
  rules: { vi: 'Mã bộ tiêu chí', en: 'Rules hash' },
  options: { vi: 'Mã lựa chọn', en: 'Options hash' },
  results: { vi: 'Mã kết quả', en: 'Results hash' },
  content: { vi: 'Mã nội dung', en: 'Content hash' },
  corrections: { vi: 'Mã đính chính', en: 'Corrections hash' },
  product: { vi: 'Phiên bản phần mềm', en: 'Product version' },
  previous: { vi: 'Mã lần trước', en: 'Hash of the one before' },
  hash: { vi: 'Mã lần công bố', en: 'Hash of the release' },
  when: { vi: 'Thời điểm', en: 'When' },
  tab: { vi: 'Trang', en: 'Tab' },
  code: { vi: 'Mã', en: 'Code' },
  row: { vi: 'Đơn vị hoặc dòng', en: 'Unit or row' },
  rankBefore: { vi: 'Hạng trước', en: 'Rank before' },
  rankAfter: { vi: 'Hạng sau', en: 'Rank after' },
  indexBefore: { vi: 'Chỉ số trước (%)', en: 'Index before (%)' },
  indexAfter: { vi: 'Chỉ số sau (%)', en: 'Index after (%)' },
  gradeBefore: { vi: 'Xếp loại trước', en: 'Class before' },
  gradeAfter: { vi: 'Xếp loại sau', en: 'Class after' },
  figure: { vi: 'Số liệu khác', en: 'Other figure' },
  before: { vi: 'Trước', en: 'Before' },
  after: { vi: 'Sau', en: 'After' },
  account: { vi: 'Tài khoản thực hiện', en: 'Account' },
  audience: { vi: 'Người được xem', en: 'Readers' },
  copying: { vi: 'Sao chép, tải xuống', en: 'Copying and downloading' },
  file: { vi: 'Địa chỉ', en: 'Address' },
  weight: { vi: 'Tỷ trọng (%)', en: 'Weight (%)' },
} as const satisfies Record<string, Bilingual>;

/** What a link of the chain says has happened. */
export const EVENT_WORDS: Readonly<Record<ChainLink['kind'], Bilingual>> = {
  release: { vi: 'Công bố', en: 'Published' },
  withdrawal: { vi: 'Rút công bố', en: 'Withdrawn' },
};

/** The line over each published tab: which release, when, by whom. */
export function releaseLine(number: number, moment: string, who: string): Bilingual {
  return {
    vi: `CÔNG BỐ LẦN ${number} · ${moment} · ${who}`,
    en: `RELEASE ${number} · ${moment} · ${who}`,
  };
}

export function withdrawnLine(number: number, moment: string, who: string): Bilingual {
  return {
    vi: `ĐÃ RÚT CÔNG BỐ LẦN ${number} · ${moment} · ${who}`,
    en: `RELEASE ${number} WITHDRAWN · ${moment} · ${who}`,
  };
}

/** What is said above the chain of releases, line by line. */
export const HOW_TO_CHECK: readonly Bilingual[] = [
  {
    vi: 'Mỗi lần công bố có một mã SHA-256 tính từ số liệu nhập, bộ tiêu chí, lựa chọn, kết quả, nội dung các trang và mã của lần trước: sửa một chữ số là mã khác đi.',
    en: 'Each release has a SHA-256 hash of its entries, rules, options, results, the cells of its tabs and the hash before it: one changed digit gives another hash.',
  },
  {
    vi: 'Người giữ bảng tính nguồn: chọn PAR Index ▸ Kiểm chứng kết quả đã công bố.',
    en: 'Whoever has the control workbook: choose PAR Index ▸ Verify published results.',
  },
  {
    vi: 'Không cần mạng: tải hai tệp về dạng .xlsx rồi chạy lệnh dưới đây trong cửa sổ dòng lệnh.',
    en: 'Without a network: download both files as .xlsx and run the command below in a terminal.',
  },
  {
    vi: 'par-index verify NGUỒN.xlsx KẾT_QUẢ.xlsx',
    en: 'par-index verify CONTROL.xlsx RESULTS.xlsx',
  },
  {
    vi: 'Lệnh tính lại từ số liệu nguồn rồi so từng ô của mọi trang, từng mã ở bảng dưới, và mắt xích với lần trước; in «giống hệt» hoặc mọi chỗ khác nhau.',
    en: 'It computes everything again from the entries and compares each cell of each tab, each hash in the table below, and the link to the release before; it prints “identical” or every difference.',
  },
  {
    vi: 'Không có bảng tính nguồn: so mã kết quả dưới đây với mã ghi trong văn bản công bố.',
    en: 'Without the control workbook: compare the results hash below with the one in the printed announcement.',
  },
];

/** How an index comes about, in the regulation's terms; what the options decide is told beside them. */
export const METHOD_LINES: readonly Bilingual[] = [
  {
    vi: 'Chỉ số của đơn vị = điểm đạt được ÷ điểm tối đa áp dụng × 100; điểm là số nguyên phần triệu nên mọi tổng đều chính xác.',
    en: 'A unit’s index = points received ÷ points that apply × 100; points are whole millionths, so every sum is exact.',
  },
  {
    vi: 'Xếp hạng trong từng nhóm theo chỉ số; thứ tự dòng, tên gọi và ngẫu nhiên không bao giờ quyết định hạng.',
    en: 'Units are ranked by their index within their group; order of rows, names and chance never decide a place.',
  },
  {
    vi: 'Ô chưa chấm, điểm 0 và không áp dụng là ba trường hợp khác nhau; đơn vị chưa đủ điểm được liệt kê, không xếp hạng.',
    en: 'Blank, zero and not applicable are three different things; a unit that is not complete is listed, not ranked.',
  },
];

export function criteriaHeading(setId: string, version: string | undefined): Bilingual {
  return {
    vi: version === undefined ? `Bộ tiêu chí ${setId}` : `Bộ tiêu chí ${setId}, phiên bản ${version}`,
    en: version === undefined ? `Criteria set ${setId}` : `Criteria set ${setId}, version ${version}`,
  };
}

/** Who may read, in the words of the log; people are counted, not named. */
export function audienceWords(kind: AudienceKind, detail: string): Bilingual {
  switch (kind) {
    case 'people':
      return { vi: `${detail} người được mời`, en: `${detail} invited people` };
    case 'domain':
      return { vi: `mọi người thuộc ${detail}`, en: `everyone at ${detail}` };
    default:
      return { vi: 'bất kỳ ai có đường liên kết', en: 'anyone with the link' };
  }
}

export const COPYING_WORDS = {
  allowed: { vi: 'Được phép', en: 'Allowed' },
  denied: { vi: 'Không', en: 'Not allowed' },
} as const satisfies Record<string, Bilingual>;

/** The name of the file that the results are published in. */
export function resultsFileName(province: string, period: string): Bilingual {
  const what = [province, period].filter((part) => part !== '').join(' ');
  const dash = what === '' ? '' : ` – ${what}`;
  return { vi: `Kết quả Chỉ số cải cách hành chính${dash}`, en: `PAR Index results${dash}` };
}
