import { createContext, Script } from 'node:vm';
import type { MenuSession } from '../../src/local/script-host/menu-session.ts';

/** An element of a page, as far as the dialog's script touches it. */
interface FakeElement {
  value: string;
  checked: boolean;
  hidden: boolean;
  disabled: boolean;
  textContent: string;
  className: string;
  href: string;
  target: string;
  children: readonly FakeElement[];
  onclick?: () => void;
  oninput?: () => void;
  onsubmit?: () => boolean;
  replaceChildren: (...children: FakeElement[]) => void;
  scrollIntoView: () => void;
}

function makeElement(found: Partial<FakeElement> = {}): FakeElement {
  const element: FakeElement = {
    value: '',
    checked: false,
    hidden: false,
    disabled: false,
    textContent: '',
    className: '',
    href: '',
    target: '',
    children: [],
    replaceChildren: (...children) => {
      element.children = children;
    },
    scrollIntoView: () => undefined,
    ...found,
  };
  return element;
}

/** The elements of a page that have an id, with their value, their text and whether they are hidden. */
function elementsOf(html: string): ReadonlyMap<string, FakeElement> {
  const tags = html.matchAll(/<(\w+)([^>]*\bid="([^"]+)"[^>]*)>([^<]*)/g);
  return new Map(
    [...tags].map(([, , attributes = '', id = '', text = '']) => [
      id,
      makeElement({
        hidden: /\bhidden\b/.test(attributes),
        value: /\bvalue="([^"]*)"/.exec(attributes)?.[1] ?? '',
        textContent: text.trim(),
      }),
    ]),
  );
}

/** A dialog in the hands of a person: what is filled in, what is clicked, what is seen. */
export interface DialogDriver {
  readonly choose: (radio: string) => void;
  readonly type: (field: string, text: string) => void;
  readonly tick: (box: string) => void;
  /** Ticks or unticks the tab of a title. */
  readonly tickTab: (title: string) => void;
  readonly tabs: () => readonly (readonly [title: string, isTicked: boolean])[];
  /** Clicks and waits until whatever it asked of the script has been answered. */
  readonly click: (button: string) => Promise<void>;
  /** Waits until what the dialog asked of the script as it opened has been answered. */
  readonly opened: () => Promise<void>;
  readonly isVisible: (id: string) => boolean;
  readonly caption: (button: string) => string;
  readonly title: () => string;
  readonly lines: () => readonly string[];
  /** Where the link in the dialog leads. */
  readonly address: () => string;
}

/** Runs the very script of a dialog's page, with the functions of Code.js behind google.script.run. */
export function driveDialog(html: string, session: MenuSession): DialogDriver {
  const elements = elementsOf(html);
  const at = (id: string): FakeElement => {
    const element = elements.get(id);
    if (element === undefined) throw new Error(`the dialog has no element ${id}`);
    return element;
  };
  let pending: Promise<void> = Promise.resolve();
  const run = (onSuccess: (value: unknown) => void, onFailure: (error: unknown) => void) =>
    new Proxy(
      {},
      {
        get: (_, name) => {
          if (name === 'withSuccessHandler') return (handler: typeof onSuccess) => run(handler, onFailure);
          if (name === 'withFailureHandler') return (handler: typeof onFailure) => run(onSuccess, handler);
          return (argument: unknown) => {
            pending = session.run({ functionName: String(name), argument }).then(onSuccess, onFailure);
          };
        },
      },
    ) as object;
  const ignore = () => undefined;
  const context = createContext({
    document: { getElementById: at, createElement: () => makeElement() },
    google: { script: { run: run(ignore, ignore), host: { close: ignore } } },
    Object,
  });
  const [, script = ''] = /<script>([\s\S]*)<\/script>/.exec(html) ?? [];
  new Script(script).runInContext(context);
  const changed = () => at('form').oninput?.();
  return {
    choose: (radio) => {
      for (const id of ['anyone', 'in-domain', 'people']) at(id).checked = id === radio;
      changed();
    },
    type: (field, text) => {
      if (at(field).hidden) throw new Error(`nobody can type into ${field}`);
      at(field).value = text;
      changed();
    },
    tick: (box) => {
      at(box).checked = !at(box).checked;
      changed();
    },
    tickTab: (title) => {
      const line = at('tab-list').children.find(({ children }) => children[1]?.textContent === title);
      const box = line?.children[0];
      if (box === undefined) throw new Error(`the dialog offers no tab ${title}`);
      box.checked = !box.checked;
      changed();
    },
    tabs: () =>
      at('tab-list').children.map(({ children: [box, name] }) => [
        name?.textContent ?? '',
        box?.checked ?? false,
      ]),
    click: async (button) => {
      await pending;
      const { hidden, disabled, onclick } = at(button);
      if (hidden || disabled) throw new Error(`nobody can click ${button}`);
      onclick?.();
      await pending;
    },
    opened: () => pending,
    isVisible: (id) => !at(id).hidden,
    caption: (button) => at(button).textContent,
    title: () => at('title').textContent,
    lines: () => at('lines').children.map(({ textContent }) => textContent),
    address: () => at('lines').children[0]?.href ?? '',
  };
}
