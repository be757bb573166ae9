import { fakeServices } from '../../script-host/fakes/fake-services.ts';
import { editEvent } from '../../script-host/fakes/fake-sheets.ts';
import type { Ask, Shown, Told } from '../../script-host/fakes/protocol.ts';
import { bindWorkbook } from '../../script-host/fakes/sheets-calls.ts';
import { SHEETS_OF_WORKBOOK } from '../model/script-addresses.ts';
import type { FromScript, StartScript } from './script-messages.ts';

/** The part of a classic worker's global scope that this uses. */
interface WorkerScope {
  readonly importScripts: (url: string) => void;
  readonly postMessage: (message: FromScript) => void;
  onmessage: ((event: { readonly data: StartScript }) => void) | null;
}

const scope = self as unknown as WorkerScope;

/** Apps Script knows no promises: the worker stands still until the server has answered. */
function request(method: string, url: string, body?: string): string {
  const call = new XMLHttpRequest();
  call.open(method, url, false);
  if (body !== undefined) call.setRequestHeader('content-type', 'application/json');
  call.send(body ?? null);
  if (call.status !== 200) throw new Error(`the server answered ${call.status}`);
  return call.responseText;
}

function show(shown: Shown): null {
  if (shown.kind !== 'alert') {
    scope.postMessage({ kind: 'shown', shown });
    return null;
  }
  const wait = Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('');
  scope.postMessage({ kind: 'shown', shown, wait });
  request('GET', `/api/script/alerts/${wait}`);
  return null;
}

function makeAsk({ workbook, as }: StartScript): (ask: Ask) => unknown {
  const path = `/api/script/workbooks/${encodeURIComponent(workbook)}/ask?as=${encodeURIComponent(as)}`;
  return (ask) => {
    if (ask.kind === 'show') return show(ask.shown);
    const told = JSON.parse(request('POST', path, JSON.stringify(ask))) as Told;
    if (!told.ok) throw new Error(told.message);
    return told.value;
  };
}

function execute(start: StartScript): unknown {
  const ask = makeAsk(start);
  const workbook = bindWorkbook(ask, {
    sheetsUrl: SHEETS_OF_WORKBOOK,
    accessToken: '',
    spreadsheetId: start.workbook,
  });
  Object.assign(self, fakeServices(workbook, ask));
  scope.importScripts(start.codeUrl);
  const { functionName, argument, edited } = start.execution;
  const called = Reflect.get(self, functionName) as unknown;
  if (typeof called !== 'function') throw new Error(`Script function not found: ${functionName}`);
  return called(edited === undefined ? argument : editEvent(workbook, edited));
}

scope.onmessage = ({ data }) => {
  try {
    scope.postMessage({ kind: 'ended', told: { ok: true, value: execute(data) ?? null } });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    scope.postMessage({ kind: 'ended', told: { ok: false, message } });
  }
};
