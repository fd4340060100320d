import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { asProblem } from '../../../api/problem';
import { Button } from '../../../design/button/Button';
import { useForm } from '../../../design/form/useForm';
import { Icon } from '../../../design/icon/Icon';
import { Notice } from '../../../design/notice/Notice';
import { ProblemNotice } from '../../../design/notice/ProblemNotice';
import { FormActions } from '../../../design/page/Card';
import { routes } from '../../routes';
import type { Parts } from '../routing/parts';
import { RoutingFields } from '../routing/RoutingFields';
import { DataFields } from './DataFields';
import { FieldList } from './FieldList';
import { Preview } from './Preview';
import { topicSettingsQuery, useSaveTopic } from './queries';
import classes from './Topics.module.css';
import { useTopicTexts } from './texts';
import { type Draft, editable, hasChanges, merge, newAddress, type Part, slug } from './topic';

/** The departments and agents that a topic's tickets can be assigned to. */
export type TopicParts = Pick<Parts, 'departments' | 'agents'>;

interface TopicEditorProps {
  /** Undefined for a new topic. */
  id?: string;
  start: Draft;
  /** The ids of all topics, which a new topic cannot use. */
  taken: ReadonlySet<string>;
  parts: TopicParts;
  /** Called when a new topic was created, before the page moves to its address. */
  onCreated?: (id: string) => void;
  justCreated?: boolean;
}

/**
 * Edits a topic with a preview of its form. After a conflict, the changes of others are merged with the edited values.
 */
export function TopicEditor({ id, start, taken, parts, onCreated, justCreated = false }: TopicEditorProps) {
  const t = useTopicTexts();
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const [base, setBase] = useState(start);
  const [conflict, setConflict] = useState<Part[]>();
  const [saved, setSaved] = useState(justCreated);
  const save = useSaveTopic();
  const form = useForm({ initial: start, request: save, onSubmit: send });
  const { values: draft, problem, errorOf } = form;
  const set = (part: Partial<Draft>) => {
    setSaved(false);
    form.set(part);
  };

  async function takeOver() {
    const topics = await client.fetchQuery({ ...topicSettingsQuery, staleTime: 0 });
    const theirs = topics.find((topic) => topic.id === id);
    if (!theirs) return;
    const { draft: after, both } = merge(base, draft, editable(theirs));
    setBase(editable(theirs));
    form.set(after);
    setConflict(both);
    save.reset();
  }

  function send(values: Draft) {
    setConflict(undefined);
    setSaved(false);
    save.mutate(
      { id: id ?? slug(values.name.es, new Set([...taken, newAddress])), draft: values },
      {
        onSuccess: (after) => {
          if (id === undefined) {
            onCreated?.(after.id);
            navigate(routes.admin('temas', after.id), { replace: true });
          }
          setBase(editable(after));
          form.set(editable(after));
          setSaved(true);
        },
        onError: (error) => {
          if (asProblem(error).status === 409 && id !== undefined) void takeOver();
        },
      },
    );
  }

  return (
    <div className={classes.editor}>
      <form {...form.formProps} className={classes.form}>
        <Link href={routes.admin('temas')} className={classes.back}>
          <Icon name="chevronLeft" />
          {t.back}
        </Link>
        <h2 className={classes.heading}>{id === undefined ? t.newTitle : base.name.es}</h2>
        <DataFields draft={draft} onChange={set} departments={parts.departments} errorOf={errorOf} />
        <fieldset className={classes.part}>
          <legend>{t.routing}</legend>
          <p className={classes.hint}>{t.routingHint}</p>
          <RoutingFields
            value={{
              method: draft.method ?? 'least-loaded',
              agentIds: draft.agentIds,
              teamIds: draft.teamIds,
              teamName: draft.teamName?.es,
            }}
            onValue={({ teamName, ...part }) =>
              set({
                ...part,
                ...(teamName !== undefined && { teamName: { ...draft.teamName, es: teamName } }),
              })
            }
            agents={parts.agents}
            errorOf={errorOf}
          />
        </fieldset>
        <FieldList fields={draft.fields} onFields={(fields) => set({ fields })} errorOf={errorOf} />
        {conflict && (
          <Notice tone="warning" live>
            {conflict.length === 0
              ? t.conflict
              : t.conflictInBoth({ parts: conflict.map((part) => t.parts[part]).join(', ') })}
          </Notice>
        )}
        {problem &&
          (problem.status === 409 ? (
            <Notice tone="warning" live>
              {t.taken}
            </Notice>
          ) : (
            <ProblemNotice error={problem} />
          ))}
        {saved && (
          <Notice tone="success" live>
            {t.saved}
          </Notice>
        )}
        <FormActions>
          <Button type="submit" busy={form.busy}>
            {t.save}
          </Button>
          {hasChanges(base, draft) && <span className={classes.hint}>{t.unsaved}</span>}
        </FormActions>
      </form>
      <Preview draft={draft} />
    </div>
  );
}
