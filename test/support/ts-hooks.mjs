// Module hooks for register-ts.mjs: TypeScript is transpiled file by file, without checking; JSON becomes a default export.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const compilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
  experimentalDecorators: true,
  useDefineForClassFields: false,
  inlineSourceMap: true,
};

export async function load(url, context, nextLoad) {
  if (!url.startsWith('file:') || url.includes('/node_modules/')) return nextLoad(url, context);
  const fileName = fileURLToPath(url);
  if (fileName.endsWith('.ts')) {
    const { outputText } = ts.transpileModule(await readFile(fileName, 'utf8'), { fileName, compilerOptions });
    return { format: 'module', source: outputText, shortCircuit: true };
  }
  if (fileName.endsWith('.json')) return { format: 'module', source: `export default ${await readFile(fileName, 'utf8')};`, shortCircuit: true };
  return nextLoad(url, context);
}
