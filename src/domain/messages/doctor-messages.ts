import { assertNever } from '../assert-never.ts';
import type { Assumption, DoorCheck, Finding } from '../doctor-finding.ts';
import type { Bilingual, Language } from '../language.ts';
import type { SpreadsheetFailure } from '../spreadsheet-failure.ts';
import { describeSpreadsheetFailure, type FailureContext } from './spreadsheet-error-messages.ts';

/** What each check is about, as a sentence that is true when all is well. */
const SUBJECTS: Readonly<Record<DoorCheck | Assumption, Bilingual>> = {
  'sign-in': { vi: 'Hệ thống đăng nhập được vào Google', en: 'The system can sign in to Google' },
  reach: { vi: 'Bảng tính mở được', en: 'The spreadsheet can be opened' },
  clock: { vi: 'Đồng hồ máy khớp với Google', en: 'The machine’s clock agrees with Google’s' },
  locale: {
    vi: 'Ngôn ngữ của bảng tính là tiếng Việt hoặc tiếng Anh',
    en: 'The spreadsheet’s locale is Vietnamese or English',
  },
  roles: {
    vi: 'Xem được vai trò của từng người trong bảng tính',
    en: 'The role of each person in the spreadsheet can be seen',
  },
  invited: {
    vi: 'Chỉ người được mời mới mở được bảng tính',
    en: 'Only people who were invited can open the spreadsheet',
  },
  quota: {
    vi: 'Hạn mức mỗi phút của Google đủ dùng (lượt đọc + lượt ghi của lần kiểm tra này)',
    en: 'Google’s quota of a minute suffices (reads + writes of this examination)',
  },
  edit: { vi: 'Hệ thống được chỉnh sửa bảng tính', en: 'The system may edit the spreadsheet' },
  'text-stays-text': {
    vi: 'Văn bản bắt đầu bằng = + - @ vẫn là văn bản',
    en: 'Text that begins with = + - @ stays text',
  },
  'sheet-id-kept': {
    vi: 'Mã trang tính do ta chọn được giữ nguyên',
    en: 'A sheet id that we choose is kept',
  },
  'guard-refuses': {
    vi: 'Ghi lần thứ hai cho cùng một phiên bản bị từ chối toàn bộ',
    en: 'A second write of one version is refused as a whole',
  },
  'guard-refuses-at-once': {
    vi: 'Trong mười lần ghi cùng lúc cho một phiên bản, đúng một lần thành công',
    en: 'Of ten writes of one version at once exactly one succeeds',
  },
  'guard-read-back': { vi: 'Phiên bản vừa ghi đọc lại được ngay', en: 'A version can be read back at once' },
  'absent-guard': {
    vi: 'Phiên bản chưa có thì đọc báo không tìm thấy',
    en: 'An absent version is told as not found',
  },
  'absent-metadata': {
    vi: 'Xóa ghi chú không tồn tại được chấp nhận',
    en: 'Deleting a note that does not exist is accepted',
  },
  'append-grows': {
    vi: 'Thêm dòng vào cuối thì trang tính tự mở rộng',
    en: 'A tab grows when rows are appended',
  },
  'grid-edge-refuses': {
    vi: 'Ghi ra ngoài trang tính bị từ chối toàn bộ',
    en: 'A write beyond the edge of a tab is refused as a whole',
  },
  'copy-keeps-text': {
    vi: 'Sao chép giữ nguyên văn bản và ô trống',
    en: 'Copying keeps text as text and empty cells empty',
  },
  'held-line': {
    vi: 'Ghi kèm điều kiện về vị trí dòng được chấp nhận khi dòng còn ở chỗ cũ',
    en: 'A write tied to the place of a row is accepted while the row is there',
  },
  'line-put-in': {
    vi: 'Chèn dòng phía trên thì lần ghi theo vị trí cũ bị từ chối toàn bộ',
    en: 'After a row was put in above, a write tied to the old place is refused as a whole',
  },
  'line-moved': {
    vi: 'Di chuyển dòng thì lần ghi theo vị trí cũ bị từ chối toàn bộ',
    en: 'After a row was moved, a write tied to the old place is refused as a whole',
  },
  'rows-sorted': {
    vi: 'Sắp xếp các dòng thì lần ghi theo vị trí cũ bị từ chối toàn bộ',
    en: 'After rows were sorted, a write tied to the old place is refused as a whole',
  },
  'number-look': {
    vi: 'Số hiển thị đúng dấu thập phân của bảng tính',
    en: 'Numbers show the decimal mark of the spreadsheet’s locale',
  },
};

