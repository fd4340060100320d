import type { ComponentProps } from 'react';
import { useDesignTexts } from '../texts';
import { Button } from './Button';

/** The button «Cancelar», beside the submit button of a form. */
export function CancelButton({
  kind = 'quiet',
  ...rest
}: Omit<ComponentProps<typeof Button>, 'icon' | 'children'>) {
  return (
    <Button {...rest} kind={kind}>
      {useDesignTexts().actions.cancel}
    </Button>
  );
}
