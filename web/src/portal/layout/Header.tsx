import { Link, useLocation } from 'wouter';
import { useSettings } from '../../app/useSettings';
import { Brand } from '../../design/page/Brand';
import { MenuButton, useMenu } from '../../design/page/MenuButton';
import { useChooseLanguage } from '../../design/preferences/useChooseLanguage';
import { useLanguage } from '../../i18n/language';
import { isStaff } from '../../session/sessionQuery';
import { useSession } from '../../session/useSession';
import { routes } from '../routes';
import { useTexts } from '../texts';
import { Account } from './Account';
import classes from './Header.module.css';

/** The header (A3): the account bar and the menu. */
export function Header() {
  const t = useTexts().header;
  const { deskName, settings } = useSettings();
  const { person } = useSession();
  const language = useLanguage();
  const choose = useChooseLanguage();
  const [path] = useLocation();
  const menu = useMenu(path);
  const other = language === 'es' ? 'en' : 'es';

  const links = [
    { href: routes.home, label: t.home },
    { href: routes.center, label: t.center },
    { href: routes.faq, label: t.faq },
    { href: routes.newTicket, label: t.newTicket },
    { href: routes.tickets, label: person ? t.ticketsCount({ n: person.openTickets }) : t.tickets },
  ];

  return (
    <header className={classes.header} data-open={menu.open || undefined}>
      <div className={classes.band}>
        <div className={classes.bandRow}>
          <Link href={routes.home} className={classes.brand}>
            <Brand deskName={deskName} logoUrl={settings?.logoUrl} />
          </Link>
          <MenuButton label={t.menu} open={menu.open} controls="menu" onToggle={menu.toggle} />
        </div>
      </div>
      <div className={classes.collapsible} id="menu">
        <div className={classes.accountBar}>
          <Account />
          <button type="button" className={classes.language} lang={other} onClick={() => choose(other)}>
            {t.otherLanguage}
          </button>
        </div>
        <nav className={classes.nav} aria-label={t.navigation}>
          <ul className={classes.navRow}>
            {links.map(({ href, label }) => (
              <li key={href}>
                <Link
                  href={href}
                  className={classes.navLink}
                  aria-current={isCurrent(path, href) ? 'page' : undefined}
                >
                  {label}
                </Link>
              </li>
            ))}
            {person && isStaff(person) && (
              <li>
                <a href={routes.staff} className={classes.navLink}>
                  {t.staff}
                </a>
              </li>
            )}
          </ul>
        </nav>
      </div>
    </header>
  );
}

function isCurrent(path: string, href: string): boolean {
  return href === routes.home ? path === href : path === href || path.startsWith(`${href}/`);
}
