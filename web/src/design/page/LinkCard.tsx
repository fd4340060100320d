import { Link } from 'wouter';
import { Icon, type IconName } from '../icon/Icon';
import classes from './LinkCard.module.css';

interface LinkCardProps {
  href: string;
  icon?: IconName;
  title: string;
  text?: string | undefined;
  /** A text at the bottom of the card. */
  foot?: string;
}

/** A card whose whole area is a link. */
export function LinkCard({ href, icon, title, text, foot }: LinkCardProps) {
  return (
    <Link href={href} className={classes.card}>
      {icon && <Icon name={icon} large />}
      <span className={classes.title}>{title}</span>
      {text && <span className={classes.text}>{text}</span>}
      {foot && <span className={classes.foot}>{foot}</span>}
    </Link>
  );
}
