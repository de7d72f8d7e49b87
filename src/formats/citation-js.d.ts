// Citation.js brings no types; these are of the part that is used.
declare module '@citation-js/core' {
  interface Plugins {
    readonly input: { chain(text: string, options: { readonly forceType: string; readonly generateGraph: boolean }): unknown };
    readonly output: { format(name: string, items: readonly object[], options?: { readonly format?: 'text' }): unknown };
  }
  export const plugins: Plugins;
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
