import type { Bilingual } from '../language.ts';

/** What the dialog of setting up says. */
export const SETUP_MENU_WORDS = {
  period: { vi: 'Kỳ đánh giá mới (ví dụ 2027)', en: 'The new period (such as 2027)' },
  language: { vi: 'Ngôn ngữ của bảng tính', en: 'Language of the workbook' },
  last: {
    vi: 'Bảng tính của kỳ trước: đường liên kết (để trống nếu chưa có)',
    en: 'Last year’s workbook: its link (empty if there was none)',
  },
  criteria: {
    vi: 'Bộ tiêu chí mới: đường liên kết các bảng tính, mỗi dòng một (mã = liên kết nếu cần nêu mã bộ)',
    en: 'New criteria sets: links of spreadsheets, one per line (code = link to name a set)',
  },
  province: { vi: 'Tên tỉnh, thành phố (để trống: như kỳ trước)', en: 'Province (empty: as last year)' },
  office: {
    vi: 'Đồng nghiệp phụ trách, được sửa tiêu chí và cài đặt (mỗi dòng một địa chỉ thư)',
    en: 'Colleagues who may change criteria and settings (one address per line)',
  },
  showPlan: { vi: 'Xem trước', en: 'Show what will be made' },
  confirm: { vi: 'Tạo bảng tính', en: 'Make the workbook' },
  close: { vi: 'Đóng', en: 'Close' },
  working: { vi: 'Đang làm việc…', en: 'Working…' },
  noPeriod: { vi: 'Hãy nhập kỳ đánh giá.', en: 'Enter the period.' },
  nothingChosen: {
    vi: 'Hãy nêu bảng tính của kỳ trước, hoặc ít nhất một bộ tiêu chí.',
    en: 'Name last year’s workbook, or at least one criteria set.',
  },
  makesFile: {
    vi: 'Khi bấm «Tạo bảng tính», một tệp mới được tạo trong Drive của bạn và chia sẻ với các đồng nghiệp đã nêu. Bảng tính này không thay đổi.',
    en: 'When you choose “Make the workbook”, a new file is made in your Drive and shared with the colleagues you named. This workbook stays as it is.',
  },
  fillsThis: {
    vi: 'Bảng tính này còn trống: khi bấm «Tạo bảng tính», chính nó trở thành bảng tính của kỳ mới. Hãy tự chia sẻ nó với các đồng nghiệp đã nêu trước khi bấm.',
    en: 'This spreadsheet is still empty: when you choose “Make the workbook”, it becomes that of the new period. Share it with the colleagues you named before you do.',
  },
  cannotMakeFile: {
    vi: 'Không tạo được tệp trong Drive của bạn. Hãy tải lại bảng tính, đồng ý cấp quyền khi được hỏi, rồi thử lại.',
    en: 'The file could not be made in your Drive. Reload the workbook, agree when you are asked for permission, then try again.',
  },
  done: { vi: 'Đã tạo bảng tính của kỳ mới', en: 'The workbook of the new period is made' },
  readGuide: {
    vi: 'Hãy mở bảng tính và đọc trang «Hướng dẫn»: việc cần làm theo thứ tự.',
    en: 'Open it and read the tab “Guide”: what to do, in order.',
  },
  needsMenu: {
    vi: 'Trình đơn PAR Index chưa có trong tệp mới: người quản trị cài như đã cài cho bảng tính này (docs/deploy/menu.md).',
    en: 'The PAR Index menu is not in the new file yet: the administrator installs it as for this one (docs/deploy/menu.md).',
  },
} as const satisfies Record<string, Bilingual>;

export function planHeading(counts: {
  readonly sets: number;
  readonly groups: number;
  readonly units: number;
  readonly results: number;
}): Bilingual {
  const { sets, groups, units, results } = counts;
  return {
    vi: `${sets} bộ tiêu chí, ${groups} nhóm, ${units} đơn vị, ${results} kết quả các kỳ trước`,
    en: `${sets} criteria ${sets === 1 ? 'set' : 'sets'}, ${groups} ${groups === 1 ? 'group' : 'groups'}, ${units} ${units === 1 ? 'unit' : 'units'}, ${results} past results`,
  };
}

/** A set of the new year: so (2027): 38 tiêu chí thành phần. */
export function plannedSetLine(id: string, version: string | null, components: number): Bilingual {
  const named = version === null ? id : `${id} (${version})`;
  return {
    vi: `Bộ tiêu chí ${named}: ${components} tiêu chí chấm điểm`,
    en: `Criteria set ${named}: ${components} scored rows`,
  };
}

export function notALinkText(given: string): Bilingual {
  return {
    vi: `«${given}» không phải đường liên kết của một bảng tính.`,
    en: `“${given}” is no link of a spreadsheet.`,
  };
}

export function notAnAddressText(given: string): Bilingual {
  return { vi: `«${given}» không phải địa chỉ thư.`, en: `“${given}” is no e-mail address.` };
}

export function notSharedText(addresses: readonly string[]): Bilingual {
  const list = addresses.join(', ');
  return {
    vi: `Không chia sẻ được với ${list}. Hãy kiểm tra địa chỉ, hoặc bỏ ra, rồi bấm lại; bảng tính chưa được điền.`,
    en: `It could not be shared with ${list}. Check the addresses or leave them out, then try again; the workbook is not filled yet.`,
  };
}

export function fileMadeText(address: string): Bilingual {
  return {
    vi: `Tệp đã tạo, dùng lại ở lần bấm sau: ${address}`,
    en: `The file that was made, used again next time: ${address}`,
  };
}
