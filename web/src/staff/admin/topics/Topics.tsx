import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LinkButton } from '../../../design/button/Button';
import { Loaded } from '../../../design/states/Loaded';
import { EmptyState, Skeleton } from '../../../design/states/States';
import { agentsQuery, departmentsQuery, teamsQuery } from '../../directory/queries';
import { routes } from '../../routes';
import type { SectionProps } from '../sectionProps';
import { topicSettingsQuery } from './queries';
import { TopicEditor, type TopicReferences } from './TopicEditor';
import { TopicList } from './TopicList';
import { useTopicTexts } from './texts';
import { editable, newTopic, newTopicPath, type TopicSettings } from './topic';

/** Lists the help topics, or edits the topic in the URL (N1). */
export default function Topics({ item }: SectionProps) {
  const queries = [
    useQuery(topicSettingsQuery),
    useQuery(departmentsQuery),
    useQuery(agentsQuery),
    useQuery(teamsQuery),
  ] as const;
  return (
    <Loaded queries={queries} layout="page" placeholder={<Skeleton size="row" count={6} />}>
      {(topics, departments, agents, teams) => (
        <SelectedTopic item={item} topics={topics} departments={departments} agents={agents} teams={teams} />
      )}
    </Loaded>
  );
}

interface SelectedTopicProps extends SectionProps, TopicReferences {
  topics: readonly TopicSettings[];
}

function SelectedTopic({ item, topics, departments, agents, teams }: SelectedTopicProps) {
  const t = useTopicTexts();
  const [createdId, setCreatedId] = useState<string>();
  if (item === undefined) return <TopicList topics={topics} departments={departments} />;
  const usedIds = new Set(topics.map(({ id }) => id));
  const references = { departments, agents, teams };
  if (item === newTopicPath) {
    const last = Math.max(0, ...topics.map(({ order }) => order));
    return (
      <TopicEditor
        key={newTopicPath}
        initial={newTopic(last)}
        usedIds={usedIds}
        references={references}
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
        initial={editable(topic)}
        usedIds={usedIds}
        references={references}
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
