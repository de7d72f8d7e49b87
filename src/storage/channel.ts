import type { Notice } from './storage.ts';

/** A line between everybody who has the same database open, in this page and in other tabs. */
export interface Channel {
  /** Tells the others, and whoever listens on this very channel. */
  post(notice: Notice): void;
  /** Returns how to stop. */
  listen(listener: (notice: Notice) => void): () => void;
  close(): void;
}

/**
 * Opens the line of a database: a BroadcastChannel, or where that is missing (Safari before 15.4) the event that a
 * change of `localStorage` raises in other tabs; without either, only this channel's own listeners hear.
 */
export function openChannel(database: string): Channel {
  const name = `claim-annotator/${database}`;
  const listeners = new Set<(notice: Notice) => void>();
  const tell = (notice: Notice): void => {
    for (const listener of [...listeners]) listener(notice);
  };
  const line = typeof BroadcastChannel === 'function' ? broadcastLine(name, tell) : storageEventLine(name, tell);
  return {
    post(notice) {
      line.post(notice);
      tell(notice);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      listeners.clear();
      line.close();
    },
  };
}

type Line = Pick<Channel, 'post' | 'close'>;

function broadcastLine(name: string, tell: (notice: Notice) => void): Line {
  const line = new BroadcastChannel(name);
  line.onmessage = (event: MessageEvent<unknown>) => {
    const notice = parseNotice(event.data);
    if (notice) tell(notice);
  };
  return { post: notice => line.postMessage(notice), close: () => line.close() };
}

function storageEventLine(name: string, tell: (notice: Notice) => void): Line {
  if (typeof window === 'undefined') return { post: () => undefined, close: () => undefined };
  const hear = ({ key, newValue }: StorageEvent): void => {
    if (key !== name || newValue === null) return;
    const notice = parseNotice(JSON.parse(newValue));
    if (notice) tell(notice);
  };
  window.addEventListener('storage', hear);
  return {
    post(notice) {
      try {
        localStorage.setItem(name, JSON.stringify(notice));
      } catch {
        // Full or forbidden: other tabs catch up when they come to the front.
      }
    },
    close: () => window.removeEventListener('storage', hear),
  };
}

function parseNotice(value: unknown): Notice | null {
  if (typeof value !== 'object' || value === null || !('position' in value) || typeof value.position !== 'number') return null;
  const purged = 'purged' in value && typeof value.purged === 'string' ? value.purged : null;
  return { position: value.position, purged };
}
