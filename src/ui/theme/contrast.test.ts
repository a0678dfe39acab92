import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** The tokens of a theme: its own over those of the dark one, which stand for all. */
function tokensOf(theme: string): ReadonlyMap<string, string> {
  const tokens = new Map<string, string>();
  for (const name of ['dark', theme]) {
    const block = css.split(`:root[data-theme="${name}"] {`)[1]?.split('}')[0] ?? '';
    for (const [, token = '', value = ''] of block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)) tokens.set(token, value);
  }
  return tokens;
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}

const TEXTS = ['text', 'dim', 'dimmer', 'accent', 'good', 'bad', 'critical'];
const GROUNDS = ['bg', 'panel', 'lane'];
const PAIRS = [
  ...TEXTS.flatMap((text) => GROUNDS.map((ground) => [text, ground] as const)),
  ['text', 'selection-bg'] as const,
  ['on-accent', 'accent'] as const,
  ['text', 'bad-bg'] as const,
  ...[0, 1, 2, 3, 4, 5, 6, 7].map((i) => [`on-contract-${i}`, `contract-${i}`] as const),
];

describe.each([
  ['dark', 4.5],
  ['light', 4.5],
  ['projector', 7],
] as const)('theme %s', (theme, least) => {
  const tokens = tokensOf(theme);

  it.each(PAIRS)(`%s on %s reaches ${least}:1`, (text, ground) => {
    const [a, b] = [tokens.get(text), tokens.get(ground)];
    if (!a || !b) throw new Error(`${theme} has no ${text} or no ${ground}`);
    expect(contrast(a, b)).toBeGreaterThanOrEqual(least);
  });
});

it('on a projector shapes stand out at 3:1: the pointer, the outlines of cards', () => {
  const tokens = tokensOf('projector');
  for (const shape of ['pointer', 'contract-outline', 'critical', 'accent']) {
    for (const ground of GROUNDS) {
      expect(contrast(tokens.get(shape) ?? '#ffffff', tokens.get(ground) ?? '#ffffff'), shape).toBeGreaterThanOrEqual(
        3,
      );
    }
  }
});
