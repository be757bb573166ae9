/** What the sidebar shows at one moment, as its page gets it. */
export interface Sidebar {
  readonly results: string;
  readonly phase: string;
  readonly percent: number;
  readonly elapsed: string;
  readonly ended: string;
  readonly isRunning: boolean;
  readonly canCancel: boolean;
  readonly runId?: string;
}
