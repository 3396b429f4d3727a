/** A signal that fires again within this time after its end goes on; later it is a new episode. */
export const reopenWindowMs = 24 * 3_600_000;
/** How long a resolve waits for a trigger that it overtook. */
export const overtakenMs = 15 * 60_000;

/** One episode of a signal. Times of events are milliseconds since 1970. */
export interface Life {
  episode: number;
  state: 'open' | 'resolved';
  startedAt: number;
  /** The newest trigger. */
  triggeredAt: number;
  resolvedAt: number | null;
  /** How often it was triggered. */
  count: number;
}

/** What is known under a dedup key before an event comes. */
export interface Known {
  /** The latest episode. */
  life: Life | null;
  /** A resolve that came without anything to resolve: when it happened, and when it came. */
  earlyResolve: { at: number; seenAt: number } | null;
}

export interface Happening {
  action: 'trigger' | 'resolve';
  at: number;
  receivedAt: number;
}

/** What an event does to the life of a signal. */
export interface Step {
  what: 'opened' | 'recurred' | 'told_again' | 'reopened' | 'resolved' | 'ignored';
  known: Known;
  /** Why nothing happened. */
  because?: string;
}

/**
 * The life of a signal, by the time of its events and not of their arrival: re-sends and late news change nothing that
 * newer news has settled.
 */
export function live(known: Known, event: Happening): Step {
  return event.action === 'trigger' ? trigger(known, event) : resolve(known, event);
}

function trigger(known: Known, event: Happening): Step {
  const { life } = known;
  if (!life) return first(known, event, 1);
  if (life.state === 'open') {
    const triggeredAt = Math.max(life.triggeredAt, event.at);
    return { what: 'told_again', known: { ...known, life: { ...life, triggeredAt, count: life.count + 1 } } };
  }
  if (event.at <= life.resolvedAt!)
    return { what: 'ignored', known, because: 'It had ended already when this was sent.' };
  if (event.at - life.resolvedAt! > reopenWindowMs) return first(known, event, life.episode + 1);
  const end = overtaking(known, event);
  return {
    what: 'reopened',
    known: {
      earlyResolve: null,
      life: {
        ...life,
        state: end === null ? 'open' : 'resolved',
        triggeredAt: event.at,
        resolvedAt: end,
        count: life.count + 1,
      },
    },
  };
}

/** Begins an episode; one that a resolve has overtaken is over as it begins. */
function first(known: Known, event: Happening, episode: number): Step {
  const end = overtaking(known, event);
  const life: Life = {
    episode,
    state: end === null ? 'open' : 'resolved',
    startedAt: event.at,
    triggeredAt: event.at,
    resolvedAt: end,
    count: 1,
  };
  return { what: episode === 1 ? 'opened' : 'recurred', known: { life, earlyResolve: null } };
}

/** When it ended, where the end came in before its trigger did; else null. */
function overtaking({ earlyResolve }: Known, { at, receivedAt }: Happening): number | null {
  const overtaken =
    earlyResolve !== null && earlyResolve.at >= at && receivedAt - earlyResolve.seenAt <= overtakenMs;
  return overtaken ? earlyResolve.at : null;
}

function resolve(known: Known, { at, receivedAt }: Happening): Step {
  const { life } = known;
  if (life?.state === 'open') {
    if (at < life.triggeredAt) return { what: 'ignored', known, because: 'It fired again after that.' };
    return {
      what: 'resolved',
      known: { earlyResolve: null, life: { ...life, state: 'resolved', resolvedAt: at } },
    };
  }
  if (life && at <= life.resolvedAt!) return { what: 'ignored', known, because: 'It had ended already.' };
  // Perhaps the end of a firing that is still to come in.
  const waiting = known.earlyResolve;
  const earlyResolve = waiting && waiting.at > at ? waiting : { at, seenAt: receivedAt };
  return {
    what: 'ignored',
    known: { life, earlyResolve },
    because: 'Nothing was open under this key.',
  };
}
