import type { Bilingual } from '../language.ts';

/** Captions and sentences of the menu in the workbook. */
export const MENU_WORDS = {
  menu: { vi: 'PAR Index', en: 'PAR Index' },
  recompute: { vi: 'Tính lại', en: 'Recompute' },
  preview: { vi: 'Xem trước thay đổi', en: 'Preview changes' },
  check: { vi: 'Kiểm tra số liệu nhập', en: 'Check entries' },
  publish: { vi: 'Công bố kết quả…', en: 'Publish results…' },
  withdraw: { vi: 'Rút công bố…', en: 'Withdraw publication…' },
  verify: { vi: 'Kiểm chứng kết quả đã công bố', en: 'Verify published results' },
  setup: { vi: 'Thiết lập kỳ mới…', en: 'Set up a new year…' },
  status: { vi: 'Tiến độ và nhật ký', en: 'Progress and log' },
  language: { vi: 'English', en: 'Tiếng Việt' },
  help: { vi: 'Trợ giúp', en: 'Help' },
  recomputing: { vi: 'Đang tính lại…', en: 'Recomputing…' },
  previewing: { vi: 'Đang xem trước…', en: 'Previewing…' },
  checking: { vi: 'Đang kiểm tra…', en: 'Checking…' },
  ended: { vi: 'Đã kết thúc.', en: 'Ended.' },
  nothingMoves: { vi: 'Không có đơn vị nào thay đổi.', en: 'No unit would move.' },
  noRankingYet: {
    vi: 'Chưa có bảng xếp hạng để so sánh: hãy tính lại lần đầu.',
    en: 'There is no ranking to compare with yet: recompute for the first time.',
  },
  noIssues: { vi: 'Không có vấn đề nào.', en: 'There are no issues.' },
  othersMoved: { vi: 'do đơn vị khác thay đổi', en: 'because others moved' },
  queued: {
    vi: 'Bảng tính lớn: việc tính lại đã được xếp hàng. Xem tiến độ ở thanh bên.',
    en: 'A large workbook: the recompute was put into the queue. See the progress in the sidebar.',
  },
  alreadyQueued: {
    vi: 'Một lần tính lại đang chờ hoặc đang chạy; lần đó cũng tính cả số liệu vừa nhập. Xem tiến độ ở thanh bên.',
    en: 'A recompute is waiting or under way already; it takes in what was entered just now. See the progress in the sidebar.',
  },
  noAnswer: {
    vi: 'Chưa nhận được trả lời. Nếu đã bấm tính lại thì máy chủ có thể vẫn đang tính: hãy xem «Tiến độ và nhật ký», rồi thử lại nếu cần.',
    en: 'No answer came. If this was a recompute, the server may still be at work: see “Progress and log”, then try again if needed.',
  },
  notConfigured: {
    vi: 'Trình đơn chưa được nối với máy chủ. Người quản trị cần cài lại trình đơn (docs/deploy/menu.md).',
    en: 'The menu is not connected to the functions yet. The administrator must install it again (docs/deploy/menu.md).',
  },
  noIdentity: {
    vi: 'Google chưa cấp mã định danh cho trình đơn. Hãy tải lại bảng tính và đồng ý cấp quyền khi được hỏi.',
    en: 'Google gave the menu no identity token. Reload the workbook and agree when you are asked for permission.',
  },
  languageSet: { vi: 'Trình đơn dùng tiếng Việt.', en: 'The menu is in English.' },
  helpText: {
    vi: 'Nhập điểm vào các trang nhập liệu, rồi chọn «Tính lại». «Xem trước thay đổi» và «Kiểm tra số liệu nhập» không ghi gì vào bảng tính. Các ô cần sửa được liệt kê trong trang «Vấn đề cần xử lý»; mỗi lần tính có một dòng trong trang «Nhật ký».',
    en: 'Enter the points in the entry tabs, then choose “Recompute”. “Preview changes” and “Check entries” write nothing. The cells to correct are listed in the tab “Issues”; each run has a line in the tab “Run log”.',
  },
  cancel: { vi: 'Dừng', en: 'Cancel' },
  cancelAsked: { vi: 'Đã yêu cầu dừng.', en: 'Asked to stop.' },
  nothingRuns: { vi: 'Hiện không có lần tính nào đang chạy.', en: 'Nothing is being computed.' },
  refresh: { vi: 'Làm mới', en: 'Refresh' },
  notWatching: {
    vi: 'Đã lâu không có lần tính nào nên thanh bên tạm ngừng theo dõi.',
    en: 'Nothing was computed for some minutes, so the sidebar stopped watching.',
  },
  loading: { vi: 'Đang tải…', en: 'Loading…' },
  seconds: { vi: 'giây', en: 's' },
  results: {
    vi: { none: 'Chưa có kết quả', current: 'Kết quả hiện hành', stale: 'Kết quả không còn hiện hành' },
    en: { none: 'No results yet', current: 'The results are current', stale: 'The results are not current' },
  },
  jobs: {
    vi: {
      cancelled: 'Đã dừng theo yêu cầu; chưa có gì được ghi.',
      'not-queued': 'Chưa xếp hàng được lần tính lại. Hãy bấm «Tính lại» một lần nữa.',
      lost: 'Lần tính lại đã xếp hàng không kết thúc. Hãy bấm «Tính lại» một lần nữa.',
    },
    en: {
      cancelled: 'Stopped as asked; nothing was written.',
      'not-queued': 'The recompute could not be put into the queue. Click “Recompute” once more.',
      lost: 'The recompute that was queued did not come to its end. Click “Recompute” once more.',
    },
  },
  phases: {
    vi: {
      queued: 'Đang chờ đến lượt',
      read: 'Đang đọc',
      parse: 'Đang kiểm tra',
      score: 'Đang tính',
      render: 'Đang lập bảng',
      write: 'Đang ghi',
      inspect: 'Đang soát tệp kết quả',
      share: 'Đang mở quyền xem',
    },
    en: {
      queued: 'Waiting for its turn',
      read: 'Reading',
      parse: 'Checking',
      score: 'Scoring',
      render: 'Laying out',
      write: 'Writing',
      inspect: 'Looking into the results file',
      share: 'Opening it to readers',
    },
  },
} as const;

