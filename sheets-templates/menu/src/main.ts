import { check, help, preview, recompute, switchLanguage } from './actions.ts';
import { checkRights } from './check-rights.ts';
import { markOutOfDate } from './mark-out-of-date.ts';
import { showMenu } from './menu.ts';
import { confirmWithdrawal, showPublishDialog, showWithdrawDialog } from './publication-dialog.ts';
import { confirmPublication, draftPublication } from './publish.ts';
import { confirmSetup, draftSetup } from './setup.ts';
import { showSetupDialog } from './setup-dialog.ts';
import { cancelRun, pollIdle, pollProgress, pollStatus, showSidebar } from './sidebar.ts';
import { verify } from './verify.ts';

// What is called here by a name of Apps Script’s is called by ours everywhere else.
export const onOpen = showMenu;
export const onEdit = markOutOfDate;
export const menuRecompute = recompute;
export const menuPreview = preview;
export const menuCheck = check;
export const menuPublish = showPublishDialog;
export const menuWithdraw = showWithdrawDialog;
export const menuVerify = verify;
export const menuSetup = showSetupDialog;
export const menuStatus = showSidebar;
export const menuLanguageSwitch = switchLanguage;
export const menuHelp = help;
export {
  cancelRun,
  checkRights,
  confirmPublication,
  confirmSetup,
  confirmWithdrawal,
  draftPublication,
  draftSetup,
  pollIdle,
  pollProgress,
  pollStatus,
};
