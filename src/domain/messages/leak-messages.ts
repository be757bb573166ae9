import type { Bilingual } from '../language.ts';
import type { Leak, LeakKind } from '../leak.ts';

/** What was found, and what to do about it; the place is told before it. */
const LEAK_WORDS: Readonly<Record<LeakKind, Bilingual>> = {
  formula: { vi: 'có công thức; hãy xóa công thức', en: 'holds a formula; delete it' },
  'hidden-tab': { vi: 'trang bị ẩn; hãy bỏ ẩn', en: 'the tab is hidden; show it' },
  'hidden-row': {
    vi: 'dòng bị ẩn; hãy bỏ ẩn hoặc bỏ bộ lọc',
    en: 'the row is hidden; show it or clear the filter',
  },
  'hidden-column': { vi: 'cột bị ẩn; hãy bỏ ẩn', en: 'the column is hidden; show it' },
  note: { vi: 'có ghi chú; hãy xóa ghi chú', en: 'has a note; delete it' },
  comment: { vi: 'tệp có bình luận; hãy xóa hết bình luận', en: 'the file has comments; delete them' },
  link: { vi: 'có đường liên kết; hãy bỏ liên kết', en: 'leads to another address; remove the link' },
  email: { vi: 'có địa chỉ thư điện tử; hãy xóa địa chỉ', en: 'holds an e-mail address; remove it' },
  contact: {
    vi: 'có số điện thoại hoặc đầu mối liên hệ của đơn vị; hãy xóa thông tin đó',
    en: 'holds a telephone number or a unit’s contact; remove it',
  },
  'self-assessment': {
    vi: 'là điểm tự đánh giá của đơn vị; hãy xóa trang này khỏi tệp kết quả',
    en: 'is a self-assessment of units; delete the tab from the results file',
  },
  draft: { vi: 'là bản nháp; hãy xóa nội dung này', en: 'is a draft; delete it' },
  'not-publishable': { vi: 'không phải là trang được công bố', en: 'is no tab that may be published' },
  'foreign-tab': {
    vi: 'không thuộc kết quả; hãy xóa trang này',
    en: 'is no part of the results; delete the tab',
  },
  'foreign-cell': {
    vi: 'nội dung khác với kết quả cần công bố',
    en: 'does not hold what is to be published',
  },
  'beyond-results': {
    vi: 'nằm ngoài kết quả; hãy xóa nội dung ô',
    en: 'lies beyond the results; clear the cell',
  },
  metadata: {
    vi: 'có dữ liệu ẩn của chương trình khác (developer metadata)',
    en: 'carries developer metadata of another program',
  },
  'named-range': { vi: 'có dải ô được đặt tên; hãy xóa tên', en: 'has a named range; delete the name' },
  'protected-range': {
    vi: 'có vùng được bảo vệ kèm mô tả; hãy bỏ bảo vệ',
    en: 'has a protected range; remove the protection',
  },
  'chart-source': {
    vi: 'có biểu đồ lấy số liệu ngoài kết quả của trang; hãy xóa biểu đồ',
    en: 'has a chart of cells that are not results of the tab; delete the chart',
  },
  'filter-view': { vi: 'có chế độ xem bộ lọc; hãy xóa', en: 'has a filter view; delete it' },
  validation: {
    vi: 'có danh sách chọn hoặc quy tắc nhập; hãy xóa quy tắc',
    en: 'has a drop-down or an entry rule; remove it',
  },
  object: { vi: 'có đối tượng lạ; hãy xóa', en: 'has something that is no part of the results; delete it' },
  'file-field': {
    vi: 'tên, mô tả hoặc thuộc tính của tệp có nội dung không được công bố',
    en: 'the file’s name, description or properties hold what must not be published',
  },
  sharing: {
    vi: 'tệp đang được chia sẻ với người khác ngoài dự kiến; hãy bỏ quyền đó',
    en: 'the file is shared otherwise than chosen; take that right away',
  },
  copying: {
    vi: 'quyền sao chép, tải xuống không như đã chọn',
    en: 'copying and downloading are not as chosen',
  },
};

/** One leak in a sentence: where, what is there, what to do. */
export function describeLeak({ kind, tab, cell, detail }: Leak): Bilingual {
  const place = [tab, cell].filter((part) => part !== undefined).join('!');
  const named = detail === undefined || detail === '' ? '' : ` (${detail})`;
  const sentence = (words: string) => `${place === '' ? '' : `${place}: `}${words}${named}.`;
  const { vi, en } = LEAK_WORDS[kind];
  return { vi: sentence(vi), en: sentence(en) };
}
