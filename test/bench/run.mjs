// Runs every bench in this folder (`*.bench.mjs`, `*.bench.ts` and `anchoring.mjs`), each in a Node of its own, one after the other.
// Benches may import the TypeScript of src/ directly. A bench fails by exiting with an error.
//   npm run bench                    all
//   npm run bench -- anchoring       those whose name contains a word
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('./', import.meta.url);
const loader = new URL('../support/register-ts.mjs', import.meta.url);
const words = process.argv.slice(2);

const benches = readdirSync(folder)
  .filter((name) => /\.bench\.(mjs|ts)$/.test(name) || name === 'anchoring.mjs')
  .filter((name) => words.length === 0 || words.some((word) => name.includes(word)))
  .sort();
if (benches.length === 0) console.log(words.length === 0 ? 'There are no benches yet.' : `No bench is called ${words.join(' or ')}.`);

let failed = 0;
for (const name of benches) {
  console.log(`\n--- ${name}`);
  const program = fileURLToPath(new URL(name, folder));
  const { status } = spawnSync(process.execPath, ['--import', loader.href, '--expose-gc', program], { stdio: 'inherit' });
  if (status !== 0) {
    failed += 1;
    console.error(`${name} failed`);
  }
}
process.exitCode = failed === 0 ? 0 : 1;
