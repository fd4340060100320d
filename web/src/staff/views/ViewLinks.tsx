import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Choice } from '../../design/control/SelectField';
import { departmentsQuery } from '../directory/queries';
import { routes } from '../routes';
import { type View, viewsQuery } from './queries';
import { useTexts } from './texts';
import classes from './Views.module.css';

/**
 * Returns a function that names the audience of a view. The name of a department is missing until the departments have
 * loaded.
 */
export function useAudienceText(): (view: View) => string {
  const t = useTexts();
  const { data: departments } = useQuery(departmentsQuery);
  return ({ audience, departmentId }) => {
    const name = departments?.find(({ id }) => id === departmentId)?.name;
    return audience === 'department' && name ? t.forDepartment({ name }) : t.audiences[audience];
  };
}

function useGroups() {
  const t = useTexts();
  const { data: views = [] } = useQuery(viewsQuery);
  return [
    { title: t.own, views: views.filter(({ audience }) => audience === 'me') },
    { title: t.shared, views: views.filter(({ audience }) => audience !== 'me') },
  ].filter((group) => group.views.length > 0);
}

/** Links to the person's own views and to shared views, below the queues. */
export function ViewLinks({ current }: { current: string | undefined }) {
  const t = useTexts();
  const audienceText = useAudienceText();
  const { isError, refetch } = useQuery(viewsQuery);
  return (
    <>
      {useGroups().map(({ title, views }) => (
        <div key={title} className={classes.group}>
          <p className={classes.title} aria-hidden="true">
            {title}
          </p>
          <ul className={classes.list} aria-label={title}>
            {views.map((view) => (
              <li key={view.id}>
                <Link
                  href={routes.view(view.id)}
                  className={classes.link}
                  aria-current={view.id === current ? 'page' : undefined}
                >
                  <span>{view.name}</span>
                  {view.audience !== 'me' && <small>{audienceText(view)}</small>}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {isError && (
        <p className={classes.failed}>
          {t.failed}{' '}
          <button type="button" className={classes.retry} onClick={() => void refetch()}>
            {t.retry}
          </button>
        </p>
      )}
    </>
  );
}

/** Returns the views as choices of a select. The values are the paths of the views. */
export function useViewChoices(): Choice[] {
  return useGroups().flatMap(({ title, views }) =>
    views.map(({ id, name }) => ({ value: routes.view(id), label: name, group: title })),
  );
}
