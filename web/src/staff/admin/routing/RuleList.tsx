import { type DragEvent, useEffect, useRef, useState } from 'react';
import { Button, IconButton } from '../../../design/button/Button';
import { Icon } from '../../../design/icon/Icon';
import { OrderedRows } from '../../../design/list/Rows';
import { nameIn, namesIn, type Parts } from './parts';
import classes from './Routing.module.css';
import type { Rule } from './rules';
import { useRoutingTexts } from './texts';

interface RuleListProps {
  rules: readonly Rule[];
  parts: Parts;
  busy: boolean;
  mayChange: boolean;
  onMove: (rule: Rule, index: number) => void;
  onEnable: (rule: Rule, enabled: boolean) => void;
  onEdit: (rule: Rule) => void;
}

/** The list of rules. Their order is changed with buttons or by dragging. */
export function RuleList({ rules, parts, busy, mayChange, onMove, onEnable, onEdit }: RuleListProps) {
  const t = useRoutingTexts();
  const [dragged, setDragged] = useState<string>();
  const [over, setOver] = useState<number>();
  const list = useRef<HTMLOListElement>(null);
  const pressed = useRef<{ id: string; way: 'up' | 'down' }>(undefined);

  // After a move, the button that was pressed is focused again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs after each new order
  useEffect(() => {
    const { id, way } = pressed.current ?? {};
    pressed.current = undefined;
    const row = list.current?.querySelector(`[data-rule="${id}"]`);
    const buttons = [...(row?.querySelectorAll<HTMLButtonElement>('[data-way]') ?? [])];
    const sameButton = buttons.find((button) => button.dataset.way === way && !button.disabled);
    (sameButton ?? buttons.find((button) => !button.disabled))?.focus();
  }, [rules]);

  function step(rule: Rule, index: number, way: 'up' | 'down') {
    if (busy) return;
    pressed.current = { id: rule.id, way };
    onMove(rule, index);
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    const rule = rules.find(({ id }) => id === dragged);
    const from = rules.findIndex(({ id }) => id === dragged);
    if (rule && over !== undefined && over !== from && !busy) onMove(rule, over);
    setDragged(undefined);
    setOver(undefined);
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
          data-over={(dragged !== undefined && rule.id !== dragged && index === over) || undefined}
          draggable={mayChange}
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move';
            event.dataTransfer.setData('text/plain', rule.name);
            setDragged(rule.id);
          }}
          onDragEnd={() => setDragged(undefined)}
          onDragOver={(event) => {
            if (dragged === undefined) return;
            event.preventDefault();
            setOver(index);
          }}
          onDrop={drop}
        >
          <span className={classes.place} title={mayChange ? t.drag : undefined}>
            {mayChange && <Icon name="menu" />}
            {index + 1}
          </span>
          <div className={classes.what}>
            <h2 className={classes.name}>
              {rule.name}
              {!rule.enabled && <span className={classes.off}>{t.off}</span>}
            </h2>
            <Summary rule={rule} parts={parts} />
          </div>
          {mayChange && (
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
                data-way="up"
                disabled={index === 0}
                onClick={() => step(rule, index - 1, 'up')}
              />
              <IconButton
                icon="chevronDown"
                label={t.down({ name: rule.name })}
                data-way="down"
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

function Summary({ rule, parts }: { rule: Rule; parts: Parts }) {
  const t = useRoutingTexts();
  const { topicIds, entities, organizationIds, words, allWords } = rule.when;
  const conditions = [
    topicIds.length > 0 && t.when.topics({ names: namesIn(parts.topics, topicIds) }),
    entities.length > 0 && t.when.entities({ names: namesIn(parts.entities, entities) }),
    organizationIds.length > 0 &&
      t.when.organizations({ names: namesIn(parts.organizations, organizationIds) }),
    words.length > 0 &&
      t.when.words[allWords ? 'all' : 'any']({
        names: words.map((word) => t.when.word({ word })).join(', '),
      }),
  ].filter((text) => text !== false);
  const department = rule.departmentId && nameIn(parts.departments, rule.departmentId);
  const assignees =
    namesIn(parts.agents, rule.agentIds) ||
    (rule.teamName && t.team({ name: rule.teamName })) ||
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
            t.does({ method: t.dialog.methods[rule.method], who: assignees }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </li>
    </ul>
  );
}
