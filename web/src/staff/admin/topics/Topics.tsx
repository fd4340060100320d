import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LinkButton } from '../../../design/button/Button';
import { Loaded } from '../../../design/states/Loaded';
import { EmptyState, Skeleton } from '../../../design/states/States';
import { agentsQuery, departmentsQuery } from '../../desk/queries';
import { routes } from '../../routes';
import type { SectionProps } from '../sectionProps';
import { topicSettingsQuery } from './queries';
import { TopicEditor, type TopicParts } from './TopicEditor';
import { TopicList } from './TopicList';
import { useTopicTexts } from './texts';
import { editable, newAddress, newTopic, type TopicSettings } from './topic';

/** Lists the help topics, or edits the one in the address (B2, D1, N1). */
export default function Topics({ item }: SectionProps) {
  const queries = [useQuery(topicSettingsQuery), useQuery(departmentsQuery), useQuery(agentsQuery)] as const;
  return (
    <Loaded queries={queries} layout="page" placeholder={<Skeleton size="row" count={6} />}>
      {(topics, departments, agents) => (
        <Chosen item={item} topics={topics} departments={departments} agents={agents} />
      )}
    </Loaded>
  );
}

interface ChosenProps extends SectionProps, TopicParts {
  topics: readonly TopicSettings[];
}

function Chosen({ item, topics, departments, agents }: ChosenProps) {
  const t = useTopicTexts();
  const [createdId, setCreatedId] = useState<string>();
  if (item === undefined) return <TopicList topics={topics} departments={departments} />;
  const usedIds = new Set(topics.map(({ id }) => id));
  const parts = { departments, agents };
  if (item === newAddress) {
    const last = Math.max(0, ...topics.map(({ order }) => order));
    return (
      <TopicEditor
        key={newAddress}
        start={newTopic(last)}
        taken={usedIds}
        parts={parts}
        onCreated={setCreatedId}
      />
    );
  }
  const topic = topics.find(({ id }) => id === item);
  if (topic) {
    return (
      <TopicEditor
        key={topic.id}
        id={topic.id}
        start={editable(topic)}
        taken={usedIds}
        parts={parts}
        justCreated={createdId === topic.id}
      />
    );
  }
  return (
    <EmptyState
      icon="search"
      title={t.missing}
      actions={
        <LinkButton kind="secondary" href={routes.admin('temas')}>
          {t.back}
        </LinkButton>
      }
    >
      {t.missingText}
    </EmptyState>
  );
}
