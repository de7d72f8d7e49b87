import { TranscriptError } from '../src/quotes/transcript.ts';
import { askWorker } from './ask-worker.ts';
import type { ComparedQuote, QuoteCheckTask } from './quote-check-task.ts';
import type { QuoteCheckAnswer } from './quote-check-worker.ts';

/**
 * `runQuoteCheck` in a worker, so that an hour of talk does not hold up the page; where no worker can be started it is done here.
 *
 * @throws TranscriptError when the transcript holds nothing that was said.
 */
export async function checkAside(task: QuoteCheckTask): Promise<readonly ComparedQuote[]> {
  let answer: QuoteCheckAnswer;
  try {
    answer = await askWorker<QuoteCheckTask, QuoteCheckAnswer>(() => new Worker(new URL('./quote-check-worker.ts', import.meta.url), { type: 'module' }), task);
  } catch (error) {
    console.warn('The quotes are checked on the page’s own thread, as no worker could be started:', error);
    const { runQuoteCheck } = await import('./quote-check-task.ts');
    return runQuoteCheck(task);
  }
  if ('problem' in answer) throw new TranscriptError(answer.problem);
  return answer.compared;
}
