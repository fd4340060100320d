import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf } from '../../api/client';
import { asProblem } from '../../api/problem';
import { Badge } from '../../design/badges/Badges';
import { Button } from '../../design/button/Button';
import { Moment } from '../../design/dates/Moment';
import { Rows } from '../../design/list/Rows';
import { Notice } from '../../design/notice/Notice';
import { ProblemNotice } from '../../design/notice/ProblemNotice';
import { Card, FormActions } from '../../design/page/Card';
import { ErrorState, Skeleton } from '../../design/states/States';
import classes from './Sessions.module.css';
import { type ListedSession, sessionsQuery } from './sessionsQuery';
import { useTexts } from './texts';

/** The number of sessions that are shown at first, the last used first. */
const shortList = 5;

/** The argument that ends all sessions but the current session. Session ids are longer. */
const others = 'others';

async function endSession(id: string): Promise<void> {
  try {
    await dataOf(api.DELETE('/sessions/{id}', { params: { path: { id } } }));
  } catch (error) {
    if (asProblem(error).status !== 404) throw error; // it has already ended
  }
}

/** Lists the person's open sessions. Each can be ended, and all but the current session at once (A6). */
export function Sessions() {
  const t = useTexts().sessions;
  const client = useQueryClient();
  const sessions = useQuery(sessionsQuery);
  const [showsAll, setShowsAll] = useState(false);
  const hidden = showsAll ? 0 : (sessions.data?.length ?? 0) - shortList;
  const end = useMutation({
    mutationFn: (id: string) => (id === others ? dataOf(api.DELETE('/sessions')) : endSession(id)),
    onSuccess: () => client.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });

  return (
    <Card title={t.title}>
      <p className={classes.intro}>{t.intro}</p>
      {sessions.isPending && <Skeleton size="row" count={2} />}
      {sessions.isError && <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} />}
      {sessions.data && (
        <Rows aria-label={t.title}>
          {sessions.data.slice(0, showsAll ? undefined : shortList).map((session) => (
            <SessionRow
              key={session.id}
              session={session}
              busy={end.isPending && end.variables === session.id}
              onEnd={() => end.mutate(session.id)}
            />
          ))}
        </Rows>
      )}
      {hidden > 0 && (
        <Button kind="quiet" onClick={() => setShowsAll(true)}>
          {t.showOthers({ count: hidden })}
        </Button>
      )}
      {end.isSuccess && (
        <Notice tone="success" live>
          {end.variables === others ? t.othersEnded : t.ended}
        </Notice>
      )}
      {end.error && <ProblemNotice error={end.error} />}
      {sessions.data?.some(({ current }) => !current) && (
        <FormActions>
          <Button
            kind="secondary"
            busy={end.isPending && end.variables === others}
            onClick={() => end.mutate(others)}
          >
            {t.endOthers}
          </Button>
        </FormActions>
      )}
    </Card>
  );
}

interface SessionRowProps {
  session: ListedSession;
  busy: boolean;
  onEnd: () => void;
}

function SessionRow({ session, busy, onEnd }: SessionRowProps) {
  const t = useTexts().sessions;
  const device = session.device || t.unknownDevice;
  return (
    <li className={classes.session}>
      <div className={classes.facts}>
        <h3 className={classes.device}>
          {device}{' '}
          {session.current && (
            <Badge look="open" icon="check" inLine>
              {t.current}
            </Badge>
          )}
        </h3>
        <p className={classes.times}>
          <span>
            {t.lastUsedAt}: <Moment at={session.lastUsedAt} />
          </span>
          <span>
            {t.createdAt}: <Moment at={session.createdAt} />
          </span>
        </p>
      </div>
      {!session.current && (
        <Button kind="secondary" small busy={busy} aria-label={t.endLabel({ device })} onClick={onEnd}>
          {t.end}
        </Button>
      )}
    </li>
  );
}
