import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem } from '../../../api/problem';
import { announce } from '../../../design/announce/announce';
import { Button } from '../../../design/button/Button';
import { Notice } from '../../../design/notice/Notice';
import { ProblemNotice } from '../../../design/notice/ProblemNotice';
import { Loaded } from '../../../design/states/Loaded';
import { EmptyState, Skeleton } from '../../../design/states/States';
import { usePerson } from '../../../session/useSession';
import classes from './Routing.module.css';
import { RuleDialog } from './RuleDialog';
import { RuleList } from './RuleList';
import { type RuleReferences, useRuleReferences } from './references';
import { newRule, type Rule, type Rules, rulesQuery, useRulesChange, withRule, withRuleAt } from './rules';
import { Trial } from './Trial';
import { useRoutingTexts } from './texts';

/** Lists and edits the routing rules in their order (D1, N3). */
export default function RoutingRules() {
  const rules = useQuery(rulesQuery);
  const { organizations, queries } = useRuleReferences(rules.data);
  return (
    <Loaded queries={[rules, ...queries]} layout="page" placeholder={<Skeleton size="row" count={4} />}>
      {(loaded, topics, entities, departments, agents, teams) => (
        <RuleEditor
          rules={loaded}
          references={{ topics, entities, organizations, departments, agents, teams }}
        />
      )}
    </Loaded>
  );
}

function RuleEditor({ rules, references }: { rules: Rules; references: RuleReferences }) {
  const t = useRoutingTexts();
  const canEdit = usePerson().role === 'admin';
  const [edited, setEdited] = useState<Rule>();
  const change = useRulesChange(rules);
  const add = () => setEdited(newRule());

  function move(rule: Rule, index: number) {
    change.mutate(withRuleAt(rule.id, index), {
      onSuccess: () => announce(t.moved({ name: rule.name, position: index + 1, total: rules.rules.length })),
    });
  }

  return (
    <div className={classes.page}>
      <div className={classes.intro}>
        <p>{t.how}</p>
        {canEdit && rules.rules.length > 0 && (
          <Button icon="plus" onClick={add}>
            {t.add}
          </Button>
        )}
      </div>
      {!canEdit && <Notice>{t.readOnly}</Notice>}
      {change.error &&
        (asProblem(change.error).status === 409 ? (
          <Notice tone="warning" live>
            {t.conflict}
          </Notice>
        ) : (
          <ProblemNotice error={change.error} />
        ))}
      {rules.rules.length === 0 ? (
        <EmptyState
          icon="orderedList"
          title={t.empty}
          actions={
            canEdit && (
              <Button icon="plus" onClick={add}>
                {t.add}
              </Button>
            )
          }
        >
          {t.emptyText}
        </EmptyState>
      ) : (
        <RuleList
          rules={rules.rules}
          references={references}
          busy={change.isPending}
          canEdit={canEdit}
          onMove={move}
          onEnable={(rule, enabled) => change.mutate(withRule({ ...rule, enabled }))}
          onEdit={setEdited}
        />
      )}
      <Trial rules={rules.rules} references={references} />
      {edited && (
        <RuleDialog
          rules={rules}
          references={references}
          rule={edited}
          onClose={() => setEdited(undefined)}
          onDone={(message) => {
            setEdited(undefined);
            announce(message);
          }}
        />
      )}
    </div>
  );
}
