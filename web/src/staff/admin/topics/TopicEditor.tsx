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
import { differs, merge } from '../records/merge';
import { RoutingFields } from '../routing/RoutingFields';
import type { RuleReferences } from '../routing/references';
import { DataFields } from './DataFields';
import { FieldList } from './FieldList';
import { Preview } from './Preview';
import { topicSettingsQuery, useSaveTopic } from './queries';
import classes from './Topics.module.css';
import { useTopicTexts } from './texts';
import { attributes, editable, newTopicPath, slug, type TopicAttribute, type TopicValues } from './topic';

/** The departments, agents and teams that a topic's tickets can be assigned to. */
export type TopicReferences = Pick<RuleReferences, 'departments' | 'agents' | 'teams'>;

interface TopicEditorProps {
  /** Undefined for a new topic. */
  id?: string;
  initial: TopicValues;
  /** The ids of all topics, which a new topic cannot use. */
  usedIds: ReadonlySet<string>;
  references: TopicReferences;
  /** Called when a new topic was created, before the page navigates to it. */
  onCreated?: (id: string) => void;
  justCreated?: boolean;
}

/**
 * Edits a topic with a preview of its form. After a conflict, the changes of others are merged with the edited values.
 */
export function TopicEditor({
  id,
  initial,
  usedIds,
  references,
  onCreated,
  justCreated = false,
}: TopicEditorProps) {
  const t = useTopicTexts();
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const [base, setBase] = useState(initial);
  const [conflict, setConflict] = useState<TopicAttribute[]>();
  const [saved, setSaved] = useState(justCreated);
  const save = useSaveTopic();
  const form = useForm({ initial, request: save, onSubmit: send });
  const { values, problem, errorOf } = form;
  const set = (changes: Partial<TopicValues>) => {
    setSaved(false);
    form.set(changes);
  };

  async function mergeStoredChanges() {
    const topics = await client.fetchQuery({ ...topicSettingsQuery, staleTime: 0 });
    const stored = topics.find((topic) => topic.id === id);
    if (!stored) return;
    const { merged, conflicts } = merge(base, values, editable(stored), attributes);
    setBase(editable(stored));
    form.set(merged);
    setConflict(conflicts);
    save.reset();
  }

  function send(submitted: TopicValues) {
    setConflict(undefined);
    setSaved(false);
    save.mutate(
      { id: id ?? slug(submitted.name.es, new Set([...usedIds, newTopicPath])), values: submitted },
      {
        onSuccess: (updated) => {
          if (id === undefined) {
            onCreated?.(updated.id);
            navigate(routes.admin('temas', updated.id), { replace: true });
          }
          setBase(editable(updated));
          form.set(editable(updated));
          setSaved(true);
        },
        onError: (error) => {
          if (asProblem(error).status === 409 && id !== undefined) void mergeStoredChanges();
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
        <DataFields values={values} onChange={set} departments={references.departments} errorOf={errorOf} />
        <fieldset className={classes.part}>
          <legend>{t.routing}</legend>
          <p className={classes.hint}>{t.routingHint}</p>
          <RoutingFields
            value={{
              method: values.method ?? 'least-loaded',
              agentIds: values.agentIds,
              teamId: values.teamId,
            }}
            onValue={set}
            agents={references.agents}
            teams={references.teams}
            errorOf={errorOf}
          />
        </fieldset>
        <FieldList fields={values.fields} onFields={(fields) => set({ fields })} errorOf={errorOf} />
        {conflict && (
          <Notice tone="warning" live>
            {conflict.length === 0
              ? t.conflict
              : t.conflictInBoth({
                  attributes: conflict.map((attribute) => t.attributes[attribute]).join(', '),
                })}
          </Notice>
        )}
        {problem &&
          (problem.status === 409 ? (
            <Notice tone="warning" live>
              {t.nameInUse}
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
          {differs(base, values, attributes) && <span className={classes.hint}>{t.unsaved}</span>}
        </FormActions>
      </form>
      <Preview values={values} />
    </div>
  );
}
