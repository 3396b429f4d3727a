import type { Change } from '@plumbline/shared/contract/change';
import type { Presence } from '@plumbline/shared/contract/presence';
import { call } from './call.js';

/** Hears every change of a workspace, each once and in order. */
export type ChangeListener = (change: Change) => void;
/** Hears who looks at an incident whenever that changes. */
export type PresenceListener = (presence: Presence) => void;

type News = { change: Change } | { presence: Presence };

/** How long a refused stream is left alone, in milliseconds. */
const patience = 5_000;

/**
 * Follows what happens in a workspace from now on. The tabs of one browser share a single stream: one of them holds it
 * and tells the others; when that tab goes, another continues after the last number it heard. Where the browser has
 * no locks (a page off loopback without TLS) each tab has a stream of its own.
 * @returns how to stop
 */
export function followChanges(
  workspace: string,
  listener: ChangeListener,
  onPresence: PresenceListener,
): () => void {
  const leave = new AbortController();
  void follow(workspace, listener, onPresence, leave.signal).catch(() => undefined);
  return () => leave.abort();
}

async function follow(
  workspace: string,
  listener: ChangeListener,
  onPresence: PresenceListener,
  signal: AbortSignal,
): Promise<void> {
  const { next: now } = await call('GET /changes', { workspace, signal });
  let last = now;
  const hear = (news: News): void => {
    if ('presence' in news) return onPresence(news.presence);
    if (news.change.seq <= last) return;
    last = news.change.seq;
    listener(news.change);
  };
  const name = `plumbline-changes:${workspace}`;
  const tabs = new BroadcastChannel(name);
  tabs.onmessage = ({ data }: MessageEvent<News>) => hear(data);
  signal.addEventListener('abort', () => tabs.close(), { once: true });
  const tell = (news: News): void => {
    tabs.postMessage(news);
    hear(news);
  };
  const hold = (): Promise<void> => holdStream(workspace, () => last, tell, signal);
  // Leaving ends the wait for a lock that another tab holds.
  await (navigator.locks ? navigator.locks.request(name, { signal }, hold) : hold());
}

/** Holds a stream until the signal. An EventSource comes back by itself unless it was refused. */
async function holdStream(
  workspace: string,
  last: () => number,
  tell: (news: News) => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const query = new URLSearchParams({ workspace, after: String(last()) });
    const source = new EventSource(`/api/v1/changes/stream?${query}`);
    source.addEventListener('change', ({ data }) => tell({ change: JSON.parse(data as string) as Change }));
    source.addEventListener('presence', ({ data }) =>
      tell({ presence: JSON.parse(data as string) as Presence }),
    );
    await new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => resolve(), { once: true });
      source.addEventListener('error', () => source.readyState === EventSource.CLOSED && resolve());
    });
    source.close();
    if (!signal.aborted) await pause(patience, signal);
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
