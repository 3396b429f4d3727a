import { workspaceRole } from '@plumbline/shared/taxonomy/values';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { call } from '../../client/call.js';
import { AcceptForm } from '../../features/people/accept-form.js';
import { Entrance } from '../../ui/entrance.js';
import { QueryView } from '../../ui/query-view.js';

/** Where an invitation's link leads. */
export function InvitationPage() {
  const { token } = useParams({ strict: false }) as { token: string };
  const offer = useQuery({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => call('GET /invitation/:token', { params: { token }, signal }),
  });
  return (
    <QueryView of={offer}>
      {(it) => (
        <Entrance
          title={`Join ${it.workspaceName}`}
          lead={`${it.invitedBy} invites ${it.email} as ${workspaceRole[it.role].toLowerCase()}.`}
        >
          <AcceptForm
            token={token}
            offer={it}
            onAccepted={(slug) => location.assign(`/w/${slug}/incidents`)}
          />
        </Entrance>
      )}
    </QueryView>
  );
}
