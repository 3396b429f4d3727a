import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from '../../../client/call.js';
import { useRefreshMetrics } from '../metrics-queries.js';
import type { CsvPoints, RowProblem } from './read-points.js';

/** How far a file is sent. */
export interface Sending {
  /** What is asked: to judge the points, or to keep them. */
  way: 'trial' | 'store';
  done: number;
  total: number;
  accepted: number;
  refused: RowProblem[];
  state: 'under way' | 'finished' | 'failed';
  error: Error | null;
}

const atOnce = 5000;

/**
 * Sends the points of a file in pieces, first for a trial, then to be kept. What fails midway goes on where it
 * stopped: the same points again change nothing.
 */
export function useSendPoints(note: string): {
  sending: Sending | null;
  send: (points: CsvPoints, way: Sending['way'], after?: Sending) => Promise<Sending | null>;
  forget: () => void;
} {
  const [sending, setSending] = useState<Sending | null>(null);
  const stop = useRef<AbortController | null>(null);
  const refresh = useRefreshMetrics();
  useEffect(() => () => stop.current?.abort(), []);
  const forget = useCallback((): void => {
    stop.current?.abort();
    setSending(null);
  }, []);
  const send = async (file: CsvPoints, way: Sending['way'], after?: Sending): Promise<Sending | null> => {
    stop.current?.abort();
    const controller = new AbortController();
    stop.current = controller;
    let now: Sending = {
      ...(after ?? { way, done: 0, accepted: 0, refused: [] }),
      total: file.points.length,
      state: 'under way',
      error: null,
    };
    setSending(now);
    try {
      while (now.done < now.total) {
        now = await next(file, now, note, controller.signal);
        if (controller.signal.aborted) return null;
        setSending(now);
      }
      now = { ...now, state: 'finished' };
    } catch (error) {
      if (controller.signal.aborted) return null;
      now = { ...now, state: 'failed', error: error as Error };
    }
    setSending(now);
    if (way === 'store') await refresh();
    return now;
  };
  return { sending, send, forget };
}

async function next(file: CsvPoints, now: Sending, note: string, signal: AbortSignal): Promise<Sending> {
  const points = file.points.slice(now.done, now.done + atOnce);
  const body = { points, note, dryRun: now.way === 'trial' };
  const { accepted, refused } = await call('POST /observations', { body, signal });
  return {
    ...now,
    done: now.done + points.length,
    accepted: now.accepted + accepted,
    refused: [
      ...now.refused,
      ...refused.map(({ index, message }) => ({ line: file.lines[now.done + index]!, message })),
    ],
  };
}
