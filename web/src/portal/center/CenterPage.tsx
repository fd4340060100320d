import { useQuery } from '@tanstack/react-query';
import { settingsQuery } from '../../api/queries';
import { PriorityBadge } from '../../design/badges/Badges';
import { LinkButton } from '../../design/button/Button';
import { Card } from '../../design/page/Card';
import { ErrorState, Skeleton } from '../../design/states/States';
import { PortalPage } from '../layout/PortalPage';
import { routes } from '../routes';
import { useTexts } from '../texts';
import classes from './CenterPage.module.css';

/** The page «Centro de Soporte». It describes how the desk works, with texts from the settings (A3). */
export function CenterPage() {
  const t = useTexts();
  const { data: settings, error, refetch } = useQuery(settingsQuery);
  return (
    <PortalPage
      title={t.center.title}
      lead={t.center.lead}
      width="reading"
      actions={<LinkButton href={routes.newTicket}>{t.header.newTicket}</LinkButton>}
    >
      <Card title={t.center.stepsTitle}>
        <ol className={classes.steps}>
          {t.center.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Card>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !settings && <Skeleton size="block" count={2} />}
      {settings && (
        <>
          <Card title={t.center.prioritiesTitle}>
            <ul className={classes.severities}>
              {settings.severities.map(({ priority, criteria, days, businessDays }) => (
                <li key={priority}>
                  <span className={classes.severity}>
                    <PriorityBadge priority={priority} />
                    <span className={classes.deadline}>
                      {days
                        ? t.center.deadline[businessDays ? 'business' : 'calendar']({ count: days })
                        : t.center.noDeadline}
                    </span>
                  </span>
                  <p>{criteria}</p>
                </li>
              ))}
            </ul>
          </Card>
          <Card title={t.center.afterTitle}>
            <p>{t.center.reopen({ count: settings.reopenDays })}</p>
          </Card>
          <Card title={t.center.contactTitle}>
            <p className={classes.contact}>{settings.contactText ?? t.center.noContact}</p>
            {settings.contactEmail && (
              <p>
                <a href={`mailto:${settings.contactEmail}`}>{settings.contactEmail}</a>
              </p>
            )}
          </Card>
        </>
      )}
    </PortalPage>
  );
}
