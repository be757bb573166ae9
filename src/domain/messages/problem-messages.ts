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
  'cannot-preview': {
    title: { vi: 'Số liệu nhập còn lỗi', en: 'The entries have errors' },
    detail: {
      vi: 'Chưa xem trước được. Hãy dùng «Kiểm tra số liệu nhập» để xem các lỗi, sửa rồi thử lại. Chưa có gì thay đổi.',
      en: 'There is no preview yet. Use “Check entries” to see the errors, correct them, then try again. Nothing was changed.',
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
  'no-identity': {
    title: { vi: 'Chưa xác nhận được người gọi', en: 'It is not known who calls' },
    detail: {
      vi: 'Yêu cầu không kèm mã định danh. Hãy mở bảng tính và dùng trình đơn PAR Index.',
      en: 'The request carries no identity token. Open the workbook and use the PAR Index menu.',
    },
  },
  'identity-expired': {
    title: { vi: 'Phiên làm việc đã hết hạn', en: 'The session has expired' },
    detail: {
      vi: 'Mã định danh đã hết hạn. Hãy tải lại bảng tính rồi bấm lại trình đơn.',
      en: 'The identity token has expired. Reload the workbook, then use the menu again.',
    },
  },
  'identity-invalid': {
    title: { vi: 'Mã định danh không hợp lệ', en: 'The identity token is not valid' },
    detail: {
      vi: 'Mã định danh không phải do Google cấp. Hãy tải lại bảng tính; nếu vẫn lỗi, hãy báo người quản trị.',
      en: 'The identity token was not issued by Google. Reload the workbook; if it fails again, tell the administrator.',
    },
  },
  'identity-unavailable': {
    title: { vi: 'Tạm thời chưa xác nhận được người gọi', en: 'Callers cannot be identified at the moment' },
    detail: {
      vi: 'Chưa lấy được khóa xác thực của Google. Hãy thử lại sau vài phút.',
      en: 'Google’s keys could not be fetched. Try again in a few minutes.',
    },
  },
  'email-not-verified': {
    title: { vi: 'Địa chỉ thư chưa được xác minh', en: 'The e-mail address is not verified' },
    detail: {
      vi: 'Hãy xác minh địa chỉ thư trong tài khoản Google của bạn rồi thử lại.',
      en: 'Verify the e-mail address in your Google account, then try again.',
    },
  },
  'domain-not-allowed': {
    title: { vi: 'Tài khoản ngoài cơ quan', en: 'An account from outside' },
    detail: {
      vi: 'Hãy dùng tài khoản công vụ của tỉnh, hoặc đề nghị người quản trị thêm tên miền thư của bạn.',
      en: 'Use your official account, or ask the administrator to add your e-mail domain.',
    },
  },
  'not-a-writer': {
    title: { vi: 'Bạn chỉ có quyền xem bảng tính này', en: 'You may only view this workbook' },
    detail: {
      vi: 'Chưa có gì thay đổi. Việc này cần quyền chỉnh sửa: hãy đề nghị người phụ trách bảng tính cấp quyền «Người chỉnh sửa».',
      en: 'Nothing was changed. This needs the right to edit: ask whoever looks after the workbook to make you an “Editor”.',
    },
  },
  'not-a-publisher': {
    title: { vi: 'Bạn chưa được giao việc này', en: 'You are not named for this' },
    detail: {
      vi: 'Chưa có gì thay đổi. Chỉ người được chỉ định mới lập bảng tính cho kỳ mới, công bố hoặc rút kết quả; hãy liên hệ người quản trị.',
      en: 'Nothing was changed. Only people who are named may set up a year, publish or withdraw; ask the administrator.',
    },
  },
  'not-for-queue': {
    title: { vi: 'Chức năng này chỉ dành cho người dùng', en: 'This function is for people only' },
    detail: {
      vi: 'Hàng đợi chỉ được gọi chức năng tính lại.',
      en: 'The queue may call nothing but recompute.',
    },
  },
  'too-many-calls': {
    title: { vi: 'Bạn bấm quá nhanh', en: 'Too many calls' },
    detail: {
      vi: 'Hãy chờ một phút rồi thử lại; các lần bấm trước vẫn đang được xử lý.',
      en: 'Wait a minute, then try again; your earlier calls are being dealt with.',
    },
  },
  'took-too-long': {
    title: { vi: 'Lâu hơn thời gian có thể chờ', en: 'It takes longer than can be waited for' },
    detail: {
      vi: 'Việc này đã được dừng trước khi xong vì trình đơn chỉ chờ được khoảng một phút. Bảng tính không bị ghi dở dang. Hãy thử lại: lần tính lại sau sẽ được xếp hàng để chạy ngầm. Nếu vẫn vậy, hãy báo người quản trị.',
      en: 'This was ended before it was done, because the menu can wait for about a minute only. The workbook was not left half written. Try again: the next recompute is put into the queue and done in the background. If it happens again, tell the administrator.',
    },
  },
  cancelled: {
    title: { vi: 'Đã dừng theo yêu cầu', en: 'Stopped as asked' },
    detail: {
      vi: 'Chưa có gì được ghi; kết quả cũ vẫn hiện hành.',
      en: 'Nothing was written; the old results stand.',
    },
  },
  internal: {
    title: { vi: 'Hệ thống gặp lỗi', en: 'Something went wrong on our side' },
    detail: {
      vi: 'Bảng tính không bị thay đổi dở dang. Hãy thử lại; nếu vẫn lỗi, gửi mã «runId» cho người quản trị.',
      en: 'The workbook was not left half written. Try again; if it fails again, give the “runId” to the administrator.',
    },
  },
  'named-workbook-unseen': {
    title: { vi: 'Không mở được một bảng tính đã nêu', en: 'A workbook that was named cannot be opened' },
    detail: {
      vi: 'Chưa có gì được ghi. Bạn cần quyền chỉnh sửa bảng tính của kỳ trước và tệp mới, quyền xem bảng tính có bộ tiêu chí; mỗi tệp cần được chia sẻ với tài khoản của hệ thống, quyền Người chỉnh sửa. Hãy kiểm tra đường liên kết và quyền chia sẻ rồi thử lại.',
      en: 'Nothing was written. You need to be an Editor of last year’s workbook and of the new file, and at least a Viewer of a spreadsheet with criteria; each file must be shared with the system’s account, as Editor. Check the links and the sharing, then try again.',
    },
  },
} as const satisfies Record<string, { readonly title: Bilingual; readonly detail: Bilingual }>;

export type ProblemCode = keyof typeof PROBLEMS;

/**
 * A call from a script that the functions do not know yet, as every copy of a workbook brings one. The id is
 * vouched for by Google by the time this is said, and it is no secret.
 */
export function scriptNotAllowed(clientId: string): {
  readonly title: Bilingual;
  readonly detail: Bilingual;
} {
  const command = `npm run deploy -- --add-audience ${clientId} --confirm`;
  return {
    title: { vi: 'Bảng tính này chưa được phép gọi', en: 'This workbook’s script is not allowed yet' },
    detail: {
      vi: `Trình đơn của bản sao này có mã ${clientId}, chưa nằm trong danh sách cho phép. Người quản trị hãy chạy: ${command}`,
      en: `The menu of this copy has the client id ${clientId}, which is not on the list. The administrator adds it with: ${command}`,
    },
  };
}
