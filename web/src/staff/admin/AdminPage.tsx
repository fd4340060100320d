import { type ReactNode, Suspense } from 'react';
import { Link } from 'wouter';
import { useSettings } from '../../app/useSettings';
import { Icon } from '../../design/icon/Icon';
import { Page } from '../../design/page/Page';
import { Skeleton } from '../../design/states/States';
import { usePerson } from '../../session/useSession';
import { useTexts as useCannedTexts } from '../canned/texts';
import { routes } from '../routes';
import classes from './Admin.module.css';
import { PendingCount } from './accountrequests/PendingCount';
import { type Section, sections } from './sections';
import { useAdminTexts } from './texts';

interface AdminPageProps {
  section: string | undefined;
  item: string | undefined;
  notFound: ReactNode;
}

/** The page «Administración»: the sections that the person's role may use, or one of them. */
export default function AdminPage({ section, item, notFound }: AdminPageProps) {
  const { role } = usePerson();
  const available = sections.filter(({ roles }) => roles.includes(role));
  if (section === undefined) return <Overview available={available} />;
  const selected = available.find(({ path }) => path === section);
  return selected ? (
    <SectionPage key={selected.path} section={selected} item={item} available={available} />
  ) : (
    notFound
  );
}

function Overview({ available }: { available: readonly Section[] }) {
  const t = useAdminTexts();
  const canned = useCannedTexts();
  const { deskName } = useSettings();
  return (
    <Page title={t.title} deskName={deskName} lead={t.lead}>
      <ul className={classes.cards}>
        {available.map(({ key, path, icon }) => (
          <li key={path} className={classes.card}>
            <Icon name={icon} large />
            <h2>
              <Link href={routes.admin(path)}>{t.sections[key].title}</Link>
            </h2>
            <p>{t.sections[key].lead}</p>
            {key === 'accountRequests' && <PendingCount />}
          </li>
        ))}
        {/* This page is for all staff. It is also linked here because people look for it here. */}
        <li className={classes.card}>
          <Icon name="reply" large />
          <h2>
            <Link href={routes.canned()}>{canned.title}</Link>
          </h2>
          <p>{canned.lead}</p>
        </li>
      </ul>
    </Page>
  );
}

interface SectionPageProps {
  section: Section;
  item: string | undefined;
  available: readonly Section[];
}

function SectionPage({ section, item, available }: SectionPageProps) {
  const t = useAdminTexts();
  const { deskName } = useSettings();
  const { title, lead } = t.sections[section.key];
  return (
    <div className={classes.frame}>
      <nav aria-label={t.navigation} className={classes.menu}>
        <Link href={routes.admin()} className={classes.back}>
          <Icon name="chevronLeft" />
          {t.back}
        </Link>
        <ul>
          {available.map(({ key, path, icon }) => (
            <li key={path}>
              <Link href={routes.admin(path)} aria-current={path === section.path ? 'page' : undefined}>
                <Icon name={icon} />
                {t.sections[key].title}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Page title={title} deskName={deskName} lead={lead}>
        <Suspense fallback={<Skeleton size="row" count={4} />}>
          <section.Content item={item} />
        </Suspense>
      </Page>
    </div>
  );
}
