import { assertNever } from '../assert-never.ts';
import type { Bilingual, Language } from '../language.ts';
import type { ClosedCells, Quota, SpreadsheetFailure } from '../spreadsheet-failure.ts';
import { capitalised, joinNames } from './name-lists.ts';

type FailureOf<Kind extends SpreadsheetFailure['kind']> = Extract<
  SpreadsheetFailure,
  { readonly kind: Kind }
>;

/** What is known about the caller and makes a remedy concrete. */
export interface FailureContext {
  /** The address that the spreadsheet has to be shared with. */
  readonly account?: string;
}

function shareWith({ account }: FailureContext): Bilingual {
  if (account === undefined)
    return {
      vi: 'Hãy chia sẻ bảng tính với tài khoản dịch vụ của hệ thống, quyền Người chỉnh sửa',
      en: 'Share the spreadsheet with the system’s service account, as Editor',
    };
  return {
    vi: `Hãy chia sẻ bảng tính với ${account}, quyền Người chỉnh sửa`,
    en: `Share the spreadsheet with ${account}, as Editor`,
  };
}

function notFound(context: FailureContext): Bilingual {
  const { vi, en } = shareWith(context);
  return {
    vi: `Không tìm thấy bảng tính, hoặc bảng tính chưa được chia sẻ. ${vi}, rồi thử lại.`,
    en: `The spreadsheet was not found, or it is not shared. ${en}, then try again.`,
  };
}

function forbidden({ reason }: FailureOf<'forbidden'>, context: FailureContext): Bilingual {
  const { vi, en } = shareWith(context);
  switch (reason) {
    case 'not-shared':
      return {
        vi: `Hệ thống không có quyền chỉnh sửa bảng tính này. ${vi}, rồi thử lại.`,
        en: `The system may not edit this spreadsheet. ${en}, then try again.`,
      };
    case 'missing-scope':
      return {
        vi: 'Tài khoản của hệ thống chưa được cấp phạm vi truy cập Google Sheets. Quản trị viên cần cấp phạm vi “spreadsheets” rồi thử lại.',
        en: 'The system’s account was not granted access to Google Sheets. An administrator must grant the “spreadsheets” scope, then try again.',
      };
    case 'service-disabled':
      return {
        vi: 'Google Sheets API chưa được bật cho dự án. Quản trị viên cần bật API này trong Google Cloud rồi thử lại sau vài phút.',
        en: 'The Google Sheets API is not enabled for the project. An administrator must enable it in Google Cloud; try again after a few minutes.',
      };
    default:
      return assertNever(reason);
  }
}

/** So many protections are told by name; who lifts these learns of the others at the next try. */
const CELLS_TOLD = 3;

function closedPlace({ tab, range, description }: ClosedCells): Bilingual {
  const named = description === undefined ? '' : ` (“${description}”)`;
  if (range === undefined) return { vi: `trang tính “${tab}”${named}`, en: `the tab “${tab}”${named}` };
  return { vi: `vùng ${range} của trang tính “${tab}”${named}`, en: `${range} in the tab “${tab}”${named}` };
}

function closedPlaces(cells: readonly ClosedCells[], language: Language): string {
  if (cells.length === 0) return { vi: 'Vùng cần ghi', en: 'The range to write' }[language];
  const told = cells.slice(0, CELLS_TOLD).map((each) => closedPlace(each)[language]);
  const others = cells.length - told.length;
  const more = { vi: `${others} vùng khác`, en: others === 1 ? 'another range' : `${others} other ranges` };
  return capitalised(joinNames(others === 0 ? told : [...told, more[language]], language));
}

function whoLifts({ editors = [], owners = [] }: FailureOf<'protected-range'>, language: Language): string {
  if (editors.length > 0) return joinNames(editors, language);
  const named = owners.length === 0 ? '' : ` (${joinNames(owners, language)})`;
  return { vi: `chủ sở hữu bảng tính${named}`, en: `the owner of the spreadsheet${named}` }[language];
}

function protectedRange(failure: FailureOf<'protected-range'>, { account }: FailureContext): Bilingual {
  const { cells = [] } = failure;
  const areMany = cells.length > 1;
  return {
    vi: `${closedPlaces(cells, 'vi')} đang được bảo vệ; chưa có gì được ghi. Hãy nhờ ${whoLifts(failure, 'vi')} bỏ bảo vệ, hoặc thêm ${account ?? 'tài khoản dịch vụ'} vào danh sách được chỉnh sửa, rồi thử lại.`,
    en: `${closedPlaces(cells, 'en')} ${areMany ? 'are' : 'is'} protected; nothing was written. Ask ${whoLifts(failure, 'en')} to remove the protection, or to add ${account ?? 'the service account'} to those who may edit ${areMany ? 'them' : 'it'}; then try again.`,
  };
}

function sharingRefused({ reason }: FailureOf<'sharing-refused'>, { account }: FailureContext): Bilingual {
  switch (reason) {
    case 'organisation-policy':
      return {
        vi: 'Quy định của cơ quan không cho phép chia sẻ tệp kết quả với những người đã chọn. Hãy chọn người xem khác (ví dụ chỉ trong tên miền của cơ quan), hoặc nhờ quản trị viên Google Workspace cho phép, rồi công bố lại.',
        en: 'Your organisation does not allow the results file to be shared with the readers you chose. Choose others, such as your own domain only, or ask the Google Workspace administrator to allow it; then publish again.',
      };
    case 'no-such-account':
      return {
        vi: 'Một trong các địa chỉ được mời không có tài khoản Google. Hãy kiểm tra lại các địa chỉ rồi công bố lại.',
        en: 'One of the invited addresses has no Google account. Check the addresses, then publish again.',
      };
    case 'not-allowed':
      return {
        vi: `Hệ thống không được phép thay đổi việc chia sẻ tệp kết quả. Hãy để ${account ?? 'tài khoản dịch vụ'} là Người chỉnh sửa và cho phép người chỉnh sửa chia sẻ tệp; quyền xem đến từ thư mục chứa tệp thì bỏ ở thư mục đó; rồi thực hiện lại.`,
        en: `The system may not change who can open the results file. Let ${account ?? 'the service account'} be an Editor and let editors share the file; take away rights that come from its folder there; then try again.`,
      };
    default:
      return assertNever(reason);
  }
}

