import { LinkButton } from '../../../design/button/Button';
import { OrderedRows } from '../../../design/list/Rows';
import { EmptyState } from '../../../design/states/States';
import { useLanguage } from '../../../i18n/language';
import list from '../../knowledge/List.module.css';
import { routes } from '../../routes';
import { nameIn, type RuleReferences } from '../routing/references';
import { useRoutingTexts } from '../routing/texts';
import classes from './Topics.module.css';
import { useTopicTexts } from './texts';
import { newTopicPath, type TopicSettings, textIn } from './topic';

interface TopicListProps {
  topics: readonly TopicSettings[];
  departments: RuleReferences['departments'];
}

export function TopicList({ topics, departments }: TopicListProps) {
  const t = useTopicTexts();
  const { methods } = useRoutingTexts().dialog;
  const language = useLanguage();
  const add = (
    <LinkButton icon="plus" href={routes.admin('temas', newTopicPath)}>
      {t.add}
    </LinkButton>
  );
  if (topics.length === 0) {
    return (
      <EmptyState icon="orderedList" title={t.empty} actions={add}>
        {t.emptyText}
      </EmptyState>
    );
  }
  return (
    <div className={classes.page}>
      <div>{add}</div>
      <OrderedRows aria-label={t.list}>
        {topics.map((topic) => {
          const name = textIn(topic.name, language);
          const fields = topic.fields.filter(({ active }) => active).length;
          return (
            <li key={topic.id} className={`${list.row} ${classes.topic}`}>
              <div className={classes.topicText}>
                <h2 className={list.title}>{name}</h2>
                <p className={list.facts}>
                  <span>{nameIn(departments, topic.departmentId)}</span>
                  {topic.method && <span>{methods[topic.method]}</span>}
                  {fields > 0 && <span>{t.fieldCount({ count: fields })}</span>}
                </p>
              </div>
              <div className={list.badges}>
                {!topic.active && <span className={classes.badge}>{t.retired}</span>}
                {topic.active && !topic.public && <span className={classes.badge}>{t.internal}</span>}
                <LinkButton
                  small
                  kind="secondary"
                  href={routes.admin('temas', topic.id)}
                  aria-label={t.edit({ name })}
                >
                  {t.editShort}
                </LinkButton>
              </div>
            </li>
          );
        })}
      </OrderedRows>
    </div>
  );
}
