import type { Content, ContentCell } from '../../domain/content.ts';
import type { Allowed, Area, Protection, Validation } from '../../domain/layout.ts';
import { PROTECTION_WORDS } from '../../domain/messages/template-messages.ts';
import { namesOf } from '../table.ts';
import { type DressFrame, styleNamed } from './dress-frame.ts';
import { columnsOf, TABLE_KINDS, type TableKind } from './tab-columns.ts';
import type { ColumnTemplate, TableTemplate } from './template-schema.ts';
import { choicesOfSetting, SETTING_CHOICES, WORD_LISTS } from './word-lists.ts';

const HEADER = 'header';
/** The column that holds the codes of a tab, by its stable name. */
const CODE_COLUMN = 'id';

/** A column of a table with what the template says of it. */
interface Column {
  readonly name: string;
  readonly index: number;
  readonly look: ColumnTemplate;
}

function columnsIn(kind: TableKind, { columns }: TableTemplate): readonly Column[] {
  return namesOf(columnsOf(kind)).map((name, index) => {
    const look = columns[name];
    if (look === undefined) throw new Error(`the template says nothing of ${kind}.${name}`);
    return { name, index, look };
  });
}

function allowedIn({ allowed }: ColumnTemplate, frame: DressFrame): Allowed | undefined {
  if (allowed === undefined) return undefined;
  if ('from' in allowed) return { kind: 'number-between', ...allowed };
  if ('codesOf' in allowed) {
    const kind = TABLE_KINDS.find((each) => each === allowed.codesOf);
    const sheetId = frame.sheetIdOf(allowed.codesOf);
    if (kind === undefined || sheetId === undefined) return undefined;
    const column = namesOf(columnsOf(kind)).indexOf(CODE_COLUMN);
    return { kind: 'one-of-column', sheetId, column, fromRow: 1 };
  }
  const words = WORD_LISTS.get(allowed.words);
  return words === undefined
    ? undefined
    : { kind: 'one-of', values: words.map((word) => word[frame.language]) };
}

/** The Settings tab asks something else in every row. */
function settingValidations(
  rows: readonly (readonly ContentCell[])[],
  { index, look }: Column,
  { language }: DressFrame,
): readonly Validation[] {
  return rows.flatMap((cells, row) => {
    const choices = row === 0 ? undefined : choicesOfSetting(String(cells[0]?.value ?? ''));
    if (choices === undefined) return [];
    const area: Area = { top: row, left: index, height: 1, width: 1 };
    const allowed: Allowed = { kind: 'one-of', values: choices.map((word) => word[language]) };
    return [{ area, allowed, strict: true, help: look.note[language] }];
  });
}

function validationsOf(
  columns: readonly Column[],
  rows: readonly (readonly ContentCell[])[],
  frame: DressFrame,
): readonly Validation[] {
  return columns.flatMap((column): readonly Validation[] => {
    const { index, look } = column;
    if (look.allowed !== undefined && 'words' in look.allowed && look.allowed.words === SETTING_CHOICES)
      return settingValidations(rows, column, frame);
    const allowed = allowedIn(look, frame);
    if (allowed === undefined || rows.length < 2) return [];
    const area: Area = { top: 1, left: index, height: rows.length - 1, width: 1 };
    return [{ area, allowed, strict: true, help: look.note[frame.language] }];
  });
}

function protectionOf(template: TableTemplate, width: number, frame: DressFrame): readonly Protection[] {
  const { office, language } = frame;
  if (template.protection === 'tab')
    return [{ key: 'tab', description: PROTECTION_WORDS.tab[language], office }];
  const area: Area = { top: 0, left: 0, height: 1, width };
  return [{ key: HEADER, description: PROTECTION_WORDS.header[language], area, office }];
}

/** A bare table with its looks: headings with notes, styles by column, empty rows to go on in, drop-downs, protection. */
export function dressTable(content: Content, kind: TableKind, frame: DressFrame): Content {
  const template = frame.template.tables[kind];
  if (template === undefined) throw new Error(`the template says nothing of the tab ${kind}`);
  const columns = columnsIn(kind, template);
  const [header = [], ...body] = content.rows;
  const empty: readonly (readonly ContentCell[])[] = Array.from({ length: template.spareRows }, () =>
    columns.map(() => ({ value: null })),
  );
  const rows = [
    header.map((cell, i) => ({
      ...cell,
      style: styleNamed(frame, HEADER),
      ...(columns[i] === undefined ? {} : { note: columns[i].look.note[frame.language] }),
    })),
    ...[...body, ...empty].map((cells) =>
      cells.map((cell, i) => ({ ...cell, style: styleNamed(frame, columns[i]?.look.style ?? 'body') })),
    ),
  ];
  const { page, tabColour } = template;
  return {
    ...content,
    rows,
    columnWidths: columns.map(({ look }) => look.width),
    tabColour,
    page,
    validations: validationsOf(columns, rows, frame),
    protections: protectionOf(template, columns.length, frame),
    ...(template.filter ? { filter: { top: 0, left: 0, height: rows.length, width: columns.length } } : {}),
  };
}
