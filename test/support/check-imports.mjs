// Proves how the source hangs together:
//   1. imports point down, as `LAYERS` says; type-only and lazy imports count as well
//   2. no circles among files, neither of values nor of types
//   3. the pure folders use nothing that only a browser or only Node has, so that they run in a page, a worker and Node
// `node test/support/check-imports.mjs` checks the working copy; `checkImports` checks any set of files.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const BASE = ['domain', 'anchoring'];
const ALL = [...BASE, 'quotes', 'suggest', 'formats', 'editor', 'store', 'storage'];

/** The folders of `src`. `sample` builds the sample article out of everything else. */
const FOLDERS = [...ALL, 'sample'];

/** What each layer may import besides itself. */
const LAYERS = {
  domain: [],
  anchoring: ['domain'],
  quotes: BASE,
  suggest: BASE,
  formats: BASE,
  editor: BASE,
  store: BASE,
  storage: [...BASE, 'store'],
  sample: ALL,
  components: [...ALL, 'sample'],
  main: [...ALL, 'sample', 'components'],
};

/** Packages that belong to some layers; every other package may be imported anywhere. */
const PACKAGES = [
  { name: /^(lit|@lit\/.*)(\/|$)/, layers: ['components', 'main'] },
  { name: /^prosemirror-/, layers: ['editor', 'components', 'main'] },
  { name: /^idb(\/|$)/, layers: ['storage'] },
];

/** Folders that must run anywhere. */
const PURE = ['domain', 'anchoring', 'quotes', 'suggest', 'formats'];

/** Globals outside the language that page, worker and Node 20 have in common, and that reach nothing outside the program. */
const EVERYWHERE = new Set([
  'AbortController', 'AbortSignal', 'Blob', 'Crypto', 'CryptoKey', 'DOMException', 'SubtleCrypto', 'TextDecoder', 'TextEncoder',
  'URL', 'URLSearchParams', 'atob', 'btoa', 'clearTimeout', 'console', 'crypto', 'performance', 'queueMicrotask', 'setTimeout', 'structuredClone',
  'CompressionStream', 'DecompressionStream', 'ReadableStream', 'TransformStream', 'WritableStream', 'Response',
]);

/** TypeScript's ways to say that a name does not exist, or (2339, 7017) that `globalThis` has no such property. */
const NO_SUCH_NAME = new Set([2304, 2503, 2552, 2580, 2581, 2582, 2583, 2584, 2591, 2592, 2593]);
const NO_SUCH_PROPERTY = new Set([2339, 2550, 2551, 7017]);

/**
 * Checks a set of source files and returns one message per problem, sorted; none when all is well.
 * @param {Map<string, string>} files text by path from the project's root, with `/` between folders
 * @returns {string[]}
 */
export function checkImports(files) {
  const problems = [];
  const edges = new Map();
  for (const [path, text] of files) {
    const layer = layerOf(path);
    if (!layer) {
      problems.push(`${path}: belongs to no layer. Source lives in src/<${FOLDERS.join('|')}>/, src/main.ts or components/.`);
      continue;
    }
    const targets = new Map();
    for (const found of importsOf(path, text)) {
      const where = `${path}:${found.line}`;
      if (!found.specifier.startsWith('.')) {
        problems.push(...checkPackage(where, layer, found.specifier));
        continue;
      }
      const target = resolve(path, found.specifier, files);
      if (!target) {
        problems.push(...checkOutside(where, path, found.specifier));
        continue;
      }
      problems.push(...checkDirection(where, layer, target));
      targets.set(target, (targets.get(target) ?? true) && found.typeOnly);
    }
    edges.set(path, targets);
  }
  return [...problems, ...circles(edges), ...foreignGlobals(files)].sort();
}

function layerOf(path) {
  if (path.startsWith('components/')) return 'components';
  if (path === 'src/main.ts') return 'main';
  const folder = /^src\/([^/]+)\//.exec(path)?.[1];
  return folder && FOLDERS.includes(folder) ? folder : null;
}

function checkDirection(where, layer, target) {
  const other = layerOf(target);
  if (!other || other === layer || LAYERS[layer].includes(other)) return [];
  const allowed = LAYERS[layer].length > 0 ? `only ${LAYERS[layer].join(', ')}` : 'nothing outside itself';
  return [`${where}: "${layer}" must not import "${other}" (${target}); it may import ${allowed}.`];
}

function checkPackage(where, layer, specifier) {
  if (specifier.startsWith('node:')) return [`${where}: "${specifier}" exists only in Node.`];
  const rule = PACKAGES.find(({ name }) => name.test(specifier));
  if (!rule || rule.layers.includes(layer)) return [];
  return [`${where}: "${specifier}" belongs to ${rule.layers.join(', ')}, not to "${layer}".`];
}

