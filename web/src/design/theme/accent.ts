type Rgb = readonly [number, number, number];

const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];
const darkInk: Rgb = [13, 26, 38];
const darkSurface: Rgb = [26, 34, 42];
// WCAG requires 4.5. On the surfaces of the dark theme a colour with this contrast looks dull, so more is required there.
const minContrast = { light: 4.5, dark: 6.5 };

export function parseHex(color: string): Rgb | undefined {
  const hex = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(color.trim())?.[1];
  if (!hex) return undefined;
  const full = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex;
  const channel = (index: number) => Number.parseInt(full.slice(index, index + 2), 16);
  return [channel(0), channel(2), channel(4)];
}

/** Returns the relative luminance of a colour as defined in WCAG 2.1. */
function luminance([red, green, blue]: Rgb): number {
  const linear = (channel: number) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

export function contrast(first: Rgb, second: Rgb): number {
  const [light, dark] = [luminance(first), luminance(second)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const channel = (index: 0 | 1 | 2) => Math.round(from[index] + (to[index] - from[index]) * share);
  return [channel(0), channel(1), channel(2)];
}

type Hsl = readonly [hue: number, saturation: number, lightness: number];

function toHsl([red, green, blue]: Rgb): Hsl {
  const [r, g, b] = [red / 255, green / 255, blue / 255];
  const max = Math.max(r, g, b);
  const spread = max - Math.min(r, g, b);
  const lightness = max - spread / 2;
  if (spread === 0) return [0, 0, lightness];
  const saturation = spread / (1 - Math.abs(2 * lightness - 1));
  const sector = max === r ? (g - b) / spread : max === g ? (b - r) / spread + 2 : (r - g) / spread + 4;
  return [(sector * 60 + 360) % 360, saturation, lightness];
}

function toRgb([hue, saturation, lightness]: Hsl): Rgb {
  const amplitude = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number) => {
    const sector = (offset + hue / 30) % 12;
    return Math.round(255 * (lightness - amplitude * Math.max(-1, Math.min(sector - 3, 9 - sector, 1))));
  };
  return [channel(0), channel(8), channel(4)];
}

/**
 * Changes the lightness of a colour by `step`, in the same hue, until its contrast with each colour of `against` is at
 * least `ratio`. If no lightness is sufficient, it returns white or black.
 */
function ensureContrast(color: Rgb, step: number, against: readonly Rgb[], ratio: number): Rgb {
  const [hue, saturation, start] = toHsl(color);
  for (let lightness = start; lightness > 0 && lightness < 1; lightness += step) {
    const candidate = toRgb([hue, saturation, lightness]);
    if (against.every((background) => contrast(candidate, background) >= ratio)) return candidate;
  }
  return step > 0 ? white : black;
}

/**
 * Returns readable accent colours for both themes, derived from the colour that an administrator chose. Returns
 * undefined for an invalid colour.
 */
export function accentTokens(color: string): { light: [string, string]; dark: [string, string] } | undefined {
  const chosen = parseHex(color);
  if (!chosen) return undefined;
  const light = ensureContrast(chosen, -0.02, [white], minContrast.light);
  const dark = ensureContrast(chosen, 0.02, [darkInk, darkSurface], minContrast.dark);
  const css = (rgb: Rgb) => `rgb(${rgb.join(' ')})`;
  return {
    light: [css(light), css(mix(light, black, 0.25))],
    dark: [css(dark), css(mix(dark, white, 0.25))],
  };
}

/** Sets the properties from which tokens.css derives `--accent`. An invalid colour changes nothing. */
export function applyAccent(color: string | undefined): void {
  const tokens = color ? accentTokens(color) : undefined;
  if (!tokens) return;
  const { style } = document.documentElement;
  style.setProperty('--desk-accent-light', tokens.light[0]);
  style.setProperty('--desk-accent-light-strong', tokens.light[1]);
  style.setProperty('--desk-accent-dark', tokens.dark[0]);
  style.setProperty('--desk-accent-dark-strong', tokens.dark[1]);
}
