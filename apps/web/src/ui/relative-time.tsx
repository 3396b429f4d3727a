import { useEffect, useState } from 'react';
import { agoOf, dayAndTime } from './time-words.js';

/** `3 h`, with the exact time in the title; counts on by itself. */
export function RelativeTime({ at, suffix = false }: { at: string; suffix?: boolean }) {
  const now = useNow();
  const ago = agoOf(at, now);
  return (
    <time dateTime={at} title={dayAndTime(at)}>
      {suffix && ago !== 'now' ? `${ago} ago` : ago}
    </time>
  );
}

const listeners = new Set<(now: number) => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One clock for every relative time on screen, ticking every half minute. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    listeners.add(setNow);
    timer ??= setInterval(() => {
      for (const listener of listeners) listener(Date.now());
    }, 30_000);
    return () => {
      listeners.delete(setNow);
      if (listeners.size > 0) return;
      clearInterval(timer);
      timer = undefined;
    };
  }, []);
  return now;
}
