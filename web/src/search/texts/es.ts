export const es = {
  words: 'No se buscó, por ser muy común o muy corto: {words}.',
  prefix:
    'De «{prefix}» solo se buscó la palabra completa. Para encontrar palabras que empiezan así, escriba al menos 5 letras, u 8 caracteres si hay cifras.',
  quoted: '«{word}»',
} as const;
