import type { ComponentProps } from 'react';
import { useDesignTexts } from '../texts';
import { Button } from './Button';

/** The button «Cancelar», beside the submit button of a form. */
export function CancelButton(props: Omit<ComponentProps<typeof Button>, 'kind' | 'icon' | 'children'>) {
  return (
    <Button {...props} kind="quiet">
      {useDesignTexts().actions.cancel}
    </Button>
  );
}