/** A relative import that is no source file: data and styles beside it are fine, other parts of the project are not. */
function checkOutside(where, path, specifier) {
  const target = posix.join(posix.dirname(path), specifier.replace(/[?#].*$/, ''));
  if (!/^(src|components)\//.test(target)) return [`${where}: "${specifier}" leaves the source folders.`];
  return /\.[cm]?[jt]s$/.test(target) ? [`${where}: "${specifier}" is not there.`] : [];
}

function resolve(path, specifier, files) {
  const target = posix.join(posix.dirname(path), specifier.replace(/[?#].*$/, ''));
  return [target, `${target}.ts`, target.replace(/\.js$/, '.ts')].find((candidate) => files.has(candidate)) ?? null;
}

/** Every import of a file: static, lazy, re-export, `import('...')` types, and `new URL('...', import.meta.url)` for workers. */
function importsOf(path, text) {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found = [];
  const add = (node, typeOnly) => {
    if (node && ts.isStringLiteralLike(node)) {
      found.push({ specifier: node.text, typeOnly, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1 });
    }
  };
  const visit = (node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeImport(node.importClause));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly || allTypes(node.exportClause));
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0], false);
    else if (ts.isNewExpression(node) && node.expression.getText() === 'URL' && node.arguments?.[1]?.getText() === 'import.meta.url') {
      add(node.arguments[0], false);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isTypeImport(clause) {
  if (!clause) return false;
  return clause.phaseModifier === ts.SyntaxKind.TypeKeyword || (!clause.name && allTypes(clause.namedBindings));
}

function allTypes(bindings) {
  return Boolean(bindings && 'elements' in bindings && bindings.elements.length > 0 && bindings.elements.every((element) => element.isTypeOnly));
}

/** One message per group of files that import each other, with the shortest way round. */
function circles(edges) {
  return components(edges).map((group) => {
    const way = shortestWayRound(group, edges);
    const types = way.some((path, i) => edges.get(path).get(way[(i + 1) % way.length]));
    const kind = types ? 'circle through type imports' : 'circle';
    const rest = group.size > way.length ? ` (${group.size} files in all import each other)` : '';
    return `${kind}: ${[...way, way[0]].join(' -> ')}${rest}`;
  });
}

/** Tarjan's strongly connected components, without the lone files that do not import themselves. */
function components(edges) {
  const index = new Map();
  const low = new Map();
  const stack = [];
  const groups = [];
  const visit = (path) => {
    index.set(path, index.size);
    low.set(path, index.get(path));
    stack.push(path);
    for (const next of edges.get(path)?.keys() ?? []) {
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(path, Math.min(low.get(path), low.get(next)));
    }
    if (low.get(path) !== index.get(path)) return;
    const group = new Set(stack.splice(stack.indexOf(path)));
    if (group.size > 1 || edges.get(path)?.has(path)) groups.push(group);
  };
  for (const path of edges.keys()) if (!index.has(path)) visit(path);
  return groups;
}

function shortestWayRound(group, edges) {
  let best = null;
  for (const start of [...group].sort()) {
    const ways = [[start]];
    const seen = new Set();
    for (let way = ways.shift(); way && (!best || way.length < best.length); way = ways.shift()) {
      const next = [...edges.get(way.at(-1)).keys()].filter((path) => group.has(path));
      if (next.includes(start)) best = way;
      for (const path of next.filter((path) => !seen.has(path))) {
        seen.add(path);
        ways.push([...way, path]);
      }
    }
  }
  return best;
}

const libraryFiles = new Map();

/** Parsing the language's library is most of the work, and it is the same for every call. */
function libraryFile(path, parse) {
  if (!libraryFiles.has(path)) libraryFiles.set(path, parse());
  return libraryFiles.get(path);
}

/**
 * Names in the pure folders that neither the language nor the file itself defines: asked of the compiler, with the
 * language's library alone, so that a parameter called `document` is no problem and the global one is.
 */
function foreignGlobals(files) {
  const options = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleDetection: ts.ModuleDetectionKind.Force,
    lib: ['lib.es2024.d.ts', 'lib.esnext.d.ts'],
    types: [],
    noResolve: true,
    noEmit: true,
    strict: true,
    allowImportingTsExtensions: true,
  };
  const library = ts.createCompilerHost(options);
  const host = {
    ...library,
    fileExists: (path) => files.has(path) || library.fileExists(path),
    readFile: (path) => files.get(path) ?? library.readFile(path),
    getSourceFile: (path, target) =>
      files.has(path) ? ts.createSourceFile(path, files.get(path), target, true) : libraryFile(path, () => library.getSourceFile(path, target)),
    getCurrentDirectory: () => '',
  };
  const pure = [...files.keys()].filter((path) => PURE.includes(layerOf(path)));
  if (pure.length === 0) return [];
  const program = ts.createProgram(pure, options, host);
  const problems = new Set();
  for (const path of pure) {
    const source = program.getSourceFile(path);
    for (const { code, start, length } of program.getSemanticDiagnostics(source)) {
      if (start === undefined || !(NO_SUCH_NAME.has(code) || (NO_SUCH_PROPERTY.has(code) && ofGlobalThis(source, start)))) continue;
      const name = source.text.slice(start, start + length);
      if (EVERYWHERE.has(name) || /^['"]/.test(name)) continue;
      const line = source.getLineAndCharacterOfPosition(start).line + 1;
      problems.add(`${path}:${line}: "${name}" is neither defined in this file nor part of the language; "${layerOf(path)}" must run in a page, a worker and Node alike.`);
    }
  }
  return [...problems];
}

function ofGlobalThis(source, start) {
  return /\bglobalThis\s*(\?\.|\.|\[)\s*['"]?$/.test(source.text.slice(Math.max(0, start - 40), start));
}

function readSources(root) {
  const files = new Map();
  const read = (folder) => {
    if (!existsSync(join(root, folder))) return;
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) read(path);
      else if (/\.ts$/.test(path) && !path.endsWith('.d.ts')) files.set(path, readFileSync(join(root, path), 'utf8'));
    }
  };
  read('src');
  read('components');
  return files;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = readSources(join(dirname(fileURLToPath(import.meta.url)), '../..'));
  const problems = checkImports(files);
  for (const problem of problems) console.error(problem);
  console.log(problems.length === 0 ? `imports: ${files.size} files, all pointing down, no circles` : `imports: ${problems.length} problems`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
