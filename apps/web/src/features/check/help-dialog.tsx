import { Dialog } from '../../ui/dialog.js';
import { IntentWord, ProxyWord } from '../../ui/words.js';
import styles from './help-dialog.module.css';

/** What the check does, and how far it is to be believed. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="What Quick check tells you" width={600} onClose={onClose}>
      <div className={styles.text}>
        <p>
          The <ProxyWord>proxy</ProxyWord> is the number that is optimised: a reward, a score, a click rate.
          The <IntentWord>intent</IntentWord> is a measure of what you really want, taken now and then beside
          it. As long as one link carries the intent along with the proxy, however curved, the proxy means
          what you meant.
        </p>
        <p>
          Four answers are possible. <strong>Aligned so far</strong>: one link explains both, also when both
          level off, fall or crash together. <strong>Stopped following</strong>: the proxy climbs on and buys
          nothing more. <strong>Turned</strong>: the proxy climbs on and the intent falls.{' '}
          <strong>Cannot tell</strong>: with what would settle it.
        </p>
        <p>
          The chance it names supposes that half of all runs are aligned; if yours seldom come apart, read it
          lower. It is made for a run that has ended: looking again after every evaluation makes false alarms
          more frequent. n counts independent items such as prompts, not samples of one prompt. Every answer
          is a reason to look, not a verdict on anybody.
        </p>
        <p>Everything is worked out in this browser. Nothing is sent until you log it.</p>
      </div>
    </Dialog>
  );
}
