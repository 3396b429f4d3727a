import { type ComponentType, lazy, Suspense } from 'react';

/**
 * A part that few need at once, such as a dialog: its code is loaded when it is first shown.
 * @param load the module's component: `() => import('./tags-dialog.js').then((m) => m.TagsDialog)`
 */
export function lazyPart<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const Part = lazy(async () => ({ default: await load() })) as unknown as ComponentType<P>;
  return function LazyPart(props: P) {
    return (
      <Suspense fallback={null}>
        <Part {...props} />
      </Suspense>
    );
  };
}
