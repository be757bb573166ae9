import type { Language } from '../../src/domain/language.ts';
import { MENU_WORDS } from '../../src/domain/messages/menu-messages.ts';
import type { Shown } from '../../src/local/script-host/fakes/protocol.ts';
import { bundleMenu, type MenuSession, startMenuSession } from '../../src/local/script-host/menu-session.ts';
import type { Account } from '../../src/local/stand-in/identity/accounts.ts';
import { startWorkspace, type Workspace } from '../../src/local/workspace.ts';
import { cellName } from '../../src/workbook/a1.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { type DialogDriver, driveDialog } from './dialog-driver.ts';

/** Where a workbook is opened while npm start runs, as the dialogs print it. */
export const ADDRESS = /^http:\/\/127\.0\.0\.1:9202\/spreadsheets\/d\/([\w-]+)\/edit$/;

/** The file that a dialog names at its end; what it says instead when it names none. */
export function fileOf(dialog: DialogDriver): string {
  return ADDRESS.exec(dialog.address())?.[1] ?? [dialog.title(), ...dialog.lines()].join('; ');
}

/** People at their desks: what each of them does in menus and cells, under their own rights. */
export class Office {
  readonly workspace: Workspace;
  readonly #code: string;
  readonly #properties = new Map<string, Map<string, string>>();
  readonly #sessions: MenuSession[] = [];

  constructor(workspace: Workspace, code: string) {
    this.workspace = workspace;
    this.#code = code;
  }

  async close(): Promise<void> {
    await Promise.all(this.#sessions.map((session) => session.stop()));
    await this.workspace.stop();
  }

  open(person: Account, spreadsheetId: string, language: Language = 'vi'): MenuSession {
    const properties = this.#properties.get(spreadsheetId) ?? new Map<string, string>();
    properties.set('par.language', language);
    this.#properties.set(spreadsheetId, properties);
    const { workspace } = this;
    const session = startMenuSession({ workspace, spreadsheetId, person, code: this.#code, properties });
    this.#sessions.push(session);
    return session;
  }

  /** What a click in the menu says at its end, as title and text of each message. */
  async click(person: Account, spreadsheetId: string, entry: 'check' | 'recompute' | 'verify') {
    const shown: readonly Shown[] = await this.open(person, spreadsheetId).click(MENU_WORDS[entry].vi);
    return shown.flatMap((what) => (what.kind === 'alert' ? [`${what.title}: ${what.text}`] : []));
  }

  async dialog(person: Account, spreadsheetId: string, entry: 'setup' | 'publish' | 'withdraw') {
    const session = this.open(person, spreadsheetId);
    const [shown] = await session.click(MENU_WORDS[entry].vi);
    if (shown?.kind !== 'dialog') throw new Error('no dialog was shown');
    return driveDialog(shown.html, session);
  }

  async call(who: Account, method: string, path: string, body?: object) {
    const response = await fetch(new URL(path, this.workspace.sheetsUrl), {
      method,
      headers: { authorization: `Bearer ${who.token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  async share(owner: Account, id: string, { email: emailAddress }: Account): Promise<void> {
    const path = `drive/v3/files/${id}/permissions?sendNotificationEmail=false`;
    await this.call(owner, 'POST', path, { type: 'user', role: 'writer', emailAddress });
  }

  async rows(who: Account, id: string, title: string): Promise<readonly string[][]> {
    const range = encodeURIComponent(`'${title}'`);
    const { body } = await this.call(who, 'GET', `v4/spreadsheets/${id}/values/${range}`);
    return (body['values'] ?? []) as string[][];
  }

  async titles(who: Account, id: string): Promise<readonly string[] | number> {
    const { status, body } = await this.call(
      who,
      'GET',
      `v4/spreadsheets/${id}?fields=sheets.properties.title`,
    );
    if (status !== 200) return status;
    return (body['sheets'] as { properties: { title: string } }[]).map(({ properties }) => properties.title);
  }

  /** Types into a matrix, the cell found by unit and component as people find it; the status of the answer. */
  async enter(
    who: Account,
    id: string,
    { tab, unit, component }: { readonly tab: string; readonly unit: string; readonly component: string },
    value: string,
  ): Promise<number> {
    const grid = await this.rows(who, id, tab);
    const header = grid.find((cells) => cells.includes('Mã đơn vị')) ?? [];
    const row = grid.findIndex((cells) => cells.includes(unit));
    return this.type(who, id, `'${tab}'!${cellName(row, header.indexOf(component))}`, value);
  }

  async type(who: Account, id: string, cell: string, value: string): Promise<number> {
    const path = `v4/spreadsheets/${id}/values/${encodeURIComponent(cell)}?valueInputOption=USER_ENTERED`;
    return (await this.call(who, 'PUT', path, { values: [[value]] })).status;
  }
}

export async function openOffice(): Promise<Office> {
  const workspace = await startWorkspace({ port: 0, storeDir: await temporaryFolder() });
  return new Office(workspace, await bundleMenu(workspace.functionsUrl));
}
