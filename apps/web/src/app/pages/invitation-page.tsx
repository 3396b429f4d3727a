import { workspaceRole } from '@plumbline/shared/taxonomy/values';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { call } from '../../client/call.js';
import { AcceptForm } from '../../features/people/accept-form.js';
import { Entrance } from '../../ui/entrance.js';
import { QueryView } from '../../ui/query-view.js';
import { ErrorState } from '../../ui/states.js';

/** Where an invitation's link leads. */
export function InvitationPage() {
  const { token } = useParams({ strict: false }) as { token: string };
  const offer = useQuery({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => call('GET /invitation/:token', { params: { token }, signal }),
  });
  if (offer.error)
    return (
      <Entrance title="This invitation cannot be used">
        <ErrorState
          error={offer.error}
          whoCanGrant="A link works once and for a week. Whoever sent it can make you another."
          onRetry={() => void offer.refetch()}
        />
      </Entrance>
    );
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
