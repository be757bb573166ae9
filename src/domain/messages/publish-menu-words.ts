import type { Bilingual } from '../language.ts';
import { formatCount } from '../number-format.ts';

/** What the dialogs of publishing say. */
export const PUBLISH_MENU_WORDS = {
  audience: { vi: 'Ai được xem', en: 'Who may read' },
  anyone: { vi: 'Bất kỳ ai có đường liên kết', en: 'Anyone with the link' },
  domain: { vi: 'Mọi người trong tên miền', en: 'Everyone in the domain' },
  people: {
    vi: 'Chỉ những người sau (mỗi dòng một địa chỉ thư)',
    en: 'Only these people (one address per line)',
  },
  tabs: { vi: 'Các trang được công bố', en: 'Tabs to publish' },
  copying: { vi: 'Cho phép sao chép, tải xuống, in', en: 'Let them copy, download and print' },
  provisional: { vi: 'Công bố kết quả tạm tính', en: 'Publish provisional results' },
  who: {
    vi: 'Bên công bố (ghi công khai, ví dụ Sở Nội vụ)',
    en: 'Published by (public, such as Department of Home Affairs)',
  },
  why: { vi: 'Lý do (ghi công khai)', en: 'Reason (public)' },
  showDraft: { vi: 'Xem bản nháp', en: 'Show the draft' },
  confirm: { vi: 'Công bố', en: 'Publish' },
  withdraw: { vi: 'Rút công bố', en: 'Withdraw' },
  close: { vi: 'Đóng', en: 'Close' },
  working: { vi: 'Đang làm việc…', en: 'Working…' },
  noLeak: {
    vi: 'Soát rò rỉ: không có gì ngoài kết quả.',
    en: 'Leak check: there is nothing but results.',
  },
  nothingMoves: {
    vi: 'So với lần công bố trước: không đơn vị nào đổi hạng, chỉ số, xếp loại.',
    en: 'Against the last release: no unit’s rank, index or class changes.',
  },
  first: { vi: 'Đây là lần công bố đầu tiên.', en: 'This is the first publication.' },
  makesFile: {
    vi: 'Khi bấm «Công bố», một tệp mới được tạo trong Drive của bạn; đường liên kết sẽ không đổi về sau.',
    en: 'When you choose “Publish”, a new file is made in your Drive; its link will never change.',
  },
  incomplete: {
    vi: 'Hãy điền đủ: ai được xem, ít nhất một trang, bên công bố và lý do.',
    en: 'Fill in who may read, at least one tab, who publishes and why.',
  },
  incompleteWithdrawal: {
    vi: 'Hãy điền đủ: bên rút công bố và lý do.',
    en: 'Fill in who withdraws and why.',
  },
  withdrawnBy: {
    vi: 'Bên rút công bố (ghi công khai, ví dụ Sở Nội vụ)',
    en: 'Withdrawn by (public, such as Department of Home Affairs)',
  },
  cannotMakeFile: {
    vi: 'Không tạo được tệp kết quả trong Drive của bạn. Hãy tải lại bảng tính, đồng ý cấp quyền khi được hỏi, rồi thử lại.',
    en: 'The results file could not be made in your Drive. Reload the workbook, agree when you are asked for permission, then try again.',
  },
  withdrawWarning: {
    vi: 'Không ai còn mở được tệp kết quả, cho đến khi công bố lại. Đường liên kết giữ nguyên.',
    en: 'Nobody will be able to open the results file until it is published again. The link stays the same.',
  },
  verifying: { vi: 'Đang kiểm chứng…', en: 'Verifying…' },
} as const satisfies Record<string, Bilingual>;

export function notADomainText(given: string): Bilingual {
  return {
    vi: `«${given}» không phải tên miền. Hãy ghi phần sau @ của địa chỉ thư, ví dụ tinh.gov.vn.`,
    en: `“${given}” is no domain. Write what follows the @ in addresses, such as province.gov.vn.`,
  };
}

