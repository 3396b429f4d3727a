import { lazy, Suspense } from 'react';
import styles from './markdown.module.css';

const MarkdownText = lazy(() => import('./markdown-text.js'));

/** Markdown that a person wrote. Raw HTML is shown as text, never run; until the renderer is there, plain text. */
export function Markdown({ children }: { children: string }) {
  return (
    <div className={styles.markdown}>
      <Suspense fallback={<p className={styles.plain}>{children}</p>}>
        <MarkdownText>{children}</MarkdownText>
      </Suspense>
    </div>
  );
}
