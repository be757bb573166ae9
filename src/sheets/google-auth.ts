import { GoogleAuth, OAuth2Client } from 'googleapis-common';

const SPREADSHEETS_SCOPE = 'https://www.googleapis.com/auth/spreadsheets';
/** Who may do what with a file, and nothing of its contents. */
const PERMISSIONS_SCOPE = 'https://www.googleapis.com/auth/drive.metadata.readonly';

/**
 * Sharing a file, and reading who commented on it, take Drive's whole scope; drive.file covers only files that the
 * account made itself, and a service account makes none (docs/adr/0072). It still opens nothing that was not shared.
 */
const SHARING_SCOPE = 'https://www.googleapis.com/auth/drive';

export type SheetsAuth = GoogleAuth | OAuth2Client;

/** The account that the process runs as: on Google its service account, elsewhere what was configured. */
export function applicationDefaultAuth(): GoogleAuth {
  return new GoogleAuth({ scopes: [SPREADSHEETS_SCOPE, PERMISSIONS_SCOPE] });
}

/** The same account with the scope that publishing takes: its tokens are used for results files alone. */
export function publishingAuth(): GoogleAuth {
  return new GoogleAuth({ scopes: [SPREADSHEETS_SCOPE, SHARING_SCOPE] });
}

export interface BearerToken {
  readonly accessToken: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** Asks the given provider for a token when there is none yet or the last one is about to expire. */
export function bearerAuth(provider: () => Promise<BearerToken>): OAuth2Client {
  const client = new OAuth2Client();
  client.refreshHandler = async () => {
    const { accessToken, expiresAt } = await provider();
    return { access_token: accessToken, expiry_date: expiresAt };
  };
  return client;
}
