import { vocabularies, type Vocabulary } from '@plumbline/shared/taxonomy/terms/vocabularies';
import { useDeferredValue, useEffect } from 'react';
import { TextField } from '../../ui/field.js';
import { Section } from '../../ui/section.js';
import { EmptyState } from '../../ui/states.js';
import { findTerms } from './find-terms.js';
import styles from './words.module.css';

interface Props {
  query: string;
  onQuery: (query: string) => void;
  /** `mechanism.sycophancy`: the card to show first. */
  term: string | null;
}

/** Every word of the product with what it means, browsed and searched. */
export function Words({ query, onQuery, term }: Props) {
  const found = findTerms(vocabularies, useDeferredValue(query));
  useEffect(() => {
    if (term) document.getElementById(term)?.scrollIntoView({ block: 'start' });
  }, [term]);
  return (
    <div className={styles.words}>
      <TextField label="Find a word" type="search" value={query} onChange={onQuery} />
      {found.length === 0 && (
        <EmptyState title="No word like that">
          Try a shorter part of it, or a word from its definition.
        </EmptyState>
      )}
      {found.map((vocabulary) => (
        <Section
          key={vocabulary.id}
          title={vocabulary.label}
          meta={countOf(Object.keys(vocabulary.terms).length)}
        >
          <div className={styles.cards}>
            {Object.keys(vocabulary.terms).map((value) => (
              <Card
                key={value}
                vocabulary={vocabulary}
                value={value}
                active={term === `${vocabulary.id}.${value}`}
              />
            ))}
          </div>
        </Section>
      ))}
    </div>
  );
}

function Card({ vocabulary, value, active }: { vocabulary: Vocabulary; value: string; active: boolean }) {
  const { definition, test, neighbour, difference, example, source } = vocabulary.terms[value]!;
  return (
    <article id={`${vocabulary.id}.${value}`} className={styles.card} data-active={active || undefined}>
      <h3>{vocabulary.labels[value]}</h3>
      <p>{definition}</p>
      <dl>
        <dt>Ask</dt>
        <dd>{test}</dd>
        <dt>Not {vocabulary.labels[neighbour]?.toLowerCase()}</dt>
        <dd>{difference}</dd>
        <dt>Example</dt>
        <dd>{example}</dd>
        <dt>Source</dt>
        <dd>{source}</dd>
      </dl>
    </article>
  );
}

const countOf = (words: number): string => (words === 1 ? '1 word' : `${words} words`);
