import type { Basis } from '../criteria-set.ts';
import type { Bilingual } from '../language.ts';
import type { Status } from '../scoring-options.ts';
import { capitalised, joinNames, withArticle } from './name-lists.ts';
import { ordinal } from './ordinals.ts';

/** A text of both languages in which names and figures differ by language as well. */
type Named = Bilingual;

/** A unit with its index, as both languages write them. */
export interface NamedIndex {
  readonly name: Named;
  readonly index: Named;
}

function each(make: (language: 'vi' | 'en') => string): Bilingual {
  return { vi: make('vi'), en: make('en') };
}

function withIndexes(units: readonly NamedIndex[], language: 'vi' | 'en'): string {
  const names = units.map(({ name, index }) => `${nameIn(name, language)} (${index[language]} %)`);
  return joinNames(names, language);
}

function nameIn(name: Named, language: 'vi' | 'en'): string {
  return language === 'en' ? withArticle(name.en) : name.vi;
}

/** "năm 2022" and "2022" for a year; "kỳ Quý I/2023" and "the period Quý I/2023" for any other period. */
export function periodWords(period: string): Bilingual {
  return isYear(period)
    ? { vi: `năm ${period}`, en: period }
    : { vi: `kỳ ${period}`, en: `the period ${period}` };
}

/** What consecutive periods are counted in. */
function isYear(period: string): boolean {
  return /^\d{4}$/.test(period);
}

export function announcementHeadline(province: string, period: string): Bilingual {
  const place = province.toLocaleUpperCase('vi');
  const of = place === '' ? { vi: '', en: '' } : { vi: ` CỦA ${place}`, en: `, ${place}` };
  const when = isYear(period) ? ` ${period}` : `, PERIOD ${period.toLocaleUpperCase('vi')}`;
  return {
    vi: `CÔNG BỐ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH ${periodWords(period).vi.toLocaleUpperCase('vi')}${of.vi}`,
    en: `PUBLIC ADMINISTRATION REFORM INDEX${when}${of.en}: ANNOUNCEMENT`,
  };
}

export const NOBODY_RANKED: Bilingual = {
  vi: 'Chưa có đơn vị nào đủ điểm để xếp hạng.',
  en: 'No unit has all its marks yet, so nobody is ranked.',
};

/** Whether groups were scored in a block of points: all of them, some, or none. */
export type Spread = 'all' | 'some' | 'none';

const SURVEYED = { vi: 'điểm điều tra xã hội học', en: 'survey points' } as const satisfies Bilingual;
const APPRAISED = { vi: 'điểm thẩm định', en: 'appraised points' } as const satisfies Bilingual;

/** Which points the results come from. */
function pointsWords(appraised: Spread, surveyed: Spread): Bilingual {
  if (surveyed === 'none')
    return { vi: `, tính theo ${APPRAISED.vi}`, en: `, computed from ${APPRAISED.en}` };
  if (appraised === 'none') return { vi: `, tính theo ${SURVEYED.vi}`, en: `, computed from ${SURVEYED.en}` };
  const [where, whereEn] =
    surveyed === 'some' ? [' ở các nhóm có điều tra', ' in the groups that had a survey'] : ['', ''];
  return {
    vi: `, tính theo ${APPRAISED.vi} và ${SURVEYED.vi}${where}`,
    en: `, computed from ${APPRAISED.en} and ${SURVEYED.en}${whereEn}`,
  };
}

/** On which entries the announcement stands; a provisional one may not pass for official. */
export function announcedStatus(status: Status, blocks: Readonly<Record<Basis, Spread>>): Bilingual {
  if (status === 'provisional')
    return {
      vi: 'KẾT QUẢ TẠM TÍNH, CHƯA PHẢI LÀ KẾT QUẢ CHÍNH THỨC: có điểm tự đánh giá chưa được thẩm định.',
      en: 'PROVISIONAL RESULTS, NOT OFFICIAL: some points are self-assessed and not yet appraised.',
    };
  if (blocks.appraisal === 'none' && blocks.survey === 'none') return NOBODY_RANKED;
  const words = pointsWords(blocks.appraisal, blocks.survey);
  return { vi: `Kết quả chính thức${words.vi}.`, en: `Official results${words.en}.` };
}

