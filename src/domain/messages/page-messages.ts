import type { Bilingual } from '../language.ts';

/** What stands in the frame around a workbook in the browser. */
export const PAGE_WORDS = {
  product: { vi: 'PAR Index', en: 'PAR Index' },
  home: { vi: 'Trang chủ', en: 'Home' },
  skip: { vi: 'Đến bảng tính', en: 'Skip to the sheet' },
  actingAs: { vi: 'Bạn là', en: 'You are' },
  language: { vi: 'Ngôn ngữ', en: 'Language' },
  otherLanguage: { vi: 'English', en: 'Tiếng Việt' },
  asTables: { vi: 'Xem dạng bảng', en: 'As tables' },
  asSheet: { vi: 'Mở bảng tính', en: 'Open the sheet' },
  export: { vi: 'Tải về .xlsx', en: 'Download .xlsx' },
  loading: { vi: 'Đang mở bảng tính…', en: 'Opening the workbook…' },
  loadFailed: {
    vi: 'Không mở được bảng tính. Hãy tải lại trang.',
    en: 'The workbook could not be opened. Reload the page.',
  },
  gridLabel: {
    vi: 'Bảng tính. Trình đọc màn hình không đọc được các ô ở đây: hãy dùng «Xem dạng bảng».',
    en: 'Spreadsheet. Screen readers cannot read its cells: use “As tables”.',
  },
  gridKeys: {
    vi: 'Trong bảng tính, Tab đi sang ô kế bên. Nhấn F6 để ra trình đơn, danh sách trang và đầu trang, Shift F6 để quay lại; hoặc nhấn Escape rồi Tab.',
    en: 'In the sheet, Tab goes to the next cell. Press F6 for the menu, the list of tabs and the head of the page, Shift F6 to go back; or Escape, then Tab.',
  },
  tab: { vi: 'Trang', en: 'Tab' },
  menuBar: { vi: 'Trình đơn', en: 'Menu bar' },
  close: { vi: 'Đóng', en: 'Close' },
  ok: { vi: 'OK', en: 'OK' },
  notice: { vi: 'Thông báo', en: 'Notice' },
  notEntered: { vi: 'Nội dung chưa được ghi', en: 'Not written' },
  note: { vi: 'Ghi chú', en: 'Note' },
  link: { vi: 'Liên kết', en: 'Link' },
  rule: { vi: 'Ô này nhận', en: 'This cell takes' },
  protectedCell: { vi: 'Ô được bảo vệ', en: 'Protected cell' },
  options: { vi: 'Chọn giá trị', en: 'Choose a value' },
  scriptFailed: {
    vi: 'Trình đơn gặp lỗi. Hãy thử lại.',
    en: 'The menu met an error. Try again.',
  },
  nothingHere: {
    vi: 'Địa chỉ này không có gì: bảng tính không còn, bạn không được xem, hoặc địa chỉ bị gõ sai.',
    en: 'There is nothing at this address: the workbook is gone, you may not see it, or the address is mistyped.',
  },
  gone: {
    vi: 'Bảng tính này không còn, hoặc bạn không còn được xem.',
    en: 'This workbook is gone, or you may no longer see it.',
  },
} as const satisfies Record<string, Bilingual>;

/** What the controls around the cells are called. */
export const GRID_WORDS = {
  nameBox: { vi: 'Địa chỉ ô: gõ để đi đến ô', en: 'Cell address: type to go to a cell' },
  formulaBar: { vi: 'Nội dung của ô', en: 'Content of the cell' },
  cell: { vi: 'Ô đang chọn', en: 'Selected cell' },
  tabs: { vi: 'Các trang tính', en: 'Tabs of the workbook' },
  allTabs: { vi: 'Danh sách trang tính', en: 'List of all tabs' },
  tabsAreFixed: {
    vi: 'Tên trang tính không đổi được ở đây. Hãy đổi trong Google Sheets hoặc trong tệp .xlsx.',
    en: 'Tabs cannot be renamed here. Rename them in Google Sheets or in the .xlsx file.',
  },
  side: { vi: 'Khung bên', en: 'Side panel' },
  close: { vi: 'Đóng', en: 'Close' },
} as const satisfies Record<string, Bilingual>;

