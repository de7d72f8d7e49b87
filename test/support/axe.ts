import 'axe-core/axe.min.js';
import type { AxeResults, RunOptions } from 'axe-core';

declare global {
  var axe: typeof import('axe-core');
}

/** A fragment has no page around it, so what axe asks of a page as a whole does not apply. */
const FRAGMENT: RunOptions = { rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } }, resultTypes: ['violations'] };

/**
 * Throws with a readable list when axe-core finds an accessibility violation in `element`, open shadow roots included.
 * `options` are axe's; by default everything is checked but what belongs to the page around the element.
 */
export async function expectNoViolations(element: Element, options: RunOptions = FRAGMENT): Promise<void> {
  const { violations } = await globalThis.axe.run(element, options);
  if (violations.length > 0) throw new Error(describe(violations));
}

function describe(violations: AxeResults['violations']): string {
  const lines = violations.map(({ id, help, nodes }) => {
    const places = nodes.map((node) => `    ${node.target.flat().join(' >> ')}: ${node.failureSummary?.replace(/\s*\n\s*/g, ' ')}`);
    return [`  ${id}: ${help}`, ...places].join('\n');
  });
  return `axe-core found ${violations.length} violation(s):\n${lines.join('\n')}`;
}
