import type * as z from 'zod';
import type { Language } from '../src/domain/language.ts';
import type { SpreadsheetPort } from '../src/sheets/spreadsheet-port.ts';
import type { FunctionName } from './access/policies.ts';
import type { WorkbookRole } from './access/workbook-roles.ts';
import type { Answer } from './answer.ts';

/** The part of every body by which access is decided. */
export interface AboutWorkbook {
  readonly spreadsheetId: string;
}

/** A workbook that a body names beside the one it is about, and what the caller must be of it. */
export interface OtherWorkbook {
  readonly spreadsheetId: string;
  readonly role: WorkbookRole;
}

/** One call that was let in: who asks for what, with the means to do it. */
export interface FunctionCall<Body extends AboutWorkbook> {
  readonly body: Body;
  /** The verified e-mail address of whoever asked. */
  readonly by: string;
  readonly isFromQueue: boolean;
  readonly language: Language;
  readonly runId: string;
  readonly spreadsheet: SpreadsheetPort;
  /** Aborts when the caller leaves or somebody cancels. */
  readonly signal: AbortSignal;
  /** The moment, in milliseconds since the epoch, at which the caller stops waiting. */
  readonly deadline: number;
  /** Says how far the call is, for whoever looks at the progress. */
  readonly onPhase: (phase: string) => void;
  /** Says how many units were read. */
  readonly onUnits: (units: number) => void;
}

/** A function as the table of functions has it: what it takes, and what it does with it. */
export interface ParFunction<Body extends AboutWorkbook> {
  readonly name: FunctionName;
  readonly schema: z.ZodType<Body>;
  /** True for a call that others see as work under way. */
  readonly isRun: boolean;
  /** Whether such a call may be cancelled; every one when absent. */
  readonly isStoppable?: (body: Body) => boolean;
  /** True where work that takes too long for a person is put into the queue: some of their time is kept for that. */
  readonly putsOff?: boolean;
  /** The function by whose policy a call is let in, where that is another one's than its own. */
  readonly asFor?: (body: Body) => FunctionName | undefined;
  /** Workbooks that it also opens: to each the caller is let in, or the call is refused. None when absent. */
  readonly alsoOpens?: (body: Body) => readonly OtherWorkbook[];
  readonly run: (call: FunctionCall<Body>) => Promise<Answer>;
}
