export const es = {
  forgotten: {
    title: '¿Olvidó su contraseña?',
    lead: 'Le enviaremos por correo un enlace para elegir una contraseña nueva.',
    login: 'Usuario o correo electrónico',
    missing: 'Escriba su usuario o su correo electrónico.',
    submit: 'Enviar enlace',
    doneTitle: 'Revise su correo',
    done: 'Si «{login}» tiene una cuenta, recibirá en unos minutos un correo con un enlace, que vence en una hora. Revise también la carpeta de correo no deseado.',
    back: 'Volver a iniciar sesión',
  },
  choose: {
    title: 'Elija su contraseña',
    lead: 'Cuenta: {username}',
    password: 'Contraseña nueva',
    hint: 'Al menos 12 caracteres. Una frase larga es más fácil de recordar.',
    short: 'La contraseña debe tener al menos 12 caracteres.',
    submit: 'Guardar contraseña',
    doneTitle: 'Su contraseña está lista',
    done: 'Se cerraron todas las sesiones de su cuenta. Inicie sesión con la contraseña nueva.',
    signIn: 'Iniciar sesión',
  },
  gone: {
    usedTitle: 'Este enlace ya se usó',
    used: 'Cada enlace sirve una sola vez. Si ya eligió su contraseña, inicie sesión. Si no fue usted, solicite un enlace nuevo.',
    expiredTitle: 'Este enlace venció',
    expired:
      'Los enlaces valen por un tiempo limitado y hasta el siguiente cambio de contraseña. Solicite uno nuevo.',
    unknownTitle: 'Este enlace no es válido',
    unknown: 'Compruebe que lo abrió completo, como está en el correo más reciente, o solicite uno nuevo.',
    again: 'Solicitar un enlace nuevo',
  },
} as const;
