// `node --import ./test/support/register-ts.mjs program.mjs`: lets Node import the TypeScript of src/ as it is.
import { register } from 'node:module';

register('./ts-hooks.mjs', import.meta.url);
