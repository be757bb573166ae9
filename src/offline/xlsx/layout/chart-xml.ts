import type { Area, Chart, ChartSeries } from '../../../domain/layout.ts';
import { fixedName, inTab } from './area-name.ts';

const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';

/** The numbers by which the two axes of a chart know each other. */
const CATEGORY_AXIS = 111111111;
const VALUE_AXIS = 222222222;

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function words(text: string, size: number): string {
  const run = `<a:r><a:rPr lang="vi-VN" sz="${size}" b="0"/><a:t>${escaped(text)}</a:t></a:r>`;
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:p>${run}</a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

/** The heading cell of a row or column of figures, and the figures without it. */
function parted(area: Area): { readonly heading: Area; readonly figures: Area } {
  const isColumn = area.width === 1;
  return isColumn
    ? {
        heading: { ...area, height: 1 },
        figures: { ...area, top: area.top + 1, height: area.height - 1 },
      }
    : { heading: { ...area, width: 1 }, figures: { ...area, left: area.left + 1, width: area.width - 1 } };
}

/** A chart and the tab whose cells it shows. */
interface Source {
  readonly chart: Chart;
  readonly title: string;
}

function reference({ title }: Source, area: Area): string {
  return `<c:f>${escaped(inTab(title, fixedName(area)))}</c:f>`;
}

function seriesXml(source: Source, { values, colour }: ChartSeries, index: number): string {
  const { heading, figures } = parted(values);
  const { kind, categories } = source.chart;
  const fill = `<a:solidFill><a:srgbClr val="${colour.slice(1).toUpperCase()}"/></a:solidFill>`;
  const look = kind === 'line' ? `<a:ln w="28575">${fill}</a:ln>` : fill;
  return [
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>`,
    `<c:tx><c:strRef>${reference(source, heading)}</c:strRef></c:tx>`,
    `<c:spPr>${look}</c:spPr>`,
    kind === 'line' ? '<c:marker><c:symbol val="circle"/></c:marker>' : '<c:invertIfNegative val="0"/>',
    `<c:cat><c:strRef>${reference(source, parted(categories).figures)}</c:strRef></c:cat>`,
    `<c:val><c:numRef>${reference(source, figures)}</c:numRef></c:val>`,
    kind === 'line' ? '<c:smooth val="0"/>' : '',
    '</c:ser>',
  ].join('');
}

const GROUPING = { none: 'clustered', stacked: 'stacked', percent: 'percentStacked' } as const;

function plotXml(source: Source): string {
  const { chart } = source;
  const series = chart.series.map((each, index) => seriesXml(source, each, index)).join('');
  const axes = `<c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/>`;
  if (chart.kind === 'line')
    return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${axes}</c:lineChart>`;
  const direction = chart.kind === 'bar' ? 'bar' : 'col';
  const overlap = chart.stacking === 'none' ? '' : '<c:overlap val="100"/>';
  return [
    `<c:barChart><c:barDir val="${direction}"/><c:grouping val="${GROUPING[chart.stacking]}"/>`,
    `<c:varyColors val="0"/>${series}<c:gapWidth val="60"/>${overlap}${axes}</c:barChart>`,
  ].join('');
}

/** Bars are read from the top down, as the cells are: their axis of names runs the other way round. */
function axesXml({ kind, stacking, valueAxis }: Chart): string {
  const isBar = kind === 'bar';
  const scaling = (orientation: string, start = '') =>
    `<c:scaling><c:orientation val="${orientation}"/>${start}</c:scaling>`;
  // Stacked pieces are compared by their lengths: they begin at nothing.
  const least = stacking === 'none' ? '' : '<c:min val="0"/>';
  const ticks = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>';
  return [
    `<c:catAx><c:axId val="${CATEGORY_AXIS}"/>${scaling(isBar ? 'maxMin' : 'minMax')}<c:delete val="0"/>`,
    `<c:axPos val="${isBar ? 'l' : 'b'}"/>${ticks}<c:crossAx val="${VALUE_AXIS}"/><c:crosses val="autoZero"/></c:catAx>`,
    `<c:valAx><c:axId val="${VALUE_AXIS}"/>${scaling('minMax', least)}<c:delete val="0"/><c:axPos val="${isBar ? 'b' : 'l'}"/>`,
    `<c:majorGridlines/>${words(valueAxis, 900)}<c:numFmt formatCode="General" sourceLinked="0"/>`,
    `${ticks.replace('low', 'nextTo')}<c:crossAx val="${CATEGORY_AXIS}"/><c:crosses val="${isBar ? 'max' : 'autoZero'}"/></c:valAx>`,
  ].join('');
}

/** The part that holds a chart over cells of a tab; programs draw it from the cells as they are. */
export function chartXml(chart: Chart, title: string): string {
  const source = { chart, title };
  const legend =
    chart.series.length > 1 ? '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' : '';
  return [
    `<c:chartSpace xmlns:c="${CHART}" xmlns:a="${DRAWING}"><c:roundedCorners val="0"/><c:chart>`,
    `${words(chart.title, 1200)}<c:autoTitleDeleted val="0"/>`,
    `<c:plotArea><c:layout/>${plotXml(source)}${axesXml(chart)}</c:plotArea>`,
    `${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`,
  ].join('');
}
