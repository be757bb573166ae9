/// <reference types="google-apps-script" />

const SPREADSHEET_TYPE = 'application/vnd.google-apps.spreadsheet';

/**
 * Makes an empty spreadsheet in the Drive of the person who clicks, and lets the functions' account edit it: a
 * service account owns no files. Drive's own service does it with the right to files that this script makes, and to
 * no others (docs/adr/0072). The id of the file; undefined when Drive does not let it be made.
 */
export function createSharedSpreadsheet(name: string, serviceAccount: string): string | undefined {
  try {
    const files = Drive?.Files;
    const permissions = Drive?.Permissions;
    const { id } = files?.create({ name, mimeType: SPREADSHEET_TYPE }) ?? {};
    if (!id || permissions === undefined) return undefined;
    const share = { type: 'user', role: 'writer', emailAddress: serviceAccount };
    permissions.create(share, id, { sendNotificationEmail: false });
    return id;
  } catch {
    return undefined;
  }
}
