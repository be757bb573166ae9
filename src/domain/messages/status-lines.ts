import type { Bilingual, Language } from '../language.ts';

/** The word that the status line of figures begins with which follow from the entries. */
const CURRENT: Bilingual = { vi: 'HIỆN HÀNH', en: 'CURRENT' };

/** A run as the status line tells it; moments as people read them. */
interface Told {
  /** Entries that were made up to here are in the figures. */
  readonly asOf: string;
  readonly computedAt: string;
  readonly by: string;
  readonly resultsHash: string;
}

/** The line that says up to when entries are in the figures, when and by whom they were computed, and which results they are. */
export function currentLine({ asOf, computedAt, by, resultsHash }: Told): Bilingual {
  return {
    vi: `${CURRENT.vi} · Số liệu nhập đến ${asOf} · Tính lúc ${computedAt} · Người tính: ${by} · Mã kết quả ${resultsHash}`,
    en: `${CURRENT.en} · Entries as of ${asOf} · Computed at ${computedAt} by ${by} · Results hash ${resultsHash}`,
  };
}

/** A status line without the word that it begins with, so that a banner never says both; every banner ends with it. */
export function withoutState(line: string): string {
  return line.replace(/^[^·]*· /, '');
}

/** The banner over figures whose entries changed after they were read. */
export function outdatedLine(previous: string): Bilingual {
  return {
    vi: `KHÔNG CÒN HIỆN HÀNH · Số liệu nhập đã thay đổi sau khi tính: hãy tính lại. ${withoutState(previous)}`,
    en: `NOT CURRENT · Entries have changed since: recompute. ${withoutState(previous)}`,
  };
}

/** The banner over figures that no longer follow from what is entered. */
export function staleLine(moment: string, errors: number, issuesTab: string, previous: string): Bilingual {
  return {
    vi: `KHÔNG CÒN HIỆN HÀNH · Lần tính lúc ${moment} gặp ${errors} lỗi, xem trang «${issuesTab}». Số liệu dưới đây là của lần trước: ${withoutState(previous)}`,
    en: `NOT CURRENT · The run of ${moment} met ${errors} ${errors === 1 ? 'error' : 'errors'}, see the tab “${issuesTab}”. The figures below are of the run before: ${withoutState(previous)}`,
  };
}

/** The banner over a ranking whose group is no longer in the workbook. */
export function orphanLine(moment: string, previous: string): Bilingual {
  return {
    vi: `KHÔNG CÒN HIỆN HÀNH · Nhóm này không còn trong danh sách nhóm xếp hạng (kiểm tra lúc ${moment}). Số liệu cũ: ${withoutState(previous)}`,
    en: `NOT CURRENT · This group is no longer among the ranking groups (checked ${moment}). Old figures: ${withoutState(previous)}`,
  };
}

/** The language in which a status line stands. */
function languageOf(line: string): Language {
  return line.startsWith(`${CURRENT.en} · `) ? 'en' : 'vi';
}

const CHANGED: Bilingual = {
  vi: 'CÓ THAY ĐỔI CHƯA TÍNH LẠI · Hãy chọn PAR Index ▸ Tính lại. Số liệu dưới đây là của lần trước: ',
  en: 'ENTRIES CHANGED SINCE · Choose PAR Index ▸ Recompute. The figures below are of the run before: ',
};

/** The banner that the menu puts over figures at the first change of an entry, in the language of the line that stands. */
export function changedLine(previous: string): string {
  return `${CHANGED[languageOf(previous)]}${withoutState(previous)}`;
}
