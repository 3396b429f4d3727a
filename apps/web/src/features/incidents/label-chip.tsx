import { Chip, ChipButton } from '../../ui/chip.js';
import { dayOf } from '../../ui/time-words.js';
import { type DiamondKind, TypeDiamond } from '../../ui/type-diamond.js';
import { facetWords, type Label } from './facet-words.js';

/** One answer: hairline where a person stands for it, dotted with its source where it is only suggested. */
export function LabelChip({ label, onConfirm }: { label: Label; onConfirm?: () => void }) {
  const { facet, value, certainty, provenance, setBy, setAt } = label;
  const word = facetWords[facet].values[value] ?? value;
  const mark = facet === 'misalignmentType' ? <TypeDiamond kind={value as DiamondKind} /> : undefined;
  const who = setBy ? `set by ${setBy}, ${dayOf(setAt)}` : undefined;
  const suggested = provenance !== 'person';
  if (suggested && onConfirm)
    return (
      <ChipButton
        mark={mark}
        suggestedBy={provenance}
        onClick={onConfirm}
        title="Suggested. Click to confirm."
      >
        {word}
        <span className="visually-hidden">, suggested: confirm</span>
      </ChipButton>
    );
  return (
    <span title={who}>
      <Chip mark={mark} suggestedBy={suggested ? provenance : null}>
        {word}
        {certainty === 'potential' && !suggested && ', potential'}
      </Chip>
    </span>
  );
}
