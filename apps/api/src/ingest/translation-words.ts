import type { ObservationsTaken } from '@plumbline/shared/contract/observation';
import type { Translation, Understood } from '@plumbline/shared/contract/source';
import type { SignalEvent } from '../signals/signal-event.js';
import type { TakenSignal } from '../signals/signals.service.js';
import type { Translated } from './translated.js';

const mostItems = 20;

/** What a delivery has become, for people to look at. */
export function translationOf(
  signals: TakenSignal[],
  places: ReadonlyMap<string, { key: string }>,
  { accepted, refused }: ObservationsTaken,
): Translation {
  const items = signals.slice(0, mostItems).map((taken): Understood => ({
    title: taken.signal?.title ?? 'An alert that is not known here',
    became: becameWords(taken),
    incidentKey: (taken.signal && places.get(taken.signal.id)?.key) ?? null,
  }));
  return { signals: signals.length, points: accepted + refused.length, items };
}

/** What a delivery would become, before anything is stored. */
export function previewOf({ signals, points }: Translated): Translation {
  const alerts = signals.map((event) => ({
    title: event.title,
    became: wouldBecome(event),
    incidentKey: null,
  }));
  const values = points.map(({ metric, value, at }) => ({
    title: metric,
    became: `Would be ${value}${at ? ` at ${at}` : ''}`,
    incidentKey: null,
  }));
  return {
    signals: signals.length,
    points: points.length,
    items: [...alerts, ...values].slice(0, mostItems),
  };
}

function wouldBecome({ action, dedupKey, environment, severity }: SignalEvent): string {
  const parts = [environment && `in ${environment}`, severity && `"${severity}"`].filter(Boolean).join(', ');
  const what = action === 'resolve' ? 'Would end the alert' : 'Would be an alert';
  return `${what} "${dedupKey.slice(0, 80)}"${parts ? ` (${parts})` : ''}`;
}

function becameWords({ what, because, signal, storm }: TakenSignal): string {
  switch (what) {
    case 'opened':
      return storm ? 'New alert, gathered in the storm' : 'New alert';
    case 'recurred':
      return `New episode, number ${signal!.episode}`;
    case 'told_again':
      return `Told ${signal!.count} times so far`;
    case 'reopened':
      return 'Fires again';
    case 'resolved':
      return 'Ended';
    default:
      return because;
  }
}