export function draftHeading(number: number, audience: string): Bilingual {
  return {
    vi: `Bản nháp lần công bố ${number}. Người được xem: ${audience}.`,
    en: `Draft of release ${number}. Readers: ${audience}.`,
  };
}

export function tabsLine(titles: readonly string[]): Bilingual {
  return { vi: `Các trang: ${titles.join('; ')}.`, en: `Tabs: ${titles.join('; ')}.` };
}

export function movedHeading(count: number): Bilingual {
  return {
    vi: `So với lần công bố trước, ${count} đơn vị thay đổi:`,
    en: `Against the last release, ${count} ${count === 1 ? 'unit changes' : 'units change'}:`,
  };
}

export function changedCellsLine(tab: string, cells: number): Bilingual {
  return {
    vi: `${tab}: ${formatCount(cells, 'vi')} ô thay đổi`,
    en: `${tab}: ${formatCount(cells, 'en')} ${cells === 1 ? 'cell changes' : 'cells change'}`,
  };
}

/** Above the other figures that a correction changes; all of them go into its log. */
export function figuresHeading(count: number): Bilingual {
  return {
    vi: `${formatCount(count, 'vi')} số liệu khác thay đổi (số cũ được giữ trong Nhật ký đính chính):`,
    en: `${formatCount(count, 'en')} other ${count === 1 ? 'figure changes' : 'figures change'} (the old ones stay in the corrections log):`,
  };
}

/** What a publisher should do before old figures are lost for the log. */
export function unprovenDraftLine(number: number): Bilingual {
  return {
    vi: `Tệp kết quả đã bị sửa tay sau lần công bố ${number}, nên nhật ký không nêu được số cũ. Muốn giữ số cũ: mở tệp kết quả, Tệp ▸ Lịch sử phiên bản, khôi phục bản do hệ thống ghi, rồi xem lại bản nháp.`,
    en: `The results file was changed by hand after release ${number}, so the log cannot state the old figures. To keep them: in the results file choose File ▸ Version history, restore the version that the system wrote, then show the draft again.`,
  };
}

/** The link stands below it. */
export function publishedLine(number: number): Bilingual {
  return {
    vi: `Đã công bố lần ${number}. Đường liên kết cho người đọc:`,
    en: `Release ${number} is published. The link for readers:`,
  };
}

/** What of the entries stays in the control workbook; provisional results may rest on what units claimed. */
export function withheldLine(isProvisional: boolean): Bilingual {
  const [vi, en] = isProvisional
    ? [' (trừ điểm được dùng để tạm tính)', ' (but where provisional results rest on it)']
    : ['', ''];
  return {
    vi: `Không công bố: điểm tự đánh giá${vi}, minh chứng, ghi chú và bình luận trong bảng tính, lý do và người quyết định của Hội đồng, đầu mối liên hệ của đơn vị.`,
    en: `Not published: self-assessment${en}, evidence, notes and comments of the workbook, the council’s reasons and who decided, contacts of units.`,
  };
}

export function withdrawnText(number: number, closed: number): Bilingual {
  return {
    vi: `Đã rút lần công bố ${number}: bỏ ${closed} quyền xem, không ai còn mở được tệp kết quả.`,
    en: `Release ${number} is withdrawn: ${closed} ${closed === 1 ? 'share was' : 'shares were'} taken away, nobody can open the results file any more.`,
  };
}

export function verifiedText(
  identical: boolean,
  number: number,
  cells: number,
  differences: number,
): Bilingual {
  if (identical)
    return {
      vi: `GIỐNG HỆT: ${formatCount(cells, 'vi')} ô của lần công bố ${number} đúng như tính lại từ số liệu nhập.`,
      en: `IDENTICAL: the ${formatCount(cells, 'en')} cells of release ${number} are what the entries give.`,
    };
  return {
    vi: `KHÔNG KHỚP: ${formatCount(differences, 'vi')} chỗ khác nhau ở lần công bố ${number}.`,
    en: `NOT IDENTICAL: release ${number} differs in ${formatCount(differences, 'en')} ${differences === 1 ? 'place' : 'places'}.`,
  };
}