/** What to do about a check that failed without a refusal by Google. */
const REMEDIES: Partial<Record<DoorCheck | Assumption, Bilingual>> = {
  clock: {
    vi: 'Hãy bật đồng bộ thời gian trên máy rồi thử lại.',
    en: 'Turn on time synchronisation on this machine, then try again.',
  },
  locale: {
    vi: 'Hãy chọn Việt Nam trong Tệp ▸ Cài đặt ▸ Ngôn ngữ.',
    en: 'Choose Vietnam or United States in File ▸ Settings ▸ Locale.',
  },
  roles: {
    vi: 'Hãy nâng tài khoản này lên quyền Người chỉnh sửa rồi thử lại.',
    en: 'Make this account an Editor, then try again.',
  },
  invited: {
    vi: 'Kết quả chưa công bố sẽ lộ cho người có đường liên kết. Hãy chọn Chia sẻ ▸ Quyền truy cập chung ▸ Hạn chế.',
    en: 'Results that are not published yet are open to anybody with the link. Choose Share ▸ General access ▸ Restricted.',
  },
};

/** What to do when Drive, which knows people's roles, refuses; the spreadsheet itself is open by then. */
function rolesRefused(failure: SpreadsheetFailure): Bilingual | undefined {
  if (failure.kind !== 'forbidden') return undefined;
  switch (failure.reason) {
    case 'service-disabled':
      return {
        vi: 'Google Drive API chưa được bật cho dự án. Quản trị viên cần bật API này trong Google Cloud rồi thử lại sau vài phút.',
        en: 'The Google Drive API is not enabled for the project. An administrator must enable it in Google Cloud; try again after a few minutes.',
      };
    case 'missing-scope':
      return {
        vi: 'Tài khoản của hệ thống chưa được cấp phạm vi “drive.metadata.readonly”. Quản trị viên cần cấp phạm vi này rồi thử lại.',
        en: 'The system’s account was not granted the “drive.metadata.readonly” scope. An administrator must grant it, then try again.',
      };
    case 'not-shared':
      return undefined;
    default:
      return assertNever(failure);
  }
}

const UNEXPECTED: Bilingual = {
  vi: 'Google xử lý khác với điều hệ thống dựa vào. Chưa nên dùng chính thức; hãy gửi kết quả này cho quản trị viên.',
  en: 'Google behaves differently from what the system relies on. Do not use it officially yet; send this to the administrator.',
};

/** One line of the examination: whether the check holds, what was seen, and what to do if it does not. */
export function describeFinding(finding: Finding, language: Language, context: FailureContext = {}): string {
  const subject = SUBJECTS[finding.check][language];
  switch (finding.kind) {
    case 'holds':
      return finding.seen === undefined ? `✔ ${subject}` : `✔ ${subject}: ${finding.seen}`;
    case 'fails': {
      const remedy = (REMEDIES[finding.check] ?? UNEXPECTED)[language];
      return `✘ ${subject}: ${finding.seen}. ${remedy}`;
    }
    case 'refused': {
      const { check, failure } = finding;
      const known = check === 'roles' ? rolesRefused(failure)?.[language] : undefined;
      return `✘ ${subject}: ${known ?? describeSpreadsheetFailure(failure, language, context)}`;
    }
  }
}
