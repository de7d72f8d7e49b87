// Helpers for tests in real browsers. Importing this module also cleans up after every test of the file.
import { executeServerCommand } from '@web/test-runner-commands';
import { render, type TemplateResult } from 'lit';

const mounted = new Set<HTMLElement>();

/**
 * Puts HTML, or a Lit template, into the page and returns its first element once it has rendered.
 * It is removed after the test. Throws `TypeError` when there is no element in it.
 */
export async function fixture<T extends Element = HTMLElement>(content: string | TemplateResult, options: { width?: string } = {}): Promise<T> {
  const host = document.createElement('div');
  if (options.width) host.style.width = options.width;
  document.body.append(host);
  mounted.add(host);
  if (typeof content === 'string') host.innerHTML = content;
  else render(content, host);
  const element = host.firstElementChild;
  if (!element) throw new TypeError('fixture: there is no element in it');
  await updated(element);
  return element as T; // the caller knows what it wrote
}

/** Waits until a Lit element, if it is one, has rendered what it was told so far. */
export async function updated(element: Element): Promise<void> {
  if ('updateComplete' in element) await element.updateComplete;
}

/** Removes every fixture from the page; runs by itself after each test. */
export function cleanup(): void {
  for (const host of mounted) host.remove();
  mounted.clear();
}

afterEach(cleanup);

/**
 * Polls `condition` every 20 ms until it gives something truthy, and returns that.
 * Throws with `message` after `timeout` milliseconds (default 3000), and with the condition's own error if it threw last.
 */
export async function until<T>(condition: () => T | Promise<T>, message = String(condition), timeout = 3000): Promise<NonNullable<T>> {
  const end = performance.now() + timeout;
  for (;;) {
    let failure: unknown;
    try {
      const value = await condition();
      if (value) return value;
    } catch (error) {
      failure = error;
    }
    if (performance.now() > end) throw new Error(`Waited ${timeout} ms in vain for: ${message}`, { cause: failure });
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The next event of that type on `target`; throws after `timeout` milliseconds (default 3000). */
export function nextEvent<E extends Event = Event>(target: EventTarget, type: string, timeout = 3000): Promise<E> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`Waited ${timeout} ms in vain for the event "${type}"`)), timeout);
    const listener = (event: Event) => {
      clearTimeout(timer);
      resolve(event as E); // the caller knows the type it named
    };
    target.addEventListener(type, listener, { once: true });
  });
}

/** Resolves after the browser has painted. */
export function nextPaint(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** The middle of an element in whole viewport pixels, as `sendMouse` wants it. */
export function middleOf(element: Element): [x: number, y: number] {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
}

/** Whether this browser understands `cdp`; skip a test that needs it with `if (!hasCdp) this.skip()`. */
export const hasCdp = !navigator.userAgent.includes('Firefox');

/** Sends Chrome DevTools Protocol commands in order and returns their answers: `cdp(['Input.insertText', { text: 'a' }])`. */
export function cdp(...commands: [method: string, params?: object][]): Promise<unknown[]> {
  if (!hasCdp) throw new TypeError('cdp: only Chromium has it');
  return executeServerCommand('cdp', commands);
}
