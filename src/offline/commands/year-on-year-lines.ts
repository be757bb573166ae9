import type { Bilingual, Language } from '../../domain/language.ts';
import { MOVEMENT_WORDS } from '../../domain/messages/movement-words.ts';
import { OUTPUT_HEADERS } from '../../domain/messages/output-messages.ts';
import {
  movementsLine,
  notCarriedLine,
  notPublishedLine,
  periodsLine,
  YEAR_ON_YEAR_WORDS,
} from '../../domain/messages/year-on-year-words.ts';
import { terminalTable } from '../../local/terminal-table.ts';
import type { yearOnYear } from './year-on-year.ts';

type YearOnYear = NonNullable<ReturnType<typeof yearOnYear>>;
type Group = YearOnYear['groups'][number];
type Unit = Group['units'][number];

const shown = (text: string, language: Language): string =>
  language === 'vi' ? text.replace('.', ',') : text;

/** A change with its sign: +1,75. */
export function signed(text: string, language: Language): string {
  const isZero = /^-?0(?:\.0+)?$/.test(text);
  return isZero ? '0' : `${text.startsWith('-') ? '' : '+'}${shown(text, language)}`;
}

function places(by: number | undefined): string {
  if (by === undefined) return '';
  if (by === 0) return '=';
  return by > 0 ? `▲${by}` : `▼${-by}`;
}

interface Part {
  readonly title: Bilingual;
  readonly headers: readonly Bilingual[];
  /** Nothing for a unit that cannot be compared in this way. */
  readonly cellsOf: (unit: Unit, language: Language) => readonly string[] | undefined;
}

const {
  indexBefore,
  index,
  indexChange,
  rankBefore,
  rank,
  rankChange,
  pointsBefore,
  points,
  pointsChange,
  components,
  shareBefore,
  share,
} = YEAR_ON_YEAR_WORDS;

function beforeAndNow(
  { before, now, change }: { readonly before: string; readonly now: string; readonly change: string },
  language: Language,
): readonly string[] {
  return [shown(before, language), shown(now, language), signed(change, language)];
}

function indexCells(of: Unit['published'], language: Language): readonly string[] | undefined {
  if (of === null) return undefined;
  return [
    ...beforeAndNow(of.index, language),
    of.rank === null ? '' : String(of.rank.before),
    of.rank === null ? '' : String(of.rank.now),
    places(of.rank?.change),
  ];
}

const INDEX_HEADERS = [indexBefore, index, indexChange, rankBefore, rank, rankChange];

const PUBLISHED: Part = {
  title: YEAR_ON_YEAR_WORDS.published,
  headers: INDEX_HEADERS,
  cellsOf: ({ published }, language) => indexCells(published, language),
};

const RECOMPUTED: Part = {
  title: YEAR_ON_YEAR_WORDS.recomputed,
  headers: [pointsBefore, points, pointsChange, ...INDEX_HEADERS],
  cellsOf: ({ recomputed }, language) => {
    const cells = indexCells(recomputed, language);
    if (cells === undefined) return undefined;
    const earned = recomputed?.points ?? null;
    return [...(earned === null ? ['', '', ''] : beforeAndNow(earned, language)), ...cells];
  },
};

const LIKE_FOR_LIKE: Part = {
  title: YEAR_ON_YEAR_WORDS.likeForLike,
  headers: [components, shareBefore, share, indexChange],
  cellsOf: ({ likeForLike }, language) =>
    likeForLike === null
      ? undefined
      : [String(likeForLike.components), ...beforeAndNow(likeForLike, language)],
};

function partLines({ title, headers, cellsOf }: Part, units: readonly Unit[], language: Language) {
  const rows = units.flatMap((unit) => {
    const cells = cellsOf(unit, language);
    return cells === undefined ? [] : [[unit.unit, ...cells]];
  });
  const table = () =>
    terminalTable(
      [OUTPUT_HEADERS.unitCode, ...headers].map((word) => word[language]),
      rows,
    );
  return ['', title[language], ...(rows.length === 0 ? [YEAR_ON_YEAR_WORDS.nothing[language]] : table())];
}

function summary(moved: Group['movements']['published'], language: Language): readonly string[] {
  if (moved === null || moved.meanChange === null) return [];
  return [movementsLine(moved, signed(moved.meanChange, language))[language]];
}

function notCarried({ unit, lineage, reference }: Unit, language: Language): readonly string[] {
  if (lineage.kind === 'same' || lineage.kind === 'renamed') return [];
  const mean = reference === null ? undefined : shown(reference, language);
  return [notCarriedLine(unit, MOVEMENT_WORDS[lineage.kind], mean)[language]];
}

function groupLines({ name, units, movements }: Group, last: string, language: Language): readonly string[] {
  const isOtherVersion = units.some(({ setVersionChanged }) => setVersionChanged);
  return [
    '',
    name,
    ...(isOtherVersion ? [YEAR_ON_YEAR_WORDS.setVersionChanged[language]] : []),
    ...(movements.published === null
      ? ['', PUBLISHED.title[language], notPublishedLine(last)[language]]
      : [...partLines(PUBLISHED, units, language), ...summary(movements.published, language)]),
    ...partLines(RECOMPUTED, units, language),
    ...summary(movements.recomputed, language),
    ...partLines(LIKE_FOR_LIKE, units, language),
    ...units.flatMap((unit) => notCarried(unit, language)),
  ];
}

/** Two periods for the terminal: of each group three tables, kept apart. */
export function yearOnYearLines({ last, now, groups }: YearOnYear, language: Language): readonly string[] {
  return [
    '',
    periodsLine(last, now)[language],
    ...groups.flatMap((group) => groupLines(group, last, language)),
  ];
}
