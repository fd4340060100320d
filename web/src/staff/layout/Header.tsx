import { useMutation } from '@tanstack/react-query';
import { Link, useLocation } from 'wouter';
import { useSettings } from '../../app/useSettings';
import { Notice } from '../../design/notice/Notice';
import { Brand } from '../../design/page/Brand';
import { MenuButton, useMenu } from '../../design/page/MenuButton';
import { administers } from '../../session/sessionQuery';
import { usePerson, useSession } from '../../session/useSession';
import { openPalette } from '../keyboard/Keyboard';
import { keyLabelsOf } from '../keyboard/keys';
import { routes } from '../routes';
import { useTexts } from '../texts';
import classes from './Header.module.css';

/** The header of the staff page (A3): the person, «perfil», «Cerrar sesión» and the pages of their role. */
export function Header() {
  const t = useTexts().header;
  const { deskName, settings } = useSettings();
  const person = usePerson();
  const { signOut } = useSession();
  const [path, navigate] = useLocation();
  const menu = useMenu(path);
  const leave = useMutation({ mutationFn: signOut, onSuccess: () => navigate(routes.home) });

  const onAdministration = path.startsWith(routes.admin());
  const onKnowledge = path.startsWith(routes.knowledge());
  const onCanned = path.startsWith(routes.canned());
  const onOtherPage = path === routes.profile || onAdministration || onKnowledge || onCanned;
  const current = (isCurrent: boolean) => (isCurrent ? 'page' : undefined);
  return (
    <>
      <header className={classes.header} data-open={menu.open || undefined}>
        <Link href={routes.home} className={classes.brand}>
          <Brand deskName={deskName} logoUrl={settings?.logoUrl} />
        </Link>
        <MenuButton label={t.menu} open={menu.open} controls="menu" onToggle={menu.toggle} />
        <div className={classes.collapsible} id="menu">
          <nav aria-label={t.navigation}>
            <ul className={classes.pages}>
              <li>
                <Link href={routes.home} aria-current={current(!onOtherPage)}>
                  {t.tickets}
                </Link>
              </li>
              <li>
                <Link href={routes.knowledge()} aria-current={current(onKnowledge)}>
                  {t.knowledge}
                </Link>
              </li>
              <li>
                <Link href={routes.canned()} aria-current={current(onCanned)}>
                  {t.canned}
                </Link>
              </li>
              {administers(person) && (
                <li>
                  <Link href={routes.admin()} aria-current={current(onAdministration)}>
                    {t.administration}
                  </Link>
                </li>
              )}
            </ul>
          </nav>
          <button type="button" className={classes.commands} onClick={openPalette}>
            {t.commands}
            <kbd>{keyLabelsOf('mod+k').join(' ')}</kbd>
          </button>
          <ul className={classes.account} aria-label={t.account}>
            <li className={classes.name}>{person.name}</li>
            <li>
              <Link href={routes.profile} aria-current={current(path === routes.profile)}>
                {t.profile}
              </Link>
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
          </ul>
        </div>
      </header>
      {leave.isError && (
        <Notice tone="danger" live>
          {t.signOutFailed}
        </Notice>
      )}
    </>
  );
}
