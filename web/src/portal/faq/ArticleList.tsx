import { Link } from 'wouter';
import type { Schemas } from '../../api/client';
import { Rows } from '../../design/list/Rows';
import { routes } from '../routes';
import classes from './Faq.module.css';

export function ArticleList({ articles }: { articles: readonly Schemas['ArticleCard'][] }) {
  return (
    <Rows>
      {articles.map(({ id, title, summary }) => (
        <li key={id} className={classes.article}>
          <Link href={routes.article(id)}>{title}</Link>
          <p>{summary}</p>
        </li>
      ))}
    </Rows>
  );
}
