import { useState } from 'react';
import { Button } from '../../../design/button/Button';
import { CancelButton } from '../../../design/button/CancelButton';
import { CheckField } from '../../../design/control/CheckField';
import { CheckList } from '../../../design/control/CheckList';
import { SelectField } from '../../../design/control/SelectField';
import { TextField } from '../../../design/control/TextField';
import { Dialog } from '../../../design/dialog/Dialog';
import { useForm } from '../../../design/form/useForm';
import { Notice } from '../../../design/notice/Notice';
import { ProblemNotice } from '../../../design/notice/ProblemNotice';
import { FormActions } from '../../../design/page/Card';
import { Loaded } from '../../../design/states/Loaded';
import { useOrganizations } from '../../directory/organizations';
import { selectable } from '../../directory/queries';
import classes from './Routing.module.css';
import { RoutingFields } from './RoutingFields';
import { asChoices, type RuleReferences } from './references';
import { type Rule, type Rules, useRulesChange, withoutRule, withRule } from './rules';
import { useRoutingTexts } from './texts';

interface RuleDialogProps {
  rules: Rules;
  references: RuleReferences;
  rule: Rule;
  onClose: () => void;
  onDone: (message: string) => void;
}

export function RuleDialog({ rules, references, rule, onClose, onDone }: RuleDialogProps) {
  const t = useRoutingTexts();
  const d = t.dialog;
  const [removing, setRemoving] = useState(false);
  const change = useRulesChange(rules);
  const index = rules.rules.findIndex(({ id }) => id === rule.id);
  const path = `rules.${index < 0 ? rules.rules.length : index}`;
  const form = useForm({
    initial: { edited: rule, wordsText: rule.when.words.join(', ') },
    request: change,
    onSubmit: (values) => change.mutate(withRule(ruleOf(values)), { onSuccess: () => onDone(t.saved) }),
  });
  const { edited, wordsText } = form.values;
  const { problem } = form;
  const organizations = useOrganizations(edited.when.organizationIds);
  const set = (part: Partial<Rule>) => form.set({ edited: { ...edited, ...part } });
  const setWhen = (part: Partial<Rule['when']>) => set({ when: { ...edited.when, ...part } });
  const errorOf = (field: string) => form.errorOf(`${path}.${field}`);

  return (
    <Dialog title={index < 0 ? d.create : d.edit} onClose={onClose} look="wide">
      <form {...form.formProps} className={classes.form}>
        {problem?.status === 409 && (
          <Notice tone="warning" live>
            {t.conflictDialog}
          </Notice>
        )}
        {problem && problem.status !== 409 && <ProblemNotice error={change.error} />}
        <TextField
          label={d.name}
          hint={d.nameHint}
          value={edited.name}
          onValue={(name) => set({ name })}
          maxLength={80}
          error={errorOf('name')}
          required
          data-autofocus=""
        />
        <fieldset className={classes.part}>
          <legend>{d.conditions}</legend>
          <p className={classes.hint}>{d.conditionsHint}</p>
          <CheckList
            label={d.topics}
            none={d.any}
            choices={asChoices(references.topics)}
            values={edited.when.topicIds}
            onValues={(topicIds) => setWhen({ topicIds })}
            error={errorOf('when.topicIds')}
          />
          <CheckList
            label={d.entities}
            none={d.any}
            choices={asChoices(references.entities)}
            values={edited.when.entities}
            onValues={(entities) => setWhen({ entities })}
            error={errorOf('when.entities')}
          />
          <Loaded queries={organizations.queries}>
            {() => (
              <CheckList
                label={d.organizations}
                none={d.any}
                choices={organizations.choices}
                values={edited.when.organizationIds}
                onValues={(organizationIds) => setWhen({ organizationIds })}
                search={organizations.search}
                error={errorOf('when.organizationIds')}
              />
            )}
          </Loaded>
          <TextField
            label={d.words}
            hint={d.wordsHint}
            value={wordsText}
            onValue={(typed) => form.set({ wordsText: typed })}
            error={errorOf('when.words')}
          />
          {wordsText.includes(',') && (
            <SelectField
              label={d.match}
              value={edited.when.allWords ? 'all' : 'any'}
              onValue={(match) => setWhen({ allWords: match === 'all' })}
              choices={[
                { value: 'any', label: d.matchAny },
                { value: 'all', label: d.matchAll },
              ]}
            />
          )}
        </fieldset>
        <fieldset className={classes.part}>
          <legend>{d.action}</legend>
          <SelectField
            label={d.department}
            value={edited.departmentId ?? ''}
            onValue={(departmentId) => set({ departmentId })}
            placeholder={d.keepDepartment}
            choices={asChoices(selectable(references.departments, edited.departmentId))}
            error={errorOf('departmentId')}
          />
          <RoutingFields
            value={edited}
            onValue={set}
            agents={references.agents}
            teams={references.teams}
            errorOf={errorOf}
          />
        </fieldset>
        <CheckField label={d.enabled} checked={edited.enabled} onChecked={(enabled) => set({ enabled })} />
        <FormActions>
          <Button type="submit" busy={change.isPending}>
            {d.save}
          </Button>
          <CancelButton onClick={onClose} />
          {index >= 0 && !removing && (
            <Button kind="quiet" onClick={() => setRemoving(true)}>
              {d.remove}
            </Button>
          )}
        </FormActions>
        {removing && (
          <Notice
            tone="warning"
            title={d.removeSure}
            live
            actions={
              <Button
                kind="danger"
                busy={change.isPending}
                onClick={() => change.mutate(withoutRule(rule.id), { onSuccess: () => onDone(t.removed) })}
              >
                {d.removeYes}
              </Button>
            }
          />
        )}
      </form>
    </Dialog>
  );
}

function ruleOf({ edited, wordsText }: { edited: Rule; wordsText: string }): Rule {
  const words = wordsText.split(',').map((word) => word.trim());
  return { ...edited, when: { ...edited.when, words: words.filter(Boolean) } };
}
