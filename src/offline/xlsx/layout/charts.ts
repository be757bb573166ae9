import type { Element } from '@xmldom/xmldom';
import type { Chart } from '../../../domain/layout.ts';
import type { PackageEditor, Related } from '../package-editor.ts';
import { relationIdOf } from '../package-parts.ts';
import { childOf, childrenOf, ensureChild, parseXml, rootOf, writeXml } from '../xml.ts';
import { chartXml } from './chart-xml.ts';
import { type OpenTab, referTo } from './open-tab.ts';
import { SHEET_ORDER } from './sheet-order.ts';

const PLACED = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const MAIN = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CONTENT = 'application/vnd.openxmlformats-officedocument';
const CHART_PART = { kind: 'chart', stem: 'charts/chart', contentType: `${CONTENT}.drawingml.chart+xml` };
const EMPTY_DRAWING = `<xdr:wsDr xmlns:xdr="${PLACED}" xmlns:a="${MAIN}"/>`;

/** Files measure in 914,400 parts of an inch, of which a pixel is the ninety-sixth. */
const UNITS_A_PIXEL = 9525;

/** How a chart of the product's is called among the drawings of a tab. */
function nameOf(key: string): string {
  return `par.chart.${key}`;
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The frame of a chart on the tab: where its corner is, how large it is, which part draws it. */
function frameXml({ key, at, width, height }: Chart, number: number, relationId: string): string {
  const corner = `<xdr:from><xdr:col>${at.column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${at.row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>`;
  const size = `<xdr:ext cx="${width * UNITS_A_PIXEL}" cy="${height * UNITS_A_PIXEL}"/>`;
  const named = `<xdr:nvGraphicFramePr><xdr:cNvPr id="${number}" name="${nameOf(key)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`;
  const placed = '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>';
  const drawn = `<a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" xmlns:r="${RELATIONS}" r:id="${relationId}"/></a:graphicData></a:graphic>`;
  return [
    `<xdr:wsDr xmlns:xdr="${PLACED}" xmlns:a="${MAIN}"><xdr:oneCellAnchor>${corner}${size}`,
    `<xdr:graphicFrame macro="">${named}${placed}${drawn}</xdr:graphicFrame><xdr:clientData/>`,
    '</xdr:oneCellAnchor></xdr:wsDr>',
  ].join('');
}

function descendants(element: Element, name: string): readonly Element[] {
  return childrenOf(element).flatMap((child) => [
    ...(child.localName === name ? [child] : []),
    ...descendants(child, name),
  ]);
}

/** A chart of the product's that stands: its frame, and the relation to the part that draws it. */
interface Standing {
  readonly frame: Element;
  readonly relationId: string;
}

function standingIn(drawing: Element, key: string): Standing | undefined {
  for (const frame of childrenOf(drawing)) {
    const [named] = descendants(frame, 'cNvPr');
    const [chart] = descendants(frame, 'chart');
    const relationId = chart === undefined ? undefined : relationIdOf(chart);
    if (named?.getAttribute('name') === nameOf(key) && relationId !== undefined) return { frame, relationId };
  }
  return undefined;
}

/** The drawing of a tab; a tab has one at most, which holds what staff drew as well. */
function drawingOf({ path, root, workbook }: OpenTab, isWanted: boolean): Related | undefined {
  const { package: parts } = workbook;
  const element = childOf(root, 'drawing');
  const id = element === undefined ? undefined : relationIdOf(element);
  const standing = parts.relatedOf(path, 'drawing').find((each) => each.id === id);
  if (standing !== undefined || !isWanted) return standing;
  const part = { kind: 'drawing', stem: 'drawings/drawing', contentType: `${CONTENT}.drawing+xml` };
  const made = parts.add(path, part, bytes(EMPTY_DRAWING));
  referTo(element ?? ensureChild(root, 'drawing', SHEET_ORDER), made.id);
  return made;
}

interface Charts {
  readonly charts: readonly Chart[];
  /** Keys of the charts that the layout before put there. */
  readonly chartedBefore: readonly string[];
}

/** The drawing of a tab while its charts are put in order. */
interface OpenDrawing {
  readonly path: string;
  readonly root: Element;
  readonly parts: PackageEditor;
  /** The title of the tab, which charts name when they refer to its cells. */
  readonly title: string;
}

function partOf({ parts, path }: OpenDrawing, { relationId }: Standing): Related | undefined {
  return parts.relatedOf(path, 'chart').find(({ id }) => id === relationId);
}

function removeChart(drawing: OpenDrawing, key: string): void {
  const standing = standingIn(drawing.root, key);
  if (standing === undefined) return;
  drawing.root.removeChild(standing.frame);
  const part = partOf(drawing, standing);
  if (part !== undefined) drawing.parts.remove(drawing.path, part);
}

function drawChart(drawing: OpenDrawing, chart: Chart): void {
  const { path, root, parts, title } = drawing;
  const drawn = parseXml(bytes(chartXml(chart, title)));
  const standing = standingIn(root, chart.key);
  const known = standing === undefined ? undefined : partOf(drawing, standing);
  if (known !== undefined) {
    parts.put(known.path, drawn);
    return;
  }
  const { id } = parts.add(path, CHART_PART, writeXml(drawn));
  const numbers = descendants(root, 'cNvPr').map((named) => Number(named.getAttribute('id')));
  const frame = childrenOf(rootOf(parseXml(bytes(frameXml(chart, Math.max(1, ...numbers) + 1, id)))))[0];
  if (frame !== undefined) root.appendChild(root.ownerDocument?.importNode(frame, true) ?? frame);
}

/** New charts are drawn, known ones show new figures where people put them, those no longer wanted go. */
export function writeCharts(tab: OpenTab, { charts, chartedBefore }: Charts): void {
  if (charts.length === 0 && chartedBefore.length === 0) return;
  const related = drawingOf(tab, charts.length > 0);
  if (related === undefined) return;
  const { package: parts } = tab.workbook;
  const document = parts.treeOf(related.path);
  const title = tab.workbook.titleOf(tab.sheetId) ?? '';
  const drawing = { path: related.path, root: rootOf(document), parts, title };
  const wanted = new Set(charts.map(({ key }) => key));
  for (const key of chartedBefore) if (!wanted.has(key)) removeChart(drawing, key);
  for (const chart of charts) drawChart(drawing, chart);
  parts.put(related.path, document);
}
