import { isJsonObject, type JsonObject } from '../../stand-in/contract/json.ts';

/** What the spreadsheet server answered to a call. */
export interface GoogleAnswer {
  readonly status: number;
  readonly body: JsonObject;
}

export interface GoogleCall {
  readonly method?: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE';
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Calls of Sheets and Drive as one person. */
export type GoogleAs = (path: string, call?: GoogleCall) => Promise<GoogleAnswer>;

/** Calls as the person with this access token, which stays on the server. */
export function googleAs(rootUrl: string, token: string): GoogleAs {
  return async (path, { method = 'GET', query = {}, body } = {}) => {
    const url = new URL(path, rootUrl);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const response = await fetch(url, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const parsed: unknown = text === '' ? {} : JSON.parse(text);
    return { status: response.status, body: isJsonObject(parsed) ? parsed : {} };
  };
}

/** The sentence in an error of Google's. */
export function messageOf({ body }: GoogleAnswer): string {
  const error = isJsonObject(body['error']) ? body['error'] : {};
  return typeof error['message'] === 'string' ? error['message'] : '';
}

export function spreadsheetPath(id: string): string {
  return `v4/spreadsheets/${encodeURIComponent(id)}`;
}

export function filePath(id: string): string {
  return `drive/v3/files/${encodeURIComponent(id)}`;
}
