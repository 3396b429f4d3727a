import { useState } from 'react';
import { Button } from '../../ui/button.js';
import { lazyPart } from '../../ui/lazy-part.js';

const HelpDialog = lazyPart(() => import('./help-dialog.js').then((m) => m.HelpDialog));

/** "What is this?" */
export function CheckHelp() {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button variant="bare" onClick={() => setOpened(true)}>
        What is this?
      </Button>
      {opened && <HelpDialog onClose={() => setOpened(false)} />}
    </>
  );
}
