// Makes a fresh clone ready, so that `npm start` and `npm test` are all a newcomer has to know.
// Node built-ins only: it runs before anything is installed.
//   --browser  sees to a browser for the tests too
//   --stamp    only notes that node_modules is up to date (npm runs this after it has changed node_modules)
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const NEEDED = [20, 19];
const root = new URL('../../', import.meta.url);
const stampFile = new URL('node_modules/.setup', root);

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  fail(`This needs Node ${NEEDED.join('.')} or newer, and this is Node ${process.versions.node}. Install a newer one (nodejs.org) and try again.`);
}

// Imported only now, so that an old Node gets the message above and not a syntax error.
const { ensure, npm } = await import('./browser.mjs');

const stamp = createHash('sha256').update(readFileSync(new URL('package-lock.json', root))).update(process.version).digest('hex');
if (process.argv.includes('--stamp')) {
  writeFileSync(stampFile, stamp);
} else if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) {
  console.log('Installing what package-lock.json lists ...');
  process.chdir(fileURLToPath(root));
  if (!npm(['ci', '--include=dev'])) fail('npm ci failed: its message is above.');
  writeFileSync(stampFile, stamp);
}

if (process.argv.includes('--browser')) {
  try {
    await ensure();
  } catch (error) {
    fail(error.message);
  }
}

function fail(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}
