/** Path of a Chromium that answers, or `null`. Throws when CHROME_PATH is set and does not answer. */
export function find(): Promise<string | null>;
/** Like `find`, but installs a Chromium where there is none. Throws with advice when that fails as well. */
export function ensure(): Promise<string>;
/** Path of a Firefox that answers and can be driven, or `null`. */
export function findFirefox(): Promise<string | null>;
/** Command-line flags for the Chromium at `executable`. */
export function flags(executable: string): string[];
/** Runs npm; true when it succeeded. */
export function npm(args: string[], env?: NodeJS.ProcessEnv): boolean;
