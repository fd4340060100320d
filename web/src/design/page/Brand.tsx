import classes from './Brand.module.css';

/** The desk's logo and name. Without a logo it shows Mesa's own mark, a table with a ticket on it. */
export function Brand({ deskName, logoUrl }: { deskName: string; logoUrl?: string | undefined }) {
  return (
    <span className={classes.brand}>
      {logoUrl ? (
        <img className={classes.logo} src={logoUrl} alt="" height={36} />
      ) : (
        <svg className={classes.mark} viewBox="0 0 36 36" aria-hidden="true" focusable="false">
          <rect x="9" y="6" width="18" height="10" rx="2" className={classes.ticket} />
          <path d="M15.5 6v10" className={classes.cut} />
          <path d="M4 19.5h28M9 20v11M27 20v11" className={classes.table} />
        </svg>
      )}
      <span className={classes.name}>{deskName}</span>
    </span>
  );
}
