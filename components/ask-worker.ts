/**
 * Asks a worker one question and gives back its answer. Rejects when there can be no worker: under a strict policy of the page,
 * in a file opened from the disk, in a build of one file.
 *
 * @param make starts the worker; the address has to stand in the caller's own source, where builds find it
 */
export function askWorker<Question, Answer>(make: () => Worker, question: Question): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const worker = make();
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      worker.terminate();
      resolve(data);
    });
    worker.addEventListener('error', event => {
      worker.terminate();
      reject(new Error(event.message || 'The worker could not be loaded'));
    });
    worker.postMessage(question);
  });
}
