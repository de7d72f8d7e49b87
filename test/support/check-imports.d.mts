/** Checks a set of source files (text by path from the project's root) and returns one message per problem. */
export function checkImports(files: Map<string, string>): string[];
