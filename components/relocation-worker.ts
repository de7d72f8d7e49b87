import { relocate, type Relocation } from '../src/store/relocation.ts';

// Looks for the marks of one article in another text, away from the thread that draws the page: one question, one answer.
self.addEventListener('message', ({ data }: MessageEvent<Relocation>) => self.postMessage(relocate(data)));
