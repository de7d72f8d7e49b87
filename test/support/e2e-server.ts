import { existsSync } from 'node:fs';
import { preview } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the built page, with a slash at its end. */
    pageUrl: string;
  }
}

/** Serves the built page on a free port while the journeys run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync('dist/page/index.html')) throw new Error('There is no built page in dist/page: `npm run build` first.');
  // A server on port 0 gets a free one from the system.
  const server = await preview({ preview: { port: 0, open: false }, logLevel: 'warn' });
  const address = server.httpServer.address();
  if (!address || typeof address === 'string') throw new Error(`No port in the server's address: ${String(address)}`);
  project.provide('pageUrl', `http://127.0.0.1:${address.port}/`);
  return () => server.close();
}
