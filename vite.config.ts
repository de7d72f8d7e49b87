import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type UserConfig } from 'vite';

// vite                          the page, served while you work on it
// vite build                    the page, to dist/page
// vite build --mode library     what others embed, to dist/: ES modules, each complete in itself, heavy parts in lazy chunks

/** Entry points of the library: name of the file in dist/, and where it comes from. Those that do not exist yet are left out. */
const entries = {
  'claim-annotator': 'components/claim-annotator.ts',
  'claim-reader': 'components/claim-reader.ts',
  anchoring: 'src/anchoring/anchoring.ts',
  quotes: 'src/quotes/quotes.ts',
  suggest: 'src/suggest/suggest.ts',
  formats: 'src/formats/formats.ts',
  storage: 'src/storage/storage.ts',
};

export default defineConfig(({ mode }) => (mode === 'library' ? library() : page()));

function page(): UserConfig {
  return {
    // Relative, so that the built page runs in any folder of any server.
    base: './',
    server: { host: '127.0.0.1', open: hasDesktop() },
    preview: { host: '127.0.0.1' },
    worker: { format: 'es' },
    build: { outDir: 'dist/page', emptyOutDir: true, target: 'es2022', sourcemap: true },
  };
}

function library(): UserConfig {
  const input = Object.entries(entries).filter(([, path]) => existsSync(here(path)));
  if (input.length === 0) throw new Error(`None of the library's entry points exists: ${Object.values(entries).join(', ')}`);
  return {
    base: './',
    publicDir: false,
    worker: { format: 'es' },
    build: {
      outDir: 'dist',
      // dist/page is there already.
      emptyOutDir: false,
      target: 'es2022',
      sourcemap: true,
      modulePreload: false,
      rolldownOptions: {
        input: Object.fromEntries(input.map(([name, path]) => [name, here(path)])),
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

/** Opening the page is a courtesy; where there is no desktop it would only print an error. */
function hasDesktop(): boolean {
  if (process.env.CI || process.env.VITEST) return false;
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function here(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
