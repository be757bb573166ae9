import type { DescribedShare, FileDescription } from '../../src/domain/file-description.ts';
import type { FilePort, SpreadsheetPort } from '../../src/sheets/spreadsheet-port.ts';

/** The file around a spreadsheet whose cells are plain values: who may open it is kept in memory. */
export function makeMemoryFile(
  spreadsheet: SpreadsheetPort,
  keepers: { readonly owner: string; readonly serviceAccount: string },
): FilePort {
  const share = (to: string, role: string): DescribedShare => ({
    id: `${role} ${to}`,
    type: 'user',
    role,
    to,
    discoverable: false,
  });
  let shares = [share(keepers.owner, 'owner'), share(keepers.serviceAccount, 'writer')];
  let copyingDenied = false;

  async function tabs(): Promise<FileDescription['tabs']> {
    const { sheets } = await spreadsheet.readStructure();
    const grids = await spreadsheet.readGrids(sheets);
    return sheets.map(({ sheetId, title, hidden, metadata }) => ({
      sheetId,
      title,
      hidden,
      metadata,
      cells: (grids.get(sheetId) ?? []).flatMap((cells, row) =>
        cells.flatMap((value, column) =>
          value === null ? [] : [{ row, column, value, links: [], hasValidation: false }],
        ),
      ),
      hiddenRows: [],
      hiddenColumns: [],
      lineMetadata: [],
      charts: [],
      protectedRanges: [],
      filterViews: [],
      ruleFormulas: [],
      objects: [],
    }));
  }

  return {
    describe: async () => {
      const { title, metadata, namedRanges } = await spreadsheet.readStructure();
      return {
        name: title,
        isSpreadsheet: true,
        trashed: false,
        about: '',
        properties: [],
        copyingDenied,
        comments: 0,
        shares,
        tabs: await tabs(),
        namedRanges: namedRanges.map(({ name, sheetId }) => ({ text: name, range: { sheetId } })),
        metadata,
        objects: [],
      };
    },
    shares: async () => shares,
    share: async (reader) => {
      const to = reader.type === 'user' ? reader.address : reader.type === 'domain' ? reader.domain : '';
      shares = [...shares, { ...share(to, 'reader'), type: reader.type }];
    },
    unshare: async (id) => {
      shares = shares.filter((each) => each.id !== id);
    },
    allowCopying: async (allowed) => {
      copyingDenied = !allowed;
    },
  };
}
