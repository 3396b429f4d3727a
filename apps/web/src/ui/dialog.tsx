import { lazyPart } from './lazy-part.js';

/** A dialog over the work, as {@link DialogProps} of its panel says. Its frame comes when the first one is opened. */
export const Dialog = lazyPart(() => import('./dialog-panel.js').then((m) => m.DialogPanel));
