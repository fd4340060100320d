import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Notice } from '../../design/notice/Notice';
import { Card } from '../../design/page/Card';
import { Loaded } from '../../design/states/Loaded';
import { usePerson } from '../../session/useSession';
import { agentsQuery } from '../directory/queries';
import { AvailabilityForm } from './AvailabilityForm';
import { useAvailabilityTexts } from './texts';

/** The form for the person's own availability, in the profile. */
export function OwnAvailability() {
  const t = useAvailabilityTexts();
  const { id } = usePerson();
  const agents = useQuery(agentsQuery);
  const [saved, setSaved] = useState(false);
  const me = agents.data?.find((agent) => agent.id === id);
  return (
    <Card title={t.title}>
      {saved && (
        <Notice tone="success" live>
          {me?.away ? t.savedAway : t.savedAvailable}
        </Notice>
      )}
      <Loaded queries={[agents]}>
        {() => me && <AvailabilityForm agent={me} own onDone={() => setSaved(true)} />}
      </Loaded>
    </Card>
  );
}