const QUOTAS: Readonly<Record<Quota, Bilingual>> = {
  reads: { vi: 'lượt đọc', en: 'reads' },
  writes: { vi: 'lượt ghi', en: 'writes' },
  requests: { vi: 'lượt gọi', en: 'requests' },
};

function rateLimited({ quota, perMinute, retryAt }: FailureOf<'rate-limited'>): Bilingual {
  const { vi, en } = QUOTAS[quota];
  const limit = perMinute === undefined ? '' : `${perMinute} `;
  return {
    vi: `Đã đạt giới hạn ${limit}${vi} mỗi phút của Google. Hãy thử lại ${retryAt === undefined ? 'sau một phút' : `lúc ${retryAt}`}.`,
    en: `Google’s limit of ${limit}${en} a minute was reached. Try again ${retryAt === undefined ? 'in a minute' : `at ${retryAt}`}.`,
  };
}

const TOO_LARGE: Readonly<Record<FailureOf<'too-large'>['limit'], Bilingual>> = {
  cells: {
    vi: 'Bảng tính sẽ vượt quá 10 triệu ô, giới hạn của Google. Hãy xóa các trang tính không dùng rồi thử lại.',
    en: 'The spreadsheet would exceed 10 million cells, Google’s limit. Delete tabs that are not used, then try again.',
  },
  columns: {
    vi: 'Trang tính sẽ vượt quá 18.278 cột, giới hạn của Google. Hãy xóa các cột không dùng rồi thử lại.',
    en: 'The tab would exceed 18,278 columns, Google’s limit. Delete columns that are not used, then try again.',
  },
  'cell-text': {
    vi: 'Một ô chứa quá 50.000 ký tự, giới hạn của Google. Hãy rút ngắn nội dung rồi thử lại.',
    en: 'A cell holds more than 50,000 characters, Google’s limit. Shorten the text, then try again.',
  },
  request: {
    vi: 'Dữ liệu cần ghi lớn hơn mức Google chấp nhận trong một lần. Hãy báo quản trị viên hệ thống.',
    en: 'The data to write are larger than Google accepts at once. Tell the system’s administrator.',
  },
};

function badRequest({ detail }: FailureOf<'bad-request'>): Bilingual {
  return {
    vi: `Google từ chối yêu cầu; chưa có gì được ghi. Hãy báo quản trị viên hệ thống kèm nội dung: ${detail}`,
    en: `Google refused the request; nothing was written. Tell the system’s administrator: ${detail}`,
  };
}

const SENTENCES = {
  unavailable: {
    vi: 'Google Sheets tạm thời không phản hồi. Hãy thử lại sau vài phút.',
    en: 'Google Sheets does not answer at the moment. Try again in a few minutes.',
  },
  unauthenticated: {
    vi: 'Hệ thống chưa đăng nhập được vào Google. Quản trị viên cần kiểm tra thông tin xác thực của tài khoản dịch vụ.',
    en: 'The system could not sign in to Google. An administrator must check the service account’s credentials.',
  },
  conflict: {
    vi: 'Các trang tính đã thay đổi trong lúc tính; chưa có gì được ghi. Hãy tính lại.',
    en: 'The tabs changed during the computation; nothing was written. Recompute.',
  },
  'unknown-outcome': {
    vi: 'Mất kết nối trong lúc ghi nên chưa biết kết quả đã được ghi hay chưa. Hãy xem dòng cuối của Nhật ký rồi tính lại nếu cần; tính lại không ghi trùng.',
    en: 'The connection was lost while writing, so it is not known whether the results were written. See the last line of the run log and recompute if needed; recomputing never writes twice.',
  },
  cancelled: {
    vi: 'Đã dừng theo yêu cầu; chưa có gì được ghi.',
    en: 'Stopped as asked; nothing was written.',
  },
} as const satisfies Partial<Record<SpreadsheetFailure['kind'], Bilingual>>;

function sentenceFor(failure: SpreadsheetFailure, context: FailureContext): Bilingual {
  switch (failure.kind) {
    case 'not-found':
      return notFound(context);
    case 'forbidden':
      return forbidden(failure, context);
    case 'sharing-refused':
      return sharingRefused(failure, context);
    case 'protected-range':
      return protectedRange(failure, context);
    case 'rate-limited':
      return rateLimited(failure);
    case 'too-large':
      return TOO_LARGE[failure.limit];
    case 'bad-request':
      return badRequest(failure);
    case 'unavailable':
    case 'unauthenticated':
    case 'conflict':
    case 'unknown-outcome':
    case 'cancelled':
      return SENTENCES[failure.kind];
    default:
      return assertNever(failure);
  }
}

/** What happened and what to do about it, for the person who clicked. */
export function describeSpreadsheetFailure(
  failure: SpreadsheetFailure,
  language: Language,
  context: FailureContext = {},
): string {
  return sentenceFor(failure, context)[language];
}
