import type { Language } from '../../../domain/language.ts';
import { PAGE_WORDS } from '../../../domain/messages/page-messages.ts';
import type { Execution, Shown } from '../../script-host/fakes/protocol.ts';
import type { CellEdit } from '../model/cell-edit.ts';
import { tell } from './chrome/ask-dialog.ts';
import { element, setting } from './chrome/elements.ts';
import { MenuBar } from './chrome/menu-bar.ts';
import { ScriptDialog } from './chrome/script-dialog.ts';
import { Sidebar } from './chrome/sidebar.ts';
import type { Toast } from './chrome/toast.ts';
import { follow } from './follow-link.ts';
import { scriptRunner } from './script-runner.ts';

export interface ScriptOptions {
  readonly id: string;
  readonly as: string;
  readonly language: Language;
  readonly toast: Toast;
  /** Whether everything that the person entered is where the script will read it; they are told where it is not. */
  readonly ready: () => Promise<boolean>;
  /** An entry of the menu has ended: the workbook may have changed. */
  readonly ended: () => void;
}

export interface BoundScript {
  /** Runs what runs when a workbook is opened: the menu is built. */
  readonly open: () => Promise<void>;
  /** Runs the script's trigger for what a person entered. */
  readonly edited: (edits: readonly CellEdit[]) => void;
}

const TROUBLE_SECONDS = 8;

/** The script of the workbook, the very text that Google would run, with the page as its user interface. */
export function startScript({ id, as, language, toast, ready, ended }: ScriptOptions): BoundScript {
  const show = (shown: Shown): Promise<void> | void => {
    switch (shown.kind) {
      case 'menu':
        return bar.show(shown);
      case 'toast':
        return toast.show(shown.text, shown.seconds, shown.title);
      case 'alert':
        return tell(shown.title, shown.text);
      case 'dialog':
        return dialog.show(shown.title, shown.html, shown);
      default:
        return sidebar.show(shown.title, shown.html);
    }
  };
  const run = scriptRunner({
    workerUrl: setting('worker'),
    codeUrl: setting('code'),
    workbook: id,
    as,
    show,
  });
  const quietly = async (execution: Execution): Promise<void> => {
    try {
      await run(execution);
    } catch {
      toast.show(PAGE_WORDS.scriptFailed[language], TROUBLE_SECONDS);
    }
    ended();
  };
  const chosen = async (functionName: string): Promise<void> => {
    if (await ready()) await quietly({ functionName });
  };
  const bar = new MenuBar(element('menu-bar'), (functionName) => void chosen(functionName));
  const frames = {
    run: (functionName: string, argument: unknown) => run({ functionName, argument }),
    follow: (address: string) => follow(address, as),
  };
  const sidebar = new Sidebar(frames);
  const dialog = new ScriptDialog(frames);
  let edits: Promise<void> = Promise.resolve();
  return {
    open: () => quietly({ functionName: 'onOpen' }),
    edited: (entered) => {
      // One after the other, as they were entered.
      for (const { tab, row, column } of entered)
        edits = edits.then(() =>
          quietly({ functionName: 'onEdit', edited: { sheetId: tab, row: row + 1, column: column + 1 } }),
        );
    },
  };
}
