import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

// vite                          the page, served while you work on it
// vite build                    the page, to dist/page
// vite build --mode library     what others embed, to dist/: ES modules, each complete in itself, heavy parts in lazy chunks

/**
 * Entry points of the library: the name of the file in dist/, and the modules whose exports it offers.
 * Modules that do not exist yet are left out.
 */
const entries = {
  'claim-annotator': ['components/claim-annotator.ts'],
  'claim-reader': ['components/claim-reader.ts'],
  anchoring: [
    'src/anchoring/describe.ts', 'src/anchoring/locate.ts', 'src/anchoring/relocate.ts', 'src/anchoring/candidates.ts',
    'src/anchoring/compare-quote.ts', 'src/anchoring/compare-versions.ts', 'src/anchoring/sentences.ts',
  ],
  quotes: ['src/quotes/check-quote.ts', 'src/quotes/side-by-side.ts', 'src/quotes/transcript.ts'],
  formats: ['src/formats/formats.ts'],
  storage: ['src/storage/storage.ts'],
};

/** Citation.js brings packages that fetch; they do not run in a browser, and nothing is to be fetched. */
const resolve: UserConfig['resolve'] = { alias: { 'node-fetch': here('src/formats/no-fetch.ts'), 'sync-fetch': here('src/formats/no-fetch.ts') } };

export default defineConfig(({ mode }) => (mode === 'library' ? library() : page()));

function page(): UserConfig {
  return {
    // Relative, so that the built page runs in any folder of any server.
    base: './',
    resolve,
    server: { host: '127.0.0.1', open: hasDesktop() },
    preview: { host: '127.0.0.1' },
    worker: { format: 'es' },
    build: { outDir: 'dist/page', emptyOutDir: true, target: 'es2022', sourcemap: true },
  };
}

function library(): UserConfig {
  const input = Object.entries(entries).flatMap(([name, modules]) => {
    const paths = modules.map(here).filter((path) => existsSync(path));
    return paths.length > 0 ? [{ name, paths }] : [];
  });
  return {
    plugins: [joinedEntries(new Map(input.map(({ name, paths }) => [`entry:${name}`, paths])))],
    base: './',
    resolve,
    publicDir: false,
    worker: { format: 'es' },
    build: {
      outDir: 'dist',
      // Takes dist/page away as well, so the page is built after the library.
      emptyOutDir: true,
      target: 'es2022',
      sourcemap: true,
      modulePreload: false,
      rolldownOptions: {
        input: Object.fromEntries(input.map(({ name }) => [name, `entry:${name}`])),
        preserveEntrySignatures: 'strict',
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          assetFileNames: 'assets/[name]-[hash][extname]',
        },
      },
    },
  };
}

/** Makes the entry modules, so that the sources need no files that only re-export. */
function joinedEntries(entryModules: Map<string, string[]>): Plugin {
  return {
    name: 'joined-entries',
    resolveId: (id) => (entryModules.has(id) ? id : null),
    load: (id) => entryModules.get(id)?.map((path) => `export * from ${JSON.stringify(path)};`).join('\n'),
  };
}

/** Opening the page is a courtesy; where there is no desktop it would only print an error. */
function hasDesktop(): boolean {
  if (process.env.CI || process.env.VITEST) return false;
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function here(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
