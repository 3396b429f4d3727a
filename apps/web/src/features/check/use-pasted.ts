import { useEffect, useMemo, useState } from 'react';
import { useKeptText } from '../../ui/kept-text.js';
import { nothingPasted, type Pasted, readPasted } from './pasted.js';
import { fragmentOf, mostLinkCharacters, pastedFromFragment } from './share/link-text.js';

interface PastedState {
  pasted: Pasted;
  setPasted: (next: Pasted) => void;
  /** The data as the fragment of an address; null until it is packed. It may be too long for one. */
  fragment: string | null;
  /** Why the link that was followed gave nothing. */
  brokenLink: string | null;
  /** A link is being unpacked. */
  opening: boolean;
}

/** What was pasted: the address carries it, and this tab keeps it over a sign-in. What a link carries goes before it. */
export function usePasted(): PastedState {
  const [kept, keep] = useKeptText('check');
  const pasted = useMemo(() => fromText(kept), [kept]);
  const [fragment, setFragment] = useState<string | null>(null);
  const [brokenLink, setBrokenLink] = useState<string | null>(null);
  const [opening, setOpening] = useState(() => location.hash.startsWith('#d='));
  useEffect(() => {
    const open = async (): Promise<void> => {
      const linked = await pastedFromFragment(location.hash);
      if (typeof linked === 'string') setBrokenLink(linked);
      else if (linked) keep(JSON.stringify(linked));
      setOpening(false);
    };
    void open();
    addEventListener('hashchange', open);
    return () => removeEventListener('hashchange', open);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- keep is new on every render and always the same act
  }, []);
  useEffect(() => {
    if (opening) return;
    let wanted = true;
    void fragmentOf(pasted).then((made) => {
      if (!wanted) return;
      setFragment(made);
      const carried = pasted.text !== '' && made.length <= mostLinkCharacters;
      history.replaceState(history.state, '', location.pathname + (carried ? `#${made}` : ''));
    });
    return () => {
      wanted = false;
    };
  }, [pasted, opening]);
  return {
    pasted,
    setPasted: (next) => {
      setBrokenLink(null);
      keep(next.text ? JSON.stringify(next) : '');
    },
    fragment,
    brokenLink,
    opening,
  };
}

function fromText(kept: string): Pasted {
  if (!kept) return nothingPasted;
  try {
    return readPasted(JSON.parse(kept));
  } catch {
    return nothingPasted;
  }
}
