/**
 * Holds the right to edit one article's text among the tabs of a browser, by its Web Locks. Where there are none (pages without
 * https), or for an empty name, every tab has the right.
 */
export class EditLock {
  #name = '';
  #release: (() => void) | null = null;

  /** Takes the right; nothing when another tab has it. */
  async take(name: string): Promise<void> {
    this.release();
    if (name === '' || !('locks' in navigator)) return;
    this.#name = name;
    await navigator.locks.request(name, { ifAvailable: true }, lock => (lock && this.#name === name ? new Promise<void>(resolve => (this.#release = resolve)) : undefined));
  }

  /** Gives it back. */
  release(): void {
    this.#name = '';
    this.#release?.();
    this.#release = null;
  }

  /** Whether another tab has it. */
  async isElsewhere(name: string): Promise<boolean> {
    if (name === '' || !('locks' in navigator) || name === this.#name) return false;
    const { held = [] } = await navigator.locks.query();
    return held.some(lock => lock.name === name);
  }
}
