import { describe, expect, test } from 'vitest';
import { checkImports } from './check-imports.mjs';

/** Checks files given as `{path: text}`. */
const check = (files: Record<string, string>) => checkImports(new Map(Object.entries(files)));

const claim = { 'src/domain/claim.ts': 'export interface Claim { id: string }\nexport const open = 1;' };

describe('direction', () => {
  test('lets a layer import what is below it', () => {
    expect(
      check({
        ...claim,
        'src/anchoring/locate.ts': `import { open } from '../domain/claim.ts'; export const locate = open;`,
        'src/store/desk.ts': `import { locate } from '../anchoring/locate.ts'; export const desk = locate;`,
        'src/storage/port.ts': `import { desk } from '../store/desk.ts'; export const port = desk;`,
        'components/claim-list.ts': `import { html } from 'lit'; import { port } from '../src/storage/port.ts'; export const x = html\`\${port}\`;`,
        'src/main.ts': `import '../components/claim-list.ts';`,
      }),
    ).toEqual([]);
  });

  test.each([
    ['a value import', `import { desk } from '../store/desk.ts';`],
    ['a type-only import', `import type { Desk } from '../store/desk.ts';`],
    ['a lazy import', `export const load = () => import('../store/desk.ts');`],
    ['an import type', `export let desk: import('../store/desk.ts').Desk;`],
    ['a re-export', `export { desk } from '../store/desk.ts';`],
    ['a worker', `export const url = new URL('../store/desk.ts', import.meta.url);`],
    ['an import without its extension', `import { desk } from '../store/desk';`],
  ])('refuses %s that points up', (_, text) => {
    const problems = check({ 'src/store/desk.ts': 'export const desk = 1; export type Desk = 1;', 'src/anchoring/up.ts': text });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toBe('src/anchoring/up.ts:1: "anchoring" must not import "store" (src/store/desk.ts); it may import only domain.');
  });

  test('keeps editor and storage apart, both ways', () => {
    const one = { 'src/editor/schema.ts': 'export const schema = 1;', 'src/storage/open.ts': `import { schema } from '../editor/schema.ts';` };
    const other = { 'src/storage/open.ts': 'export const open = 1;', 'src/editor/schema.ts': `import { open } from '../storage/open.ts';` };
    expect(check(one)[0]).toContain('"storage" must not import "editor"');
    expect(check(other)[0]).toContain('"editor" must not import "storage"');
  });

  test('lets only main look up to components', () => {
    expect(check({ 'components/card.ts': 'export {};', 'src/store/desk.ts': `import '../../components/card.ts';` })[0]).toContain('"store" must not import "components"');
  });

  test('refuses a file outside the known folders and an import that leaves them', () => {
    expect(check({ 'src/utils/text.ts': 'export {};' })[0]).toContain('belongs to no layer');
    expect(check({ 'src/store/desk.ts': `import '../../test/support/helpers.ts';` })[0]).toContain('leaves the source folders');
    expect(check({ 'src/store/desk.ts': `import './gone.ts';` })[0]).toContain('is not there');
  });

  test('keeps packages in their layer', () => {
    expect(check({ 'src/store/desk.ts': `import { openDB } from 'idb';` })[0]).toContain('"idb" belongs to storage');
    expect(check({ 'src/quotes/align.ts': `import type { Node } from 'prosemirror-model';` })[0]).toContain('"prosemirror-model" belongs to editor');
    expect(check({ 'src/editor/view.ts': `import { LitElement } from 'lit';` })[0]).toContain('"lit" belongs to components');
    expect(check({ 'src/formats/file.ts': `import { readFile } from 'node:fs';` })[0]).toContain('exists only in Node');
    expect(check({ 'src/formats/file.ts': `import * as v from 'valibot';` })).toEqual([]);
  });
});

describe('circles', () => {
  test('names the files of a circle of values', () => {
    expect(
      check({
        'src/store/a.ts': `import { b } from './b.ts'; export const a = b;`,
        'src/store/b.ts': `import { c } from './c.ts'; export const b = c;`,
        'src/store/c.ts': `import { a } from './a.ts'; export const c = a;`,
        'src/store/d.ts': `import { a } from './a.ts'; export const d = a;`,
      }),
    ).toEqual(['circle: src/store/a.ts -> src/store/b.ts -> src/store/c.ts -> src/store/a.ts']);
  });

  test.each([
    ['import type', `import type { A } from './a.ts'; export type B = A;`],
    ['inline types', `import { type A } from './a.ts'; export type B = A;`],
  ])('reports a circle closed by %s', (_, text) => {
    expect(check({ 'src/store/a.ts': `import { b } from './b.ts'; export const a = b; export type A = 1;`, 'src/store/b.ts': text })).toEqual([
      'circle through type imports: src/store/a.ts -> src/store/b.ts -> src/store/a.ts',
    ]);
  });

  test('shows the shortest way round a larger knot', () => {
    const [problem] = check({
      'src/store/a.ts': `import './b.ts';`,
      'src/store/b.ts': `import './c.ts'; import './a.ts';`,
      'src/store/c.ts': `import './a.ts';`,
    });
    expect(problem).toBe('circle: src/store/a.ts -> src/store/b.ts -> src/store/a.ts (3 files in all import each other)');
  });
});

describe('pure folders', () => {
  test.each([
    ['a global value', 'export const title = document.title;', 'document'],
    ['a guarded global', `export const width = typeof window === 'undefined' ? 0 : 1;`, 'window'],
    ['a global type', 'export function read(element: HTMLElement) { return element; }', 'HTMLElement'],
    ['storage', `localStorage.setItem('a', 'b');`, 'localStorage'],
    ['a global through globalThis', 'export const page = globalThis.location;', 'location'],
    ['the network', `export const load = () => fetch('data.json');`, 'fetch'],
    ["Node's globals", 'export const home = process.env.HOME;', 'process'],
  ])('may not use %s', (_, text, name) => {
    const problems = check({ 'src/formats/file.ts': text });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`src/formats/file.ts:1: "${name}" is neither defined in this file`);
  });

  test('may use the same words for their own things', () => {
    expect(
      check({
        ...claim,
        'src/domain/version.ts': 'export interface Version { document: string }\nexport const text = (document: Version) => document.document;',
        'src/formats/file.ts': `import type { Claim } from '../domain/claim.ts'; import { parse } from 'valibot'; export const name = (c: Claim) => parse(c).name;`,
      }),
    ).toEqual([]);
  });

  test('may use what page, worker and Node have in common', () => {
    expect(check({ 'src/formats/file.ts': 'export const x = () => [new URL("a:b"), new TextEncoder(), crypto.randomUUID(), new Intl.Segmenter("en"), structuredClone(1), Array.fromAsync([1])];' })).toEqual([]);
  });

  test('leaves other folders to the browser', () => {
    expect(check({ 'src/store/desk.ts': 'export const title = document.title;' })).toEqual([]);
  });
});