export function groupHeading(number: number, name: Named, units: number): Bilingual {
  return {
    vi: `${number}. ${name.vi} (${units} đơn vị)`,
    en: `${number}. ${name.en} (${units} ${units === 1 ? 'unit' : 'units'})`,
  };
}

/** How a figure moved against the period before, in percentage points without a sign. */
export interface Moved {
  readonly direction: 'up' | 'down' | 'unchanged';
  readonly by: Named;
  readonly since: string;
}

function movedWords({ direction, by, since }: Moved): Bilingual {
  const when = periodWords(since);
  switch (direction) {
    case 'up':
      return {
        vi: `, tăng ${by.vi} điểm phần trăm so với ${when.vi}`,
        en: `, up ${by.en} percentage points on ${when.en}`,
      };
    case 'down':
      return {
        vi: `, giảm ${by.vi} điểm phần trăm so với ${when.vi}`,
        en: `, down ${by.en} percentage points on ${when.en}`,
      };
    default:
      return { vi: `, bằng ${when.vi}`, en: `, the same as in ${when.en}` };
  }
}

export function meanSentence(mean: Named, moved: Moved | undefined): Bilingual {
  const since = moved === undefined ? { vi: '', en: '' } : movedWords(moved);
  return each((language) =>
    language === 'vi'
      ? `Chỉ số trung bình đạt ${mean.vi} %${since.vi}.`
      : `The average index is ${mean.en} %${since.en}.`,
  );
}

/** The first of a group and those who come next, best first; several names where a place is shared. */
export function leadersSentence(first: readonly NamedIndex[], next: readonly NamedIndex[]): Bilingual {
  const shared = first.length > 1;
  return each((language) => {
    const led = withIndexes(first, language);
    const rest = withIndexes(next, language);
    if (language === 'vi') {
      const head = shared ? `Cùng dẫn đầu là ${led}` : `Dẫn đầu là ${led}`;
      return rest === '' ? `${head}.` : `${head}; tiếp theo là ${rest}.`;
    }
    const head = capitalised(shared ? `${led} share first place` : `${led} comes first`);
    return rest === '' ? `${head}.` : `${head}, followed by ${rest}.`;
  });
}

/** The first of now was the first before: for how many periods in a row, up to now. */
export function streakSentence(name: Named, periods: number, period: string): Bilingual {
  const count = ordinal(periods);
  const unit = isYear(period) ? { vi: 'năm', en: 'year' } : { vi: 'kỳ', en: 'period' };
  return {
    vi: `Đây là ${unit.vi} ${count.vi} liên tiếp ${name.vi} đứng đầu.`,
    en: capitalised(`${withArticle(name.en)} leads for the ${count.en} ${unit.en} in a row.`),
  };
}

/** A unit among the first places that stood lower before. */
export function riseSentence(name: Named, rank: number, before: number, index: Named): Bilingual {
  const [now, then] = [ordinal(rank), ordinal(before)];
  return {
    vi: `${name.vi} vươn lên vị trí ${now.vi} với ${index.vi} % (kỳ trước ở vị trí ${then.vi}).`,
    en: capitalised(
      `${withArticle(name.en)} rises to ${now.en} place with ${index.en} % (${then.en} in the period before).`,
    ),
  };
}

export interface ParentShare {
  readonly parent: Named;
  readonly units: number;
}

/** Where the leading units of a large group belong. */
export function topSentence(places: number, shares: readonly ParentShare[]): Bilingual {
  const [only, ...others] = shares;
  if (only !== undefined && others.length === 0) {
    return {
      vi: `Toàn bộ ${places} đơn vị dẫn đầu đều thuộc ${only.parent.vi}.`,
      en: `All of the top ${places} belong to ${withArticle(only.parent.en)}.`,
    };
  }
  return each((language) => {
    const parts = shares.map(({ parent, units }) =>
      language === 'vi'
        ? `${units} đơn vị thuộc ${parent.vi}`
        : `${units} ${units === 1 ? 'belongs' : 'belong'} to ${withArticle(parent.en)}`,
    );
    return language === 'vi'
      ? `Trong ${places} đơn vị dẫn đầu có ${joinNames(parts, 'vi')}.`
      : `Of the top ${places}, ${joinNames(parts, 'en')}.`;
  });
}
