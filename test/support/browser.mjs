// Which browsers the tests drive: the one place that knows. Node built-ins only, because it also runs before `npm ci`.
//
// Chromium is looked for in this order; a candidate counts only when it answers `--version`:
//   1. CHROME_PATH, an error when it is set and does not answer
//   2. PUPPETEER_EXECUTABLE_PATH
//   3. the usual names on PATH
//   4. the usual places on macOS and Windows
//   5. what an earlier `ensure()` fetched into node_modules/.cache
// Firefox is a second browser: used where it is installed, never fetched.
import { execFile, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge', 'brave-browser'];
const FIREFOX_NAMES = ['firefox-esr', 'firefox'];
const FALLBACK = fileURLToPath(new URL('../../node_modules/.cache/fallback-browser/', import.meta.url));
/** The last release that runs on Node 20. */
const FALLBACK_PACKAGE = '@sparticuz/chromium@147.0.0';
/** A cold start on a busy machine takes a few seconds. */
const VERSION_TIMEOUT = 30_000;

const isRoot = process.getuid?.() === 0;

/** Path of a Chromium that answers, or `null`. Throws when CHROME_PATH is set and does not answer. */
export async function find() {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (await answers(chosen)) return chosen;
    throw new Error(`CHROME_PATH is "${chosen}", but that does not answer --version. Correct it or unset it.`);
  }
  const candidates = [process.env.PUPPETEER_EXECUTABLE_PATH, ...onPath(NAMES), ...standardPlaces()];
  for (const candidate of candidates) if (candidate && (await answers(candidate))) return candidate;
  return fallback();
}

/** Like `find`, but installs a Chromium where there is none. Throws with advice when that fails as well. */
export async function ensure() {
  const found = await find();
  if (found) return found;
  if (process.platform === 'linux') {
    if (isRoot && onPath(['apt-get']).length > 0) {
      console.log('No Chromium found; installing the package "chromium" with apt-get ...');
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
      run('apt-get', ['update', '-q'], env);
      run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], env);
      const installed = await find();
      if (installed) return installed;
    }
    console.log(`No Chromium found; fetching ${FALLBACK_PACKAGE} into node_modules/.cache ...`);
    npm(['install', '--prefix', FALLBACK, '--no-save', '--no-package-lock', FALLBACK_PACKAGE]);
    const fetched = await fallback();
    if (fetched) return fetched;
  }
  throw new Error(
    'No Chromium found. The browser tests need Chromium, Chrome, Edge or Brave: install one, ' +
      'or set CHROME_PATH to the program of one that is already there.',
  );
}

/** Path of a Firefox that answers and can be driven, or `null`. */
export async function findFirefox() {
  for (const candidate of onPath(FIREFOX_NAMES)) {
    // A snap has a /tmp of its own, so it does not see the profile that the driver makes there.
    if (!isSnap(candidate) && (await answers(candidate))) return candidate;
  }
  return null;
}

/**
 * Command-line flags for the Chromium at `executable`: quiet, in English, no requests of its own.
 * The sandbox is off only where Chromium refuses to start with it: as root, and in the fetched fallback,
 * which unpacks itself into the temporary folder and is not set up for unprivileged users.
 */
export function flags(executable) {
  return [
    ...(isRoot || executable.startsWith(tmpdir()) ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--lang=en-US',
  ];
}

/** Runs npm with the same npm that runs us, or the one on PATH; true when it succeeded. */
export function npm(args, env = process.env) {
  const own = process.env.npm_execpath;
  if (own && /npm-cli\.c?js$/.test(own)) return run(process.execPath, [own, ...args], env);
  return run('npm', args, env, { shell: process.platform === 'win32' });
}

function run(command, args, env, options = {}) {
  return spawnSync(command, args, { stdio: 'inherit', env, ...options }).status === 0;
}

function answers(executable) {
  // chrome.exe opens a window instead of answering.
  if (process.platform === 'win32') return Promise.resolve(existsSync(executable));
  return new Promise((resolve) => {
    execFile(executable, ['--version'], { timeout: VERSION_TIMEOUT }, (error, stdout) => resolve(!error && /\d+\.\d+/.test(stdout)));
  });
}

function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return names.flatMap((name) => folders.map((folder) => join(folder, name + suffix)).filter((path) => existsSync(path)));
}

function standardPlaces() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (process.platform === 'win32') {
    const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(Boolean);
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    return roots.flatMap((root) => programs.map((program) => join(root, program)));
  }
  return [];
}

async function fallback() {
  const module = join(FALLBACK, 'node_modules/@sparticuz/chromium');
  if (!existsSync(module)) return null;
  const { main } = JSON.parse(readStart(join(module, 'package.json'), 1 << 16));
  const { default: chromium } = await import(pathToFileURL(join(module, main)).href);
  const executable = await chromium.executablePath();
  return (await answers(executable)) ? executable : null;
}

function isSnap(executable) {
  // Ubuntu's /usr/bin/firefox is a shell script that starts the snap.
  return realpathSync(executable).includes('/snap') || /^#!.*[^]*\/snap\//.test(readStart(executable, 4096));
}

function readStart(path, length) {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(length);
    return buffer.toString('latin1', 0, readSync(file, buffer, 0, length, 0));
  } finally {
    closeSync(file);
  }
}
