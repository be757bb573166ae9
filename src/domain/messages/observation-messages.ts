import type { Bilingual } from '../language.ts';
import { joinNames, withArticle } from './name-lists.ts';
import { periodWords } from './standing-messages.ts';

/** A name or a figure as each language writes it. */
type Named = Bilingual;

function each(make: (language: 'vi' | 'en') => string): Bilingual {
  return { vi: make('vi'), en: make('en') };
}

function namesIn(names: readonly Named[], language: 'vi' | 'en'): string {
  return joinNames(
    names.map((name) => (language === 'en' ? withArticle(name.en) : name.vi)),
    language,
  );
}

export interface MovementFigures {
  readonly up: number;
  readonly down: number;
  readonly unchanged: number;
  readonly since: string;
}

/** How many units rose, fell and stayed; what no unit did is left out. */
export function movementsSentence({ up, down, unchanged, since }: MovementFigures): Bilingual {
  const when = periodWords(since);
  const parts = [
    { count: up, vi: 'tăng', en: 'rose' },
    { count: down, vi: 'giảm', en: 'fell' },
    { count: unchanged, vi: 'giữ nguyên', en: 'stayed the same' },
  ].filter(({ count }) => count > 0);
  const vi = joinNames(
    parts.map((part) => `${part.count} đơn vị ${part.vi}`),
    'vi',
  );
  const en = joinNames(
    parts.map((part) => `${part.count} ${part.count === 1 ? 'unit' : 'units'} ${part.en}`),
    'en',
  );
  return {
    vi: `So với ${when.vi}, chỉ số của ${vi}.`,
    en: `Against ${when.en}, the index of ${en}.`,
  };
}

/** The units with the largest rise, or fall, of the index. */
export function extremeSentence(kind: 'rise' | 'fall', names: readonly Named[], by: Named): Bilingual {
  return each((language) => {
    const list = namesIn(names, language);
    if (language === 'vi') {
      return kind === 'rise'
        ? `Tăng nhiều nhất là ${list} (+${by.vi} điểm phần trăm).`
        : `Giảm nhiều nhất là ${list} (−${by.vi} điểm phần trăm).`;
    }
    return kind === 'rise'
      ? `The largest rise is that of ${list} (+${by.en} percentage points).`
      : `The largest fall is that of ${list} (−${by.en} percentage points).`;
  });
}

export interface ClassCount {
  readonly grade: Named;
  readonly units: number;
}

/** How many units have each class; classes without units are left out by whoever asks. */
export function classesSentence(counts: readonly ClassCount[]): Bilingual {
  return each((language) => {
    const parts = counts.map(({ grade, units }) =>
      language === 'vi' ? `${units} đơn vị xếp loại ${grade.vi}` : `${unitsOf(units, 'en')} ${grade.en}`,
    );
    return language === 'vi' ? `Có ${joinNames(parts, 'vi')}.` : `Rated by class: ${joinNames(parts, 'en')}.`;
  });
}

export interface NamedShare {
  readonly code: string;
  readonly name: Named;
  readonly share: Named;
}

function criteriaIn(rows: readonly NamedShare[], language: 'vi' | 'en'): string {
  return joinNames(
    rows.map(({ code, name, share }) => `${code} ${name[language]} (${share[language]} %)`),
    language,
  );
}

export function lowCriteriaSentence(rows: readonly NamedShare[]): Bilingual {
  return {
    vi: `Một số tiêu chí đạt tỷ lệ còn thấp: ${criteriaIn(rows, 'vi')}.`,
    en: `Some criteria remain low: ${criteriaIn(rows, 'en')}.`,
  };
}

export interface NamedSpread {
  readonly code: string;
  readonly name: Named;
  readonly lowest: Named;
  readonly highest: Named;
  /** Units with the full mark, and with nothing. */
  readonly atFullMark: number;
  readonly atZero: number;
}

function unitsOf(count: number, language: 'vi' | 'en'): string {
  if (language === 'vi') return `${count} đơn vị`;
  return `${count} ${count === 1 ? 'unit' : 'units'}`;
}

/** How far apart the units are: how many have all and nothing where some have nothing, else from which share to which. */
function apart({ lowest, highest, atFullMark, atZero }: NamedSpread, language: 'vi' | 'en'): string {
  const [full, none] = [unitsOf(atFullMark, language), unitsOf(atZero, language)];
  if (language === 'vi') {
    return atZero > 0
      ? `${full} đạt điểm tối đa, ${none} không có điểm`
      : `từ ${lowest.vi} % đến ${highest.vi} %`;
  }
  return atZero > 0
    ? `${full} at full mark, ${none} without a point`
    : `from ${lowest.en} % to ${highest.en} %`;
}

/** Criteria on which the units of a group are far apart. */
export function divisiveSentence(rows: readonly NamedSpread[]): Bilingual {
  return each((language) => {
    const list = joinNames(
      rows.map((row) => `${row.code} ${row.name[language]} (${apart(row, language)})`),
      language,
    );
    return language === 'vi'
      ? `Kết quả giữa các đơn vị chênh lệch rõ ở ${list}.`
      : `The units differ clearly on ${list}.`;
  });
}

/** Units without a place; more of them than are named are counted. */
export function unrankedSentence(names: readonly Named[], more: number): Bilingual {
  return {
    vi: `Chưa xếp hạng: ${namesIn(names, 'vi')}${more === 0 ? '' : `, cùng ${more} đơn vị khác`}.`,
    en: `Not ranked: ${namesIn(names, 'en')}${more === 0 ? '' : `, with ${more} more`}.`,
  };
}

export function commendedSentence(names: readonly Named[]): Bilingual {
  return {
    vi: `Đề nghị xem xét khen thưởng: ${namesIn(names, 'vi')}.`,
    en: `Proposed for commendation: ${namesIn(names, 'en')}.`,
  };
}
