/// <reference types="google-apps-script" />

/** Lets people edit a file that this script made; the addresses that Drive refused. */
export function shareWith(fileId: string, addresses: readonly string[]): readonly string[] {
  return addresses.filter((emailAddress) => {
    try {
      const share = { type: 'user', role: 'writer', emailAddress };
      Drive?.Permissions?.create(share, fileId, { sendNotificationEmail: false });
      return false;
    } catch {
      return true;
    }
  });
}
