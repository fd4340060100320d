import { Link } from 'wouter';
import { useSettings } from '../../app/useSettings';
import { LinkButton } from '../../design/button/Button';
import { Icon, type IconName } from '../../design/icon/Icon';
import { Notice } from '../../design/notice/Notice';
import { LinkCard } from '../../design/page/LinkCard';
import { usePageHeading } from '../../design/page/usePageHeading';
import { useSession } from '../../session/useSession';
import { routes } from '../routes';
import { useTexts } from '../texts';
import classes from './HomePage.module.css';

/** The home page (A4). */
export function HomePage() {
  const t = useTexts();
  const { deskName } = useSettings();
  const { person, status } = useSession();

  const heading = usePageHeading(t.home.title, deskName);

  const cards: { href: string; icon: IconName; title: string; text: string }[] = [
    { href: routes.newTicket, icon: 'plus', title: t.header.newTicket, text: t.home.newTicketText },
    {
      href: routes.tickets,
      icon: 'ticket',
      title: person ? t.header.ticketsCount({ n: person.openTickets }) : t.header.tickets,
      text: t.home.ticketsText,
    },
    { href: routes.faq, icon: 'book', title: t.header.faq, text: t.home.faqText },
  ];

  return (
    <div className={classes.home}>
      <section className={classes.hero}>
        <h1 ref={heading} tabIndex={-1}>
          {deskName}
        </h1>
        <p className={classes.lead}>{t.home.lead}</p>
        <div className={classes.actions} data-loading={status === 'loading' || undefined}>
          {person ? (
            <>
              <LinkButton href={routes.newTicket} icon="plus">
                {t.header.newTicket}
              </LinkButton>
              <LinkButton href={routes.tickets} kind="secondary" icon="ticket">
                {t.header.ticketsCount({ n: person.openTickets })}
              </LinkButton>
            </>
          ) : (
            <LinkButton href={routes.signIn} icon="user">
              {t.header.signIn}
            </LinkButton>
          )}
          {!person && (
            <span>
              {t.home.noAccount} <Link href={routes.accountRequest}>{t.header.accountRequest}</Link>
            </span>
          )}
        </div>
      </section>
      {person && person.awaitedTickets > 0 && (
        <Notice
          tone="warning"
          actions={
            <LinkButton small href={routes.tickets}>
              {t.home.seeAwaited}
            </LinkButton>
          }
        >
          {t.home.awaited({ count: person.awaitedTickets })}
        </Notice>
      )}
      <p className={classes.faq}>
        <Icon name="info" />
        <span>{t.home.faq({ link: <Link href={routes.faq}>{t.home.faqLink}</Link> })}</span>
      </p>
      <ul className={classes.cards}>
        {cards.map(({ href, icon, title, text }) => (
          <li key={href}>
            <LinkCard href={href} icon={icon} title={title} text={text} />
          </li>
        ))}
      </ul>
    </div>
  );
}
