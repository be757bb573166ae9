import type { Bilingual } from '../language.ts';

/** What an HTTP caller is told when a request is refused; the code is stable, the words are for people. */
export const PROBLEMS = {
  'method-not-allowed': {
    title: { vi: 'Phương thức không được hỗ trợ', en: 'Method not allowed' },
    detail: { vi: 'Hãy gửi yêu cầu bằng phương thức POST.', en: 'Send the request with POST.' },
  },
  'unknown-function': {
    title: { vi: 'Không có chức năng này', en: 'No such function' },
    detail: {
      vi: 'Địa chỉ được gọi không ứng với chức năng nào. Hãy kiểm tra đường dẫn.',
      en: 'The address that was called belongs to no function. Check the path.',
    },
  },
  'not-json': {
    title: { vi: 'Nội dung yêu cầu không phải JSON', en: 'The request body is not JSON' },
    detail: {
      vi: 'Hãy gửi nội dung JSON hợp lệ, ví dụ {"spreadsheetId": "…"}.',
      en: 'Send a valid JSON body, such as {"spreadsheetId": "…"}.',
    },
  },
  'bad-request': {
    title: { vi: 'Yêu cầu không hợp lệ', en: 'The request is not valid' },
    detail: {
      vi: 'Nội dung yêu cầu thiếu hoặc thừa thông tin; xem mục «violations».',
      en: 'The request body lacks something or has too much; see “violations”.',
    },
  },
  'body-too-large': {
    title: { vi: 'Nội dung yêu cầu quá lớn', en: 'The request body is too large' },
    detail: {
      vi: 'Yêu cầu chỉ cần mã bảng tính; hãy gửi nội dung ngắn hơn.',
      en: 'A request needs no more than the spreadsheet’s id; send a shorter body.',
    },
  },
  'entries-have-errors': {
    title: { vi: 'Số liệu nhập còn lỗi', en: 'The entries have errors' },
    detail: {
      vi: 'Kết quả cũ được giữ nguyên và đánh dấu không còn hiện hành. Hãy sửa các lỗi ghi trong trang «Vấn đề cần xử lý» rồi tính lại.',
      en: 'The old results were kept and marked as not current. Correct what the tab “Issues” lists, then recompute.',
    },
  },
  superseded: {
    title: { vi: 'Đã có kết quả mới hơn', en: 'Newer results stand' },
    detail: {
      vi: 'Một lần tính khác vừa ghi kết quả trước. Kết quả đó đang hiện hành; hãy tính lại nếu cần.',
      en: 'Another run wrote its results first. They stand; recompute again if you need to.',
    },
  },
  moved: {
    title: { vi: 'Các trang tính vừa thay đổi', en: 'The tabs have just changed' },
    detail: {
      vi: 'Có người xóa hoặc di chuyển trang tính cần ghi trong lúc tính. Chưa có gì được ghi; hãy tính lại.',
      en: 'Somebody deleted or moved a tab that was to be written. Nothing was written; recompute again.',
    },
  },
  internal: {
    title: { vi: 'Hệ thống gặp lỗi', en: 'Something went wrong on our side' },
    detail: {
      vi: 'Bảng tính không bị thay đổi dở dang. Hãy thử lại; nếu vẫn lỗi, gửi mã «runId» cho người quản trị.',
      en: 'The workbook was not left half written. Try again; if it fails again, give the “runId” to the administrator.',
    },
  },
} as const satisfies Record<string, { readonly title: Bilingual; readonly detail: Bilingual }>;

export type ProblemCode = keyof typeof PROBLEMS;
