import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Words } from '../../features/words/words.js';
import { Page } from '../../ui/page.js';

/** What the words mean: one definition, one test question, one source each. */
export function WordsPage() {
  const { workspace } = useParams({ strict: false }) as { workspace: string };
  const { q = '', term = null } = useSearch({ strict: false }) as { q?: string; term?: string };
  const navigate = useNavigate();
  return (
    <Page title="Words" meta="what each means, and how to tell it from its neighbour">
      <Words
        query={q}
        term={term}
        onQuery={(query) =>
          void navigate({
            to: '/w/$workspace/words',
            params: { workspace },
            search: query ? { q: query } : {},
            replace: true,
          })
        }
      />
    </Page>
  );
}
