import type { Band } from './geometry.ts';

// What part of an element can be seen, whoever scrolls: the element itself, something around it, or the page.

/** The part of the screen in which the element can be seen: the window, cut by everything around the element that scrolls or clips. */
export function viewportOf(element: Element): Band {
  let top = 0;
  let bottom = window.innerHeight;
  for (const box of boxesAround(element)) {
    const rect = box.getBoundingClientRect();
    const begin = rect.top + box.clientTop;
    top = Math.max(top, begin);
    bottom = Math.min(bottom, begin + box.clientHeight);
  }
  return { top, bottom: Math.max(top, bottom) };
}

/** What has to scroll so that the element's text moves: the nearest box around it that can scroll down, or the page. */
export function scrollerOf(element: Element): Element {
  for (const box of boxesAround(element)) {
    if (box.scrollHeight > box.clientHeight && /auto|scroll|overlay/.test(getComputedStyle(box).overflowY)) return box;
  }
  return document.scrollingElement ?? document.documentElement;
}

/**
 * Calls `listener` at most once a frame when something around the element scrolled or the window or element changed its size.
 * Answers with a function that ends that.
 */
export function watchViewport(element: Element, listener: () => void): () => void {
  let frame = 0;
  const schedule = (): void => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      listener();
    });
  };
  // A scroll event does not leave its shadow root, so each root is asked; capture, because it does not bubble.
  const roots: EventTarget[] = [window];
  for (let root = element.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) roots.push(root);
  const options = { capture: true, passive: true };
  for (const root of roots) root.addEventListener('scroll', schedule, options);
  window.addEventListener('resize', schedule);
  const resizes = new ResizeObserver(schedule);
  resizes.observe(element);
  return () => {
    cancelAnimationFrame(frame);
    for (const root of roots) root.removeEventListener('scroll', schedule, options);
    window.removeEventListener('resize', schedule);
    resizes.disconnect();
  };
}

/** Frames in which a place that was scrolled to is put right, and how many of them must pass without need before it counts as reached. */
const FRAMES = 24;
const QUIET_FRAMES = 5;

/**
 * Scrolls until `distance` is nought. Blocks that were never drawn have an estimated height; what comes into view gets its own, frame by
 * frame, and the goal moves, so it is followed for some frames unless the person takes over.
 *
 * @param distance How far the goal is below the place where it should be, in pixels; asked again and again.
 */
export function scrollTo(scroller: Element, distance: () => number, smooth: boolean): void {
  const over = new AbortController();
  const once = { once: true, signal: over.signal };
  const follow = (frames: number, quiet: number): void => {
    if (over.signal.aborted) return;
    if (frames === 0 || quiet === 0) return over.abort();
    const rest = distance();
    const isThere = Math.abs(rest) < 2;
    if (!isThere) scroller.scrollBy({ top: rest, behavior: 'instant' });
    requestAnimationFrame(() => follow(frames - 1, isThere ? quiet - 1 : QUIET_FRAMES));
  };
  for (const type of ['wheel', 'touchmove', 'keydown', 'pointerdown']) {
    window.addEventListener(type, () => over.abort(), { ...once, capture: true, passive: true });
  }
  const moves = smooth && !prefersStillness();
  if (moves) scroller.addEventListener('scrollend', () => follow(FRAMES, QUIET_FRAMES), once);
  scroller.scrollBy({ top: distance(), behavior: moves ? 'smooth' : 'instant' });
  if (!moves) requestAnimationFrame(() => follow(FRAMES, QUIET_FRAMES));
}

/** True when the person asked for less movement. */
export function prefersStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** Elements around this one, itself included, that clip what is in them; from the inside out, the page not included. */
function* boxesAround(element: Element): Iterable<Element> {
  for (let box: Element | null = element; box && box !== document.body && box !== document.documentElement; box = parentOf(box)) {
    if (/auto|scroll|overlay|hidden|clip/.test(getComputedStyle(box).overflowY)) yield box;
  }
}

/** The parent in the flat tree: through slots and out of shadow roots. */
function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
