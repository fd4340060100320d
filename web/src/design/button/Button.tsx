import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { Link } from 'wouter';
import { Icon, type IconName } from '../icon/Icon';
import classes from './Button.module.css';

type Kind = 'primary' | 'secondary' | 'quiet' | 'danger';

interface Look {
  kind?: Kind;
  icon?: IconName;
  small?: boolean;
  children: ReactNode;
}

function classOf(kind: Kind, small: boolean): string {
  return `${classes.button} ${classes[kind]} ${small ? classes.small : ''}`;
}

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'>, Look {
  ref?: Ref<HTMLButtonElement>;
  /** Whether a request is running. The button then stays focusable and does nothing when it is pressed. */
  busy?: boolean;
}

export function Button({
  kind = 'primary',
  icon,
  small = false,
  busy = false,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classOf(kind, small)}
      aria-disabled={busy || undefined}
      data-busy={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A link that looks like a button, for navigation. */
export function LinkButton({
  kind = 'primary',
  icon,
  small = false,
  children,
  href,
  ...rest
}: Look & { href: string; 'aria-label'?: string }) {
  return (
    <Link {...rest} href={href} className={classOf(kind, small)}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}

type IconButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> & {
  icon: IconName;
  label: string;
  ref?: Ref<HTMLButtonElement>;
};

/** A square button with an icon. Its label is for screen readers and is shown as a tooltip, unless `title` has more to say. */
export function IconButton({ icon, label, title = label, ...rest }: IconButtonProps) {
  return (
    <button type="button" {...rest} className={classes.iconButton} aria-label={label} title={title}>
      <Icon name={icon} />
    </button>
  );
}
