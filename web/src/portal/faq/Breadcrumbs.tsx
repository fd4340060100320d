import { Link } from 'wouter';
import { Icon } from '../../design/icon/Icon';
import { routes } from '../routes';
import { useTexts } from '../texts';
import classes from './Faq.module.css';

export function Breadcrumbs({ category }: { category?: { id: string; name: string } | undefined }) {
  const t = useTexts();
  return (
    <nav aria-label={t.faq.breadcrumbs}>
      <ol className={classes.breadcrumbs}>
        <li>
          <Link href={routes.faq}>{t.header.faq}</Link>
        </li>
        {category && (
          <li>
            <Icon name="chevronRight" />
            <Link href={routes.category(category.id)}>{category.name}</Link>
          </li>
        )}
      </ol>
    </nav>
  );
}
