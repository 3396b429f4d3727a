import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { deliveryOutcome } from '@plumbline/shared/taxonomy/values/tool';
import { Button } from '../../ui/button.js';
import { CopyButton } from '../../ui/copy-button.js';
import { Fact, Facts } from '../../ui/facts.js';
import { QueryView } from '../../ui/query-view.js';
import { Section } from '../../ui/section.js';
import { SideDrawer } from '../../ui/side-drawer.js';
import { dayAndTime } from '../../ui/time-words.js';
import { toast, toastFailure } from '../../ui/toast/toasts.js';
import { type Delivery, deliveryQuery, type Source, useReplay } from './sources-queries.js';
import styles from './sources.module.css';

interface Props {
  workspace: string;
  source: Source;
  delivery: Delivery;
  onOpen: (delivery: Delivery) => void;
  onClose: () => void;
}

/** One delivery: how it was answered, what it became, what was wrong, what came. */
export function DeliveryDrawer({ workspace, source, delivery, onOpen, onClose }: Props) {
  const { translation, problem, outcome, httpStatus, receivedAt, kept } = delivery;
  return (
    <SideDrawer title="Delivery" opened onClose={onClose} width={520}>
      <Facts>
        <Fact label="Came">{dayAndTime(receivedAt)}</Fact>
        <Fact label="Outcome">{`${deliveryOutcome[outcome]}, answered ${httpStatus}`}</Fact>
        <Fact label="Sent by">{delivery.callerName}</Fact>
        <Fact label="Request">{delivery.requestId}</Fact>
      </Facts>
      {problem && (
        <Section title="What was wrong">
          <p className={styles.problem}>{problem}</p>
        </Section>
      )}
      {translation.items.length > 0 && (
        <Section title="What it became">
          <ul className={styles.list}>
            {translation.items.map(({ title, became, incidentKey }, place) => (
              <li key={place}>
                <span>{title}</span>
                <span className={styles.quiet}>{became}</span>
                {incidentKey && (
                  <Link to="/w/$workspace/incidents/$key" params={{ workspace, key: incidentKey }}>
                    {incidentKey}
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Body workspace={workspace} source={source} delivery={delivery} />
      {kept && outcome !== 'test' && <Replay source={source} delivery={delivery} onReplayed={onOpen} />}
    </SideDrawer>
  );
}

function Body({ workspace, source, delivery }: Pick<Props, 'workspace' | 'source' | 'delivery'>) {
  const whole = useQuery(deliveryQuery(workspace, source.id, delivery.id));
  return (
    <QueryView of={whole}>
      {({ text }) => (
        <Section title="What came" meta={text ? <CopyButton text={text}>Copy</CopyButton> : null}>
          {text === null ? (
            <p>{delivery.kept ? 'It is not text.' : 'The body is no longer kept; its fingerprint is.'}</p>
          ) : (
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            <pre className={styles.code} tabIndex={0} aria-label="Body of the delivery">
              {indented(text)}
            </pre>
          )}
        </Section>
      )}
    </QueryView>
  );
}

/** JSON with its lines; anything else as it is. */
function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

interface ReplayProps {
  source: Source;
  delivery: Delivery;
  onReplayed: (delivery: Delivery) => void;
}

function Replay({ source, delivery, onReplayed }: ReplayProps) {
  const replay = useReplay(source.id);
  return (
    <Button
      icon="undo"
      pending={replay.isPending}
      onClick={() =>
        replay.mutate(delivery.id, {
          onSuccess: (replayed) => {
            toast('Taken in once more.');
            onReplayed(replayed);
          },
          onError: toastFailure,
        })
      }
    >
      Take in once more
    </Button>
  );
}
