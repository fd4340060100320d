import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../../api/client';
import { topicsQuery } from '../../../api/queries';
import { requestOf, type TopicSettings, type TopicValues } from './topic';

export const topicSettingsQuery = queryOptions({
  queryKey: ['topic-settings'],
  queryFn: ({ signal }) => dataOf(api.GET('/topic-settings', { signal })),
});

/** Returns the mutation that saves a topic. It also invalidates the topics that forms show. */
export function useSaveTopic() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, values }: { id: string; values: TopicValues }) =>
      dataOf(api.PUT('/topic-settings/{id}', { params: { path: { id } }, body: requestOf(values) })),
    onSuccess: (saved) => {
      client.setQueryData(
        topicSettingsQuery.queryKey,
        (topics: TopicSettings[] | undefined) =>
          topics &&
          [...topics.filter(({ id }) => id !== saved.id), saved].sort(
            (a, b) => a.order - b.order || a.name.es.localeCompare(b.name.es, 'es'),
          ),
      );
      void client.invalidateQueries({ queryKey: topicsQuery.queryKey });
    },
  });
}
