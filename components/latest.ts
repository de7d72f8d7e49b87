/** The latest result of something that is asked for at every rendering and costs too much to be made anew each time. */
export class Latest<T> {
  #key: readonly unknown[] | null = null;
  #value: T | undefined;

  /** What `make` gave for the same parts of the key last time, or gives now. Parts are compared by identity. */
  of(key: readonly unknown[], make: () => T): T {
    if (!this.#key || this.#key.length !== key.length || key.some((part, at) => part !== this.#key![at])) {
      this.#value = make();
      this.#key = key;
    }
    return this.#value as T; // made above, at the first call at the latest
  }
}