/** A workbook as tables, for readers and for whoever has the link. */
export const VIEW_WORDS = {
  skip: { vi: 'Đến bảng', en: 'Skip to the tables' },
  tabs: { vi: 'Các trang', en: 'Tabs' },
  empty: { vi: 'Bảng tính này chưa có trang nào để xem.', en: 'This workbook has no tab to show yet.' },
  viewOnly: { vi: 'Chỉ xem', en: 'View only' },
  notOpen: {
    vi: 'Liên kết này không mở bảng tính nào: bảng tính không có, hoặc chưa được công bố cho mọi người xem.',
    en: 'This link opens no workbook: there is none, or it has not been published for everyone to see.',
  },
} as const satisfies Record<string, Bilingual>;

/** The page that asks for the pass phrase. */
export const SIGN_IN_WORDS = {
  title: { vi: 'Đăng nhập – PAR Index', en: 'Sign in – PAR Index' },
  phrase: { vi: 'Mật khẩu của trang này', en: 'Pass phrase of this page' },
  enter: { vi: 'Vào', en: 'Enter' },
  wrong: { vi: 'Mật khẩu không đúng.', en: 'This is not the pass phrase.' },
  tooMany: { vi: 'Thử quá nhiều lần. Hãy đợi một phút.', en: 'Too many tries. Wait a minute.' },
} as const satisfies Record<string, Bilingual>;

/** The state of what a person entered, as the head of the page tells it. */
export const SYNC_WORDS = {
  saved: { vi: 'Đã lưu', en: 'Saved' },
  saving: { vi: 'Đang lưu…', en: 'Saving…' },
  readOnly: { vi: 'Chỉ xem', en: 'View only' },
  offline: (waiting: number): Bilingual =>
    waiting === 0
      ? { vi: 'Mất kết nối, đang thử lại…', en: 'Connection lost, trying again…' }
      : {
          vi: `Mất kết nối. ${waiting} thay đổi đang chờ gửi, hãy giữ trang này mở.`,
          en: `Connection lost. ${waiting} ${waiting === 1 ? 'change is' : 'changes are'} waiting; keep this page open.`,
        },
  busy: {
    vi: 'Máy chủ đang bận, thay đổi sẽ tự gửi lại…',
    en: 'The server is busy; changes are sent again by themselves…',
  },
  signIn: (waiting: number): Bilingual =>
    waiting === 0
      ? { vi: 'Phiên đăng nhập đã hết.', en: 'You are signed out.' }
      : {
          vi: `Phiên đăng nhập đã hết. ${waiting} thay đổi được giữ, sẽ gửi khi bạn đăng nhập lại.`,
          en: `You are signed out. ${waiting} ${waiting === 1 ? 'change is' : 'changes are'} kept and sent once you have signed in.`,
        },
  signInAgain: { vi: 'Đăng nhập lại (thẻ mới)', en: 'Sign in again (new tab)' },
  notDone: (waiting: number): Bilingual => ({
    vi: `Chưa thực hiện, vì ${waiting} thay đổi của bạn chưa gửi được lên máy chủ. Các thay đổi được giữ và tự gửi lại; khi góc trên ghi «Đã lưu», hãy chọn lại mục này.`,
    en: `Not done: ${waiting} ${waiting === 1 ? 'change of yours is' : 'changes of yours are'} not on the server yet. They are kept and sent again by themselves; choose this once more when the head says “Saved”.`,
  }),
  back: { vi: 'Đã kết nối lại.', en: 'Connected again.' },
} as const;

/** Those who may sit at the page, by what they may do. */
export const PERSON_WORDS = {
  editor: { vi: 'Chuyên viên (sửa)', en: 'Officer (edits)' },
  publisher: { vi: 'Lãnh đạo (công bố)', en: 'Leader (publishes)' },
  reader: { vi: 'Người xem', en: 'Reader' },
} as const satisfies Record<string, Bilingual>;

/** Said in the place of a chart of a kind that is not drawn here. */
export function chartNotDrawn(kind: string): Bilingual {
  return {
    vi: `Biểu đồ này chỉ hiển thị trên Google Sheets${kind === '' ? '' : ` (${kind})`}`,
    en: `This chart is shown in Google Sheets only${kind === '' ? '' : ` (${kind})`}`,
  };
}
