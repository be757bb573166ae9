/** The kinds of charts, of which a chart is one. */
export const CHART_KINDS = [
  'basicChart',
  'pieChart',
  'bubbleChart',
  'candlestickChart',
  'orgChart',
  'histogramChart',
  'waterfallChart',
  'treemapChart',
  'scorecardChart',
];

/**
 * Members of which a message takes one at a time. The discovery document does not mark them; names of the
 * unions as Google's reference pages give them.
 */
const MEMBERS: ReadonlyMap<string, { readonly oneof: string; readonly members?: readonly string[] }> =
  new Map([
    ['Request', { oneof: 'kind' }],
    ['ExtendedValue', { oneof: 'value' }],
    ['ColorStyle', { oneof: 'kind' }],
    ['DataFilter', { oneof: 'filter' }],
    ['ConditionalFormatRule', { oneof: 'rule', members: ['booleanRule', 'gradientRule'] }],
    [
      'DeveloperMetadataLocation',
      { oneof: 'location', members: ['spreadsheet', 'sheetId', 'dimensionRange'] },
    ],
    ['UpdateCellsRequest', { oneof: 'area', members: ['start', 'range'] }],
    ['UpdateConditionalFormatRuleRequest', { oneof: 'instruction', members: ['rule', 'newIndex'] }],
    ['FindReplaceRequest', { oneof: 'scope', members: ['range', 'sheetId', 'allSheets'] }],
    ['PasteDataRequest', { oneof: 'kind', members: ['delimiter', 'html'] }],
    ['EmbeddedObjectPosition', { oneof: 'location' }],
    ['ConditionValue', { oneof: 'value' }],
    [
      'ChartSpec',
      {
        oneof: 'chart',
        members: CHART_KINDS,
      },
    ],
  ]);

/** The union a field belongs to, if any. */
export function oneofOf(schemaName: string, field: string): string | undefined {
  const entry = MEMBERS.get(schemaName);
  if (entry === undefined) return undefined;
  return entry.members === undefined || entry.members.includes(field) ? entry.oneof : undefined;
}
