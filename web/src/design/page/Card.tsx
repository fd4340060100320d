import { type FormHTMLAttributes, type ReactNode, type Ref, useId } from 'react';
import classes from './Card.module.css';

/** A surface for content. With a title it is a labelled region. */
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

/** A form on a surface. The browser's validation is off, because the page shows the messages itself. */
export function FormCard({ children, ...rest }: FormCardProps) {
  return (
    <form noValidate {...rest} className={classes.card}>
      {children}
    </form>
  );
}

/** The row of buttons of a form. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className={classes.actions}>{children}</div>;
}
