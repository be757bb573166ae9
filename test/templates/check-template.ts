import { isInputKey, parseTabKey } from '../../src/workbook/tab-key.ts';
import { namesOf } from '../../src/workbook/table.ts';
import { columnsOf, TABLE_KINDS } from '../../src/workbook/template/tab-columns.ts';
import type { ColumnTemplate, WorkbookTemplate } from '../../src/workbook/template/template-schema.ts';
import { SETTING_CHOICES, WORD_LISTS } from '../../src/workbook/template/word-lists.ts';

/** Styles that tabs ask for by name, whatever their columns say. */
const NEEDED_STYLES = [
  ['header', 'body', 'guide', 'guide-points', 'guide-title', 'guide-heading', 'guide-step', 'guide-text'],
].flat();

/** A pattern by which what is typed stays as it is typed. */
const TEXT = '@';

function isKnownKind(kind: string): boolean {
  const key = parseTabKey(kind) ?? parseTabKey(`${kind}.x`) ?? parseTabKey(`${kind}.appraisal.x`);
  return key !== undefined && (isInputKey(key) || key.kind === 'guide');
}

function missing(needed: Iterable<string>, known: ReadonlySet<string>, what: string): readonly string[] {
  return [...needed].filter((name) => !known.has(name)).map((name) => `${what}: ${name}`);
}

function allColumns({ tables, matrix }: WorkbookTemplate): readonly (readonly [string, ColumnTemplate])[] {
  const ofTables = Object.entries(tables).flatMap(([kind, { columns }]) =>
    Object.entries(columns).map(([name, column]) => [`${kind}.${name}`, column] as const),
  );
  const ofMatrix = Object.entries(matrix.columns).map(
    ([name, column]) => [`matrix.${name}`, column] as const,
  );
  return [...ofTables, ...ofMatrix];
}

function columnMistakes(template: WorkbookTemplate): readonly string[] {
  return TABLE_KINDS.flatMap((kind) => {
    const definitions = columnsOf(kind);
    const said = template.tables[kind]?.columns ?? {};
    const [inCode, inData] = [new Set(namesOf(definitions)), new Set(Object.keys(said))];
    const notText = [...inCode].filter((name) => {
      const style = template.styles[said[name]?.style ?? ''];
      return definitions[name]?.asText === true && style !== undefined && style.numberFormat !== TEXT;
    });
    return [
      ...missing(inCode, inData, `${kind} lacks the column`),
      ...missing(inData, inCode, `${kind} has no column`),
      ...notText.map((name) => `codes would become numbers: ${kind}.${name}`),
    ];
  });
}

function styleMistakes(template: WorkbookTemplate): readonly string[] {
  const columns = allColumns(template);
  const used = new Set([
    ...NEEDED_STYLES,
    ...columns.map(([, { style }]) => style),
    ...Object.values(template.matrix.styles),
  ]);
  const known = new Set(Object.keys(template.styles));
  return [...missing(used, known, 'no style'), ...missing(known, used, 'a style that nothing uses')];
}

function listMistakes(template: WorkbookTemplate): readonly string[] {
  const kinds = new Set<string>(TABLE_KINDS);
  const lists = new Set([...WORD_LISTS.keys(), SETTING_CHOICES]);
  const asked = allColumns(template).flatMap(([, { allowed }]) => (allowed === undefined ? [] : [allowed]));
  const words = asked.flatMap((allowed) => ('words' in allowed ? [allowed.words] : []));
  const codes = asked.flatMap((allowed) => ('codesOf' in allowed ? [allowed.codesOf] : []));
  return [
    ...missing(words, lists, 'no list of words'),
    ...missing(lists, new Set(words), 'a list of words that nothing uses'),
    ...missing(codes, kinds, 'no tab with codes'),
  ];
}

/** Names that the data has and the code has not, and the reverse; none when the two agree. */
export function checkTemplate(template: WorkbookTemplate): readonly string[] {
  const ordered = template.order.flat();
  const kinds = new Set([...TABLE_KINDS, 'marks', 'guide']);
  return [
    ...missing(Object.keys(template.tables), new Set<string>(TABLE_KINDS), 'no such table'),
    ...missing(kinds, new Set(ordered), 'not in the order of tabs'),
    ...ordered.filter((kind) => !isKnownKind(kind)).map((kind) => `no kind of tab: ${kind}`),
    ...template.guide.lines.flatMap((line) =>
      'tab' in line && line.tab !== undefined && !isKnownKind(line.tab)
        ? [`no kind of tab: ${line.tab}`]
        : [],
    ),
    ...columnMistakes(template),
    ...styleMistakes(template),
    ...listMistakes(template),
  ];
}
