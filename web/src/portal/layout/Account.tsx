import { useMutation } from '@tanstack/react-query';
import { Link, useLocation } from 'wouter';
import { useSession } from '../../session/useSession';
import { routes } from '../routes';
import { useTexts } from '../texts';
import classes from './Header.module.css';

/** The account bar (A3): the person's name, «perfil», «Tickets (n)» and «Cerrar sesión», or the links to sign in. */
export function Account() {
  const t = useTexts().header;
  const { person, status, signOut } = useSession();
  const [, navigate] = useLocation();
  const leave = useMutation({ mutationFn: signOut, onSuccess: () => navigate(routes.home) });

  if (!person) {
    return (
      <ul className={classes.account} data-loading={status === 'loading' || undefined} aria-label={t.account}>
        <li>
          <Link href={routes.accountRequest}>{t.accountRequest}</Link>
        </li>
        <li>
          <Link href={routes.signIn} className={classes.signIn}>
            {t.signIn}
          </Link>
        </li>
      </ul>
    );
  }
  return (
    <ul className={classes.account} aria-label={t.account}>
      <li className={classes.name}>{person.name}</li>
      <li>
        <Link href={routes.profile}>{t.profile}</Link>
      </li>
      <li>
        <Link href={routes.tickets}>{t.ticketsCount({ n: person.openTickets })}</Link>
      </li>
      <li>
        <button
          type="button"
          aria-disabled={leave.isPending || undefined}
          onClick={() => !leave.isPending && leave.mutate()}
        >
          {t.signOut}
        </button>
      </li>
      {leave.isError && (
        <li role="alert" className={classes.failed}>
          {t.signOutFailed}
        </li>
      )}
    </ul>
  );
}
