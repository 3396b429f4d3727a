import { useLocation } from '@tanstack/react-router';
import { type RefObject, useEffect } from 'react';

let seenPathname: string | null = null;

/**
 * A reader who went to another screen lands on its title. Changes of the search do not count, the first
 * page does not, and a field of the new screen that took the focus keeps it.
 */
export function useFocusOnArrival(heading: RefObject<HTMLElement | null>): void {
  const pathname = useLocation({ select: (location) => location.pathname });
  useEffect(() => {
    const arrived = seenPathname !== null && seenPathname !== pathname;
    seenPathname = pathname;
    if (!arrived || document.querySelector('main')?.contains(document.activeElement)) return;
    heading.current?.focus({ preventScroll: true });
  }, [pathname, heading]);
}
