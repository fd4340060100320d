import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Notice } from '../../design/notice/Notice';
import { Card } from '../../design/page/Card';
import { ErrorState, Skeleton } from '../../design/states/States';
import { usePerson } from '../../session/useSession';
import { agentsQuery } from '../desk/queries';
import { useTexts } from '../texts';
import { AvailabilityForm } from './AvailabilityForm';

/** One's own, in the profile. */
export function OwnAvailability() {
  const t = useTexts().availability;
  const { id } = usePerson();
  const agents = useQuery(agentsQuery);
  const [saved, setSaved] = useState(false);
  const me = agents.data?.find((agent) => agent.id === id);
  return (
    <Card title={t.title}>
      {saved && (
        <Notice tone="success" live>
          {me?.away ? t.savedAway : t.savedHere}
        </Notice>
      )}
      {agents.isPending && <Skeleton size="control" />}
      {agents.isError && <ErrorState error={agents.error} onRetry={() => void agents.refetch()} />}
      {me && <AvailabilityForm agent={me} own onDone={() => setSaved(true)} />}
    </Card>
  );
}
