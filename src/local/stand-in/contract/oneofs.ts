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
  ]);

/** The union a field belongs to, if any. */
export function oneofOf(schemaName: string, field: string): string | undefined {
  const entry = MEMBERS.get(schemaName);
  if (entry === undefined) return undefined;
  return entry.members === undefined || entry.members.includes(field) ? entry.oneof : undefined;
}
