import type { AnchorPlacement } from '../src/domain/anchor.ts';
import { relocate, type Relocation } from '../src/store/relocation.ts';
import { askWorker } from './ask-worker.ts';

/**
 * Texts of fewer UTF-16 units in sum are looked through on the page's own thread: that takes less than one frame or two, and to
 * start a worker takes longer.
 */
const smallTexts = 60_000;

/**
 * `relocate` in a worker, so that a long article does not hold up the page. Where there can be no worker (a strict policy of the
 * page, a file opened from the disk, a build of one file) it is done here.
 */
export async function relocateAside(relocation: Relocation): Promise<AnchorPlacement[][]> {
  const size = relocation.texts.reduce((sum, text) => sum + text.length, relocation.version.text.length);
  if (size < smallTexts) return relocate(relocation);
  try {
    return await askWorker<Relocation, AnchorPlacement[][]>(() => new Worker(new URL('./relocation-worker.ts', import.meta.url), { type: 'module' }), relocation);
  } catch (error) {
    console.warn('The marks are placed on the page’s own thread, as no worker could be started:', error);
    return relocate(relocation);
  }
}
