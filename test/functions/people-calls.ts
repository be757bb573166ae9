import type { Account } from '../../src/local/stand-in/identity/accounts.ts';
import type { Workspace } from '../../src/local/workspace.ts';

export interface Called {
  readonly status: number;
  readonly type: string;
  readonly body: Record<string, unknown>;
}

async function called(response: Response): Promise<Called> {
  const { status, headers } = response;
  const text = await response.text();
  const body = text === '' ? {} : (JSON.parse(text) as Called['body']);
  return { status, type: headers.get('content-type') ?? '', body };
}

/** What people's programs call in a workspace: Sheets and Drive as themselves, and the functions. */
export function peopleCalls(workspace: () => Workspace) {
  async function rest(
    who: Account,
    path: string,
    body?: object,
    method = body === undefined ? 'GET' : 'POST',
  ): Promise<Called> {
    const response = await fetch(new URL(path, workspace().sheetsUrl), {
      method,
      headers: { authorization: `Bearer ${who.token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return called(response);
  }

  /** A function, asked with this text as the body. */
  async function post(name: string, body: string, { email }: Account, language = 'vi'): Promise<Called> {
    const response = await fetch(new URL(name, workspace().functionsUrl), {
      method: 'POST',
      headers: {
        authorization: `Bearer ${workspace().identityToken(email)}`,
        'accept-language': language,
      },
      body,
    });
    return called(response);
  }

  /** An empty file of somebody's, shared with those who are named. */
  async function newFile(
    owner: Account,
    ...shared: readonly (readonly [Account, string])[]
  ): Promise<string> {
    const mimeType = 'application/vnd.google-apps.spreadsheet';
    const { body } = await rest(owner, 'drive/v3/files', { name: 'Bảng tính mới', mimeType });
    for (const [{ email: emailAddress }, role] of shared) {
      const path = `drive/v3/files/${String(body['id'])}/permissions?sendNotificationEmail=false`;
      // biome-ignore lint/performance/noAwaitInLoops: shares of one file are given one after another
      await rest(owner, path, { type: 'user', role, emailAddress });
    }
    return String(body['id']);
  }

  return { rest, post, newFile };
}
