import { Segmented } from '../../ui/segmented.js';
import type { PairRange } from '../routes/systems-routes.js';

const stretches = [
  { value: '28', label: '4 weeks' },
  { value: '91', label: '3 months' },
  { value: '243', label: '8 months' },
  { value: 'all', label: 'All' },
] as const;

/** How much of a pair is shown. */
export function PairStretch({
  days,
  onChange,
}: {
  days?: PairRange;
  onChange: (days: PairRange | undefined) => void;
}) {
  return (
    <Segmented
      label="Stretch of time"
      options={stretches}
      value={days ? (String(days) as '28' | '91' | '243') : 'all'}
      onChange={(next) => onChange(next === 'all' ? undefined : (Number(next) as PairRange))}
    />
  );
}
