import classes from './Icon.module.css';

/** SVG paths for outlines of 20 × 20 px in the colour of the text. */
const paths = {
  alert: 'M10 3 2.5 16.5h15L10 3Zm0 5v4m0 2.2v.1',
  attach: 'm15.5 9-6 6a3.5 3.5 0 0 1-5-5l6.6-6.6a2.3 2.3 0 0 1 3.3 3.3l-6.5 6.5a1.2 1.2 0 0 1-1.7-1.7l6-6',
  bold: 'M6 4h5a3 3 0 0 1 0 6H6zm0 6h5.5a3 3 0 0 1 0 6H6z',
  book: 'M4 4.5A1.5 1.5 0 0 1 5.5 3H16v11.5H5.5A1.5 1.5 0 0 0 4 16zm0 11.5A1.5 1.5 0 0 0 5.5 17.5H16v-3',
  bulletList: 'M8 5h8M8 10h8M8 15h8M4 5h.1M4 10h.1M4 15h.1',
  check: 'm4 10.5 4 4 8-9',
  checkCircle: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15Zm-3.5-7.3 2.5 2.5 4.5-5',
  chevronDown: 'm5 8 5 5 5-5',
  chevronLeft: 'm12 5-5 5 5 5',
  chevronRight: 'm8 5 5 5-5 5',
  chevronUp: 'm5 12 5-5 5 5',
  chevronsDown: 'm5 5 5 5 5-5M5 10l5 5 5-5',
  circle: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14Z',
  circleDashed:
    'M8.2 3.2a7 7 0 0 1 3.6 0M15 5.1A7 7 0 0 1 16.8 8.2M16.8 11.8A7 7 0 0 1 15 14.9M11.8 16.8a7 7 0 0 1-3.6 0M5 14.9a7 7 0 0 1-1.8-3.1M3.2 8.2A7 7 0 0 1 5 5.1',
  circleDot: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm0-4.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  clock: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM10 5.5V10l3 2',
  close: 'm5 5 10 10M15 5 5 15',
  code: 'm7 6-4 4 4 4m6-8 4 4-4 4',
  download: 'M10 3v9.5m0 0 4-4m-4 4-4-4M3.5 16.5h13',
  equal: 'M4 7.5h12M4 12.5h12',
  eye: 'M2 10s3-5.5 8-5.5 8 5.5 8 5.5-3 5.5-8 5.5S2 10 2 10Zm8 2.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4Z',
  eyeOff:
    'm3 3 14 14M8 4.8A8 8 0 0 1 10 4.5c5 0 8 5.5 8 5.5a13 13 0 0 1-2.3 2.9M5.2 6.2A13 13 0 0 0 2 10s3 5.5 8 5.5a7.6 7.6 0 0 0 4-1.1',
  file: 'M5 2.5h6.5L15.5 6.5v11H5zm6.5 0v4h4',
  image: 'M3 4h14v12H3zm0 9 4-4 3.5 3.5L13 10l4 4M13 7.5h.1',
  info: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM10 9v5m0-8v.1',
  italic: 'M8 4h6M6 16h6M11.5 4l-3 12',
  link: 'M8.5 11.5a3 3 0 0 0 4.3 0l3-3a3 3 0 0 0-4.3-4.3l-1 1m1 3.3a3 3 0 0 0-4.3 0l-3 3a3 3 0 0 0 4.3 4.3l1-1',
  lock: 'M5 9h10v8H5zm2.5 0V6.5a2.5 2.5 0 0 1 5 0V9',
  mail: 'M2.5 4.5h15v11h-15zm0 .5 7.5 6 7.5-6',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  moon: 'M16.5 11.8A7 7 0 1 1 8.2 3.5a5.6 5.6 0 0 0 8.3 8.3Z',
  orderedList: 'M8 5h8M8 10h8M8 15h8M3.5 3.8l1-.5V7M3.3 13.2c1.5-1 2.2.6 1.2 1.6l-1.2 1.4h2',
  pencil: 'M12.5 4.5 15.5 7.5 7 16H4v-3zM11 6l3 3',
  pause: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM8.3 7.5v5m3.4-5v5',
  plus: 'M10 4v12M4 10h12',
  print: 'M6 7V3h8v4M6 14H3.5V7h13v7H14m-8-2h8v5H6z',
  quote: 'M4 5v10M8 6h8M8 10h8M8 14h5',
  redo: 'M13 4l3 3-3 3m3-3H8a4 4 0 0 0 0 8h3',
  refresh: 'M16 6.5A7 7 0 1 0 17 10M16.5 3v4h-4',
  reply: 'M8 5 3.5 9.5 8 14M4 9.5h7a5 5 0 0 1 5 5V16',
  search: 'M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12Zm4.3-1.7L17 17',
  speech: 'M3 4h14v9.5H8.5L4.5 17v-3.5H3zm4 3.5h6M7 10h4',
  star: 'm10 2.5 2.3 4.8 5.2.7-3.8 3.6.9 5.2L10 14.3l-4.6 2.5.9-5.2L2.5 8l5.2-.7z',
  sun: 'M10 13.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM10 2v1.5m0 13V18M2 10h1.5m13 0H18M4.3 4.3l1.1 1.1m9.2 9.2 1.1 1.1m0-11.4-1.1 1.1m-9.2 9.2-1.1 1.1',
  table: 'M3 4h14v12H3zm0 4h14M3 12h14M10 4v12',
  ticket: 'M2.5 5.5h15V8a2 2 0 0 0 0 4v2.5h-15V12a2 2 0 0 0 0-4zM12 6v1.5m0 2v1.5m0 2V14',
  trash: 'M4 6h12M8 6V4h4v2M6 6l.7 10.5h6.6L14 6M8.7 9v5m2.6-5v5',
  underline: 'M6 4v5.5a4 4 0 0 0 8 0V4M5 16.5h10',
  undo: 'M7 4 4 7l3 3M4 7h8a4 4 0 0 1 0 8H9',
  user: 'M10 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm-6 7a6 6 0 0 1 12 0',
} as const;

export type IconName = keyof typeof paths;

/**
 * An icon. It is hidden from screen readers because the text beside it or the label of the control has the same
 * meaning.
 */
export function Icon({ name, large = false }: { name: IconName; large?: boolean }) {
  return (
    <svg
      className={large ? classes.large : classes.icon}
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}
