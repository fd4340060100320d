export const es = {
  title: 'Disponibilidad',
  iAmAway: 'Estoy ausente',
  isAway: 'Ausente',
  ownHint: 'Mientras lo esté no se le asignan tickets nuevos; los que ya tiene siguen siendo suyos.',
  hint: 'Mientras lo esté no se le asignan tickets nuevos; los que ya tiene siguen siendo suyos.',
  backOn: 'Vuelve el',
  backOnHint: 'Desde ese día vuelve a recibir tickets. Sin fecha, hasta nuevo aviso.',
  save: 'Guardar disponibilidad',
  savedAway: 'Está ausente: no recibirá tickets nuevos.',
  savedAvailable: 'Está disponible.',
} as const;
