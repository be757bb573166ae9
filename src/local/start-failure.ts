import { STORE_TROUBLE, WORKSPACE_FAILURES } from '../domain/messages/workspace-messages.ts';
import { WorkspaceFailure } from './workspace-failure.ts';

interface Asked {
  readonly port: number;
  readonly storeDir: string;
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Why the spreadsheet server did not start, in a sentence with a remedy; our own bugs stay as they are. */
export function explainStartFailure(error: unknown, { port, storeDir }: Asked): unknown {
  if (!(error instanceof Error)) return error;
  if (error.name === 'StoreInUse') return new WorkspaceFailure(WORKSPACE_FAILURES.storeInUse(storeDir));
  const code = codeOf(error);
  if (code === 'EADDRINUSE') return new WorkspaceFailure(WORKSPACE_FAILURES.portInUse(port));
  const isListen = 'syscall' in error && error.syscall === 'listen';
  if (isListen && code === 'EACCES') return new WorkspaceFailure(WORKSPACE_FAILURES.portForbidden(port));
  const why = STORE_TROUBLE.get(code);
  return why === undefined ? error : new WorkspaceFailure(WORKSPACE_FAILURES.storeUnusable(storeDir, why));
}