/** Of how many units a recompute gave how many a place, and how many have none yet for want of marks. */
export interface RankedCount {
  readonly units: number;
  readonly ranked: number;
  readonly incomplete: number;
}

/** How many units could be ranked, where some lack marks. */
export function rankedLine({ units, ranked, incomplete }: RankedCount): Bilingual {
  return {
    vi: `xếp hạng được ${ranked} trong ${units} đơn vị; ${incomplete} đơn vị còn thiếu điểm`,
    en: `${ranked} of ${units} ${units === 1 ? 'unit' : 'units'} ranked; ${incomplete} ${incomplete === 1 ? 'lacks' : 'lack'} marks`,
  };
}

interface Recomputed extends RankedCount {
  readonly seconds: number;
  readonly issues: number;
  readonly movers: string;
}

/** What a recompute came to, in one line: how many units, how long, how many issues, who lacks marks, who moved. */
export function recomputedLine({ seconds, issues, movers, ...count }: Recomputed): Bilingual {
  const { units, incomplete } = count;
  const lacking = rankedLine(count);
  const told = (lacks: string) =>
    [...(incomplete === 0 ? [] : [lacks]), ...(movers === '' ? [] : [movers])]
      .map((part) => ` · ${part}`)
      .join('');
  return {
    vi: `Đã tính lại ${units} đơn vị trong ${seconds} giây · ${issues} vấn đề${told(lacking.vi)}`,
    en: `Recomputed ${units} ${units === 1 ? 'unit' : 'units'} in ${seconds} s · ${issues} ${issues === 1 ? 'issue' : 'issues'}${told(lacking.en)}`,
  };
}

export function unitsReadLine(units: number): Bilingual {
  return { vi: `đã đọc ${units} đơn vị`, en: `${units} ${units === 1 ? 'unit' : 'units'} read` };
}

/** What Google still lets the functions' account ask within the minute: who clicks on when little is left, waits. */
export function callsLeftLine(reads: number, writes: number): Bilingual {
  const [readWord, writeWord] = [reads === 1 ? 'read' : 'reads', writes === 1 ? 'write' : 'writes'];
  return {
    vi: `Hạn mức của Google trong phút này còn ${reads} lượt đọc, ${writes} lượt ghi.`,
    en: `Google’s quota for this minute has ${reads} ${readWord} and ${writes} ${writeWord} left.`,
  };
}

export function moreLine(count: number): Bilingual {
  return { vi: `… và ${count} mục nữa`, en: `… and ${count} more` };
}

export function changedUnitsLine(count: number, units: number): Bilingual {
  return {
    vi: `${count} trong ${units} đơn vị sẽ thay đổi. Chưa có gì được ghi.`,
    en: `${count} of ${units} ${units === 1 ? 'unit' : 'units'} would change. Nothing was written.`,
  };
}

export function checkedLine(errors: number, warnings: number): Bilingual {
  return {
    vi: `${errors} lỗi, ${warnings} cảnh báo. Chưa có gì được ghi.`,
    en: `${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}. Nothing was written.`,
  };
}

export const MOVE_WORDS = {
  rank: { vi: 'hạng', en: 'rank' },
  index: { vi: 'chỉ số', en: 'index' },
  grade: { vi: 'xếp loại', en: 'class' },
  /** Where nothing is entered. */
  empty: { vi: '(trống)', en: '(empty)' },
} as const satisfies Record<string, Bilingual>;
