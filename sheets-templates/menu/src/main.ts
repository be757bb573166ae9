import { check, help, preview, recompute, switchLanguage } from './actions.ts';
import { markOutOfDate } from './mark-out-of-date.ts';
import { showMenu } from './menu.ts';
import { cancelRun, pollStatus, showSidebar } from './sidebar.ts';

// What is called here by a name of Apps Script’s is called by ours everywhere else.
export const onOpen = showMenu;
export const onEdit = markOutOfDate;
export const menuRecompute = recompute;
export const menuPreview = preview;
export const menuCheck = check;
export const menuStatus = showSidebar;
export const menuLanguageSwitch = switchLanguage;
export const menuHelp = help;
export { cancelRun, pollStatus };
