import { Button } from '../../../ui/button.js';
import { CopyButton } from '../../../ui/copy-button.js';
import { download } from '../../../ui/download.js';
import { keyFromName } from '../../../ui/key-from-name.js';
import { toastFailure } from '../../../ui/toast/toasts.js';
import type { CheckedRun } from '../checked-run.js';
import type { Verdict } from '../words/verdict-words.js';
import { mostLinkCharacters } from './link-text.js';

interface Props {
  checked: CheckedRun;
  verdict: Verdict;
  /** The data as the fragment of an address; null while they are being packed. */
  fragment: string | null;
  /** What holds the chart's canvas, unless the table stands in its place. */
  picture: HTMLElement | null;
}

/** The link that carries the data, and the picture with its sentence. */
export function ShareButtons({ checked, verdict, fragment, picture }: Props) {
  const tooLong = fragment !== null && fragment.length > mostLinkCharacters;
  const save = async (): Promise<void> => {
    const canvas = picture?.querySelector('canvas');
    if (!canvas) throw new Error('Show the chart first: press T.');
    // Apart from the page: few want a picture, nobody at once.
    const { pictureOf } = await import('./picture.js');
    const { proxy, intent } = checked.run;
    download(
      await pictureOf(canvas, verdict),
      `${keyFromName(`quick check ${proxy.name} ${intent.name}`)}.png`,
    );
  };
  return (
    <>
      {fragment === null || tooLong ? (
        <Button
          icon="copy"
          size="large"
          disabledReason={fragment === null ? 'It is being packed.' : tooLongWords(fragment)}
        >
          Copy link
        </Button>
      ) : (
        <CopyButton size="large" text={`${location.origin}/check#${fragment}`}>
          Copy link
        </CopyButton>
      )}
      <Button size="large" onClick={() => void save().catch(toastFailure)}>
        PNG
      </Button>
    </>
  );
}

function tooLongWords(fragment: string): string {
  const characters = fragment.length.toLocaleString('en');
  return `These data make a link of ${characters} characters; at most 16,000 arrive whole. Share the picture, or log it.`;
}
