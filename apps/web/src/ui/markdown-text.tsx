import type { ComponentProps, ReactNode } from 'react';
import ReactMarkdown from 'react-markdown';
import remarkGfm from 'remark-gfm';

// Pictures would tell a foreign server who reads the page, and the content policy blocks them: show a link.
const components = {
  img: ({ src, alt }: ComponentProps<'img'>) => (
    <a href={typeof src === 'string' ? src : undefined} rel="noreferrer noopener nofollow" target="_blank">
      {alt || 'picture'}
    </a>
  ),
  a: ({ href, children }: ComponentProps<'a'>) => (
    <a href={href} rel="noreferrer noopener nofollow" target="_blank">
      {children}
    </a>
  ),
  // Headings of a comment do not belong to the outline of the page.
  h1: Strong,
  h2: Strong,
  h3: Strong,
  h4: Strong,
  h5: Strong,
  h6: Strong,
};

function Strong({ children }: { children?: ReactNode }) {
  return (
    <p>
      <strong>{children}</strong>
    </p>
  );
}

/** The renderer itself, loaded with the first text that needs it. */
export default function MarkdownText({ children }: { children: string }) {
  return (
    <ReactMarkdown remarkPlugins={[remarkGfm]} components={components}>
      {children}
    </ReactMarkdown>
  );
}
