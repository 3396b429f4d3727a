import { type RefObject, useEffect, useState } from 'react';

/** How wide an element is, in px; 0 before it is known. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const host = element.current;
    if (!host) return;
    // The observer speaks once by itself when it begins.
    const resized = new ResizeObserver(() => setWidth(host.clientWidth));
    resized.observe(host);
    return () => resized.disconnect();
  }, [element]);
  return width;
}
