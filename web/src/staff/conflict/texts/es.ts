export const es = {
  refused: 'No se guardó: el ticket cambió mientras usted trabajaba',
  changes: 'Lo que cambió',
  choicePreserved: 'Revise lo que cambió y, si aún procede, guarde de nuevo.',
} as const;
