import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LinkButton } from '../../../design/button/Button';
import { EmptyState, ErrorState, Skeleton } from '../../../design/states/States';
import { routes } from '../../routes';
import type { SectionProps } from '../sections';
import { topicSettingsQuery } from './queries';
import { TopicEditor } from './TopicEditor';
import { TopicList } from './TopicList';
import { useTopicTexts } from './texts';
import { editable, newAddress, newTopic } from './topic';

/** B2, D1: the help topics, and the one that the address names. */
export default function Topics({ item }: SectionProps) {
  const t = useTopicTexts();
  const topics = useQuery(topicSettingsQuery);
  const [made, setMade] = useState<string>();
  if (topics.isPending) return <Skeleton size="row" count={6} />;
  if (!topics.data) return <ErrorState error={topics.error} onRetry={() => void topics.refetch()} />;
  if (item === undefined) return <TopicList topics={topics.data} />;
  const taken = new Set(topics.data.map(({ id }) => id));
  if (item === newAddress) {
    const last = Math.max(0, ...topics.data.map(({ order }) => order));
    return <TopicEditor key={newAddress} start={newTopic(last)} taken={taken} onMade={setMade} />;
  }
  const topic = topics.data.find(({ id }) => id === item);
  if (topic) {
    return (
      <TopicEditor
        key={topic.id}
        id={topic.id}
        start={editable(topic)}
        taken={taken}
        justMade={made === topic.id}
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
