import { type FormHTMLAttributes, type ReactNode, type Ref, useId } from 'react';
import classes from './Card.module.css';

/** A surface on the page's paper; with a title it is a named region. */
export function Card({ title, children }: { title?: string; children: ReactNode }) {
  const id = useId();
  if (!title) return <div className={classes.card}>{children}</div>;
  return (
    <section className={classes.card} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

interface FormCardProps extends FormHTMLAttributes<HTMLFormElement> {
  ref?: Ref<HTMLFormElement>;
}

/** A form on a surface. Its messages come from the server or from the page, not from the browser's bubbles. */
export function FormCard({ children, ...rest }: FormCardProps) {
  return (
    <form noValidate {...rest} className={classes.card}>
      {children}
    </form>
  );
}

/** A form's buttons. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className={classes.actions}>{children}</div>;
}
