import { type DragEvent, useEffect, useRef, useState } from 'react';
import { Button, IconButton } from '../../../design/button/Button';
import { Icon } from '../../../design/icon/Icon';
import { OrderedRows } from '../../../design/list/Rows';
import classes from './Routing.module.css';
import { nameIn, namesIn, type RuleReferences } from './references';
import type { Rule } from './rules';
import { useRoutingTexts } from './texts';

interface RuleListProps {
  rules: readonly Rule[];
  references: RuleReferences;
  busy: boolean;
  canEdit: boolean;
  onMove: (rule: Rule, index: number) => void;
  onEnable: (rule: Rule, enabled: boolean) => void;
  onEdit: (rule: Rule) => void;
}

/** The list of rules. Their order is changed with buttons or by dragging. */
export function RuleList({ rules, references, busy, canEdit, onMove, onEnable, onEdit }: RuleListProps) {
  const t = useRoutingTexts();
  const [dragged, setDragged] = useState<string>();
  const [dropIndex, setDropIndex] = useState<number>();
  const list = useRef<HTMLOListElement>(null);
  const pressedButton = useRef<{ id: string; direction: 'up' | 'down' }>(undefined);

  // After a move, the button that was pressed is focused again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs after each new order
  useEffect(() => {
    const { id, direction } = pressedButton.current ?? {};
    pressedButton.current = undefined;
    const row = list.current?.querySelector(`[data-rule="${id}"]`);
    const buttons = [...(row?.querySelectorAll<HTMLButtonElement>('[data-direction]') ?? [])];
    const sameButton = buttons.find((button) => button.dataset.direction === direction && !button.disabled);
    (sameButton ?? buttons.find((button) => !button.disabled))?.focus();
  }, [rules]);

  function step(rule: Rule, index: number, direction: 'up' | 'down') {
    if (busy) return;
    pressedButton.current = { id: rule.id, direction };
    onMove(rule, index);
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    const rule = rules.find(({ id }) => id === dragged);
    const from = rules.findIndex(({ id }) => id === dragged);
    if (rule && dropIndex !== undefined && dropIndex !== from && !busy) onMove(rule, dropIndex);
    setDragged(undefined);
    setDropIndex(undefined);
  }

  return (
    <OrderedRows ref={list} aria-label={t.order}>
      {rules.map((rule, index) => (
        <li
          key={rule.id}
          data-rule={rule.id}
          className={classes.rule}
          data-off={!rule.enabled || undefined}
          data-dragged={rule.id === dragged || undefined}
          data-over={(dragged !== undefined && rule.id !== dragged && index === dropIndex) || undefined}
          draggable={canEdit}
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move';
            event.dataTransfer.setData('text/plain', rule.name);
            setDragged(rule.id);
          }}
          onDragEnd={() => setDragged(undefined)}
          onDragOver={(event) => {
            if (dragged === undefined) return;
            event.preventDefault();
            setDropIndex(index);
          }}
          onDrop={drop}
        >
          <span className={classes.place} title={canEdit ? t.drag : undefined}>
            {canEdit && <Icon name="menu" />}
            {index + 1}
          </span>
          <div className={classes.what}>
            <h2 className={classes.name}>
              {rule.name}
              {!rule.enabled && <span className={classes.off}>{t.off}</span>}
            </h2>
            <Summary rule={rule} references={references} />
          </div>
          {canEdit && (
            <div className={classes.acts}>
              <label className={classes.enable}>
                <input
                  type="checkbox"
                  checked={rule.enabled}
                  aria-label={t.enableOf({ name: rule.name })}
                  onChange={(event) => !busy && onEnable(rule, event.target.checked)}
                />
                {t.enable}
              </label>
              <IconButton
                icon="chevronUp"
                label={t.up({ name: rule.name })}
                data-direction="up"
                disabled={index === 0}
                onClick={() => step(rule, index - 1, 'up')}
              />
              <IconButton
                icon="chevronDown"
                label={t.down({ name: rule.name })}
                data-direction="down"
                disabled={index === rules.length - 1}
                onClick={() => step(rule, index + 1, 'down')}
              />
              <Button
                small
                kind="secondary"
                aria-label={t.edit({ name: rule.name })}
                onClick={() => onEdit(rule)}
              >
                {t.editShort}
              </Button>
            </div>
          )}
        </li>
      ))}
    </OrderedRows>
  );
}

function Summary({ rule, references }: { rule: Rule; references: RuleReferences }) {
  const t = useRoutingTexts();
  const { topicIds, entities, organizationIds, words, allWords } = rule.when;
  const conditions = [
    topicIds.length > 0 && t.when.topics({ names: namesIn(references.topics, topicIds) }),
    entities.length > 0 && t.when.entities({ names: namesIn(references.entities, entities) }),
    organizationIds.length > 0 &&
      t.when.organizations({ names: namesIn(references.organizations, organizationIds) }),
    words.length > 0 &&
      t.when.words[allWords ? 'all' : 'any']({
        names: words.map((word) => t.when.word({ word })).join(', '),
      }),
  ].filter((text) => text !== false);
  const department = rule.departmentId && nameIn(references.departments, rule.departmentId);
  const assignees =
    namesIn(references.agents, rule.agentIds) ||
    (rule.teamId && t.team({ name: nameIn(references.teams, rule.teamId) })) ||
    (department ? t.departmentOf({ name: department }) : t.topicDepartment);
  return (
    <ul className={classes.summary}>
      {(conditions.length > 0 ? conditions : [t.when.any]).map((text) => (
        <li key={text}>{text}</li>
      ))}
      <li className={classes.then}>
        <Icon name="chevronRight" />
        <span>
          {[
            department && t.toDepartment({ name: department }),
            t.does({ method: t.dialog.methods[rule.method], assignees }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </li>
    </ul>
  );
}
