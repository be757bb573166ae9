import type { Language } from '../../../../domain/language.ts';
import { GRID_WORDS } from '../../../../domain/messages/page-messages.ts';

/** What the package says of itself at one control, mended where readers of the screen or the keyboard meet it. */
interface Repair {
  readonly selector: string;
  readonly attributes: Readonly<Record<string, string>>;
}

function repairsIn(language: Language): readonly Repair[] {
  const label = (name: keyof typeof GRID_WORDS) => ({ 'aria-label': GRID_WORDS[name][language] });
  const textField = { role: 'textbox', 'aria-multiline': 'true' };
  return [
    { selector: '[data-u-comp=defined-name] input', attributes: label('nameBox') },
    { selector: '#grid button:has(> .univerjs-icon-close-icon)', attributes: label('close') },
    { selector: '[data-u-comp=sheet-bar-append-button]', attributes: label('allTabs') },
    { selector: '[data-u-comp=slide-tab-bar]', attributes: label('tabs') },
    { selector: '#grid [data-u-comp=sidebar]', attributes: label('side') },
    {
      selector: '[data-u-comp=editor][id$=NORMAL]',
      attributes: { ...textField, ...label('cell'), 'aria-describedby': 'grid-keys' },
    },
    // It lies at the end of the page, where Tab would come upon it: it is entered by a click, or F2 in its cell.
    {
      selector: '[data-u-comp=editor][id$=FORMULA_BAR]',
      attributes: { ...textField, ...label('formulaBar'), tabindex: '-1' },
    },
    // Before everything else in the order of Tab, if it were left as it is.
    { selector: '#grid canvas[tabindex]', attributes: { tabindex: '-1' } },
  ];
}

/** What a box says of the button in it belongs to the button. */
function handDown(box: Element): void {
  const button = box.querySelector('button');
  for (const name of ['aria-expanded', 'aria-haspopup']) {
    const value = box.getAttribute(name);
    if (value === null) continue;
    button?.setAttribute(name, value);
    box.removeAttribute(name);
  }
}

function mend(repairs: readonly Repair[]): void {
  for (const { selector, attributes } of repairs)
    for (const found of document.querySelectorAll(selector))
      for (const [name, value] of Object.entries(attributes))
        if (found.getAttribute(name) !== value) found.setAttribute(name, value);
  for (const box of document.querySelectorAll('#grid div[data-slot=dropdown-menu-trigger]')) handDown(box);
}

/** Gives names to the package's own controls, now and whenever it draws them anew. */
export function keepChromeReadable(language: Language): void {
  const repairs = repairsIn(language);
  mend(repairs);
  new MutationObserver(() => mend(repairs)).observe(document.body, {
    childList: true,
    subtree: true,
    attributeFilter: ['aria-expanded', 'tabindex'],
  });
}
