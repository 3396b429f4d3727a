import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { setupQuery } from '../../features/people/people-queries.js';
import { SetupForm, setupSteps } from '../../features/people/setup-form.js';
import { ButtonLink } from '../../ui/button-link.js';
import { Entrance } from '../../ui/entrance.js';
import { QueryView } from '../../ui/query-view.js';

const titles = ['Who looks after this Plumbline?', 'What is it for?', 'Something to look at first?'];

/** The first run: three steps, once in the life of an installation. */
export function SetupPage() {
  const setup = useQuery(setupQuery);
  const [step, setStep] = useState(0);
  return (
    <QueryView of={setup}>
      {({ needed, codeNeeded }) =>
        needed ? (
          <Entrance title={titles[step]!} steps={`Step ${step + 1} of ${setupSteps.length}`}>
            <SetupForm
              step={step}
              onStep={setStep}
              needsCode={codeNeeded}
              onDone={(workspace) => location.assign(`/w/${workspace}/incidents`)}
            />
          </Entrance>
        ) : (
          <Entrance
            title="This Plumbline is set up already"
            lead="Sign in, or ask an administrator to invite you."
          >
            <p>
              <ButtonLink to="/sign-in">Sign in</ButtonLink>
            </p>
          </Entrance>
        )
      }
    </QueryView>
  );
}
