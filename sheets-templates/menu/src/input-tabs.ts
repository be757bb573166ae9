const SINGLE = /^(settings|groups|units|not-applicable|adjustments|overrides|past-results|predecessors)$/;
const OF_A_SET = /^(criteria|cases|marks)\../;

/**
 * True for the key of a tab that people fill, whatever they are filling in: results follow from all of them. As
 * src/workbook/tab-key.ts has it, without the parser, which would make the script three times as long.
 */
export function isInputTab(key: string): boolean {
  return SINGLE.test(key) || OF_A_SET.test(key);
}
