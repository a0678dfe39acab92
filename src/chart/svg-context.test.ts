import { describe, expect, test } from 'vitest';
import { createSvgContext } from './svg-context.ts';

function drawn(draw: (ctx: ReturnType<typeof createSvgContext>) => void): string[] {
  const ctx = createSvgContext();
  draw(ctx);
  const svg = ctx.toSvg({ width: 10, height: 20, paper: '#fff' });
  return svg
    .slice(svg.indexOf('fill="#fff"/>') + 13, svg.indexOf('</svg>'))
    .split('\n')
    .filter(Boolean);
}

describe('a canvas that writes SVG', () => {
  test('the whole picture has its size and paper', () => {
    expect(createSvgContext().toSvg({ width: 10, height: 20, paper: '#fff', definitions: '<pattern id="h"/>' })).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="20" viewBox="0 0 10 20"><defs><pattern id="h"/></defs>' +
        '<rect width="100%" height="100%" fill="#fff"/></svg>\n',
    );
  });

  test('paths, in the style in force', () => {
    const lines = drawn((ctx) => {
      ctx.beginPath();
      ctx.moveTo(1, 2);
      ctx.lineTo(3, 4);
      ctx.closePath();
      ctx.fillStyle = 'red';
      ctx.globalAlpha = 0.5;
      ctx.fill();
      ctx.globalAlpha = 1;
      ctx.strokeStyle = 'blue';
      ctx.lineWidth = 2;
      ctx.setLineDash([3, 1]);
      ctx.stroke();
    });
    expect(lines).toEqual([
      '<path d="M1 2L3 4Z" fill="red" fill-opacity="0.5"/>',
      '<path d="M1 2L3 4Z" fill="none" stroke="blue" stroke-width="2" stroke-dasharray="3 1"/>',
    ]);
  });

  test('moved and enlarged; saved and restored', () => {
    const lines = drawn((ctx) => {
      ctx.save();
      ctx.setTransform(2, 0, 0, 2, 0, 10);
      ctx.translate(1, 1);
      ctx.fillRect(1, 2, 3, 4);
      ctx.restore();
      ctx.fillRect(1, 2, 3, 4);
    });
    expect(lines).toEqual([
      '<rect x="4" y="16" width="6" height="8" fill="#000"/>',
      '<rect x="1" y="2" width="3" height="4" fill="#000"/>',
    ]);
  });

  test('what is drawn within a clip lies in a group; a clip within a clip is cut by both', () => {
    const ctx = createSvgContext();
    ctx.save();
    ctx.beginPath();
    ctx.rect(0, 0, 5, 5);
    ctx.clip();
    ctx.beginPath();
    ctx.rect(2, 2, 5, 5);
    ctx.clip();
    ctx.fillRect(0, 0, 9, 9);
    ctx.restore();
    ctx.fillRect(1, 1, 1, 1);
    const svg = ctx.toSvg({ width: 9, height: 9, paper: '#fff' });
    expect(svg).toContain('<clipPath id="c2" clip-path="url(#c1)"><path d="M2 2H7V7H2V2Z"/></clipPath>');
    expect(svg).toMatch(/<g clip-path="url\(#c2\)">\n<rect x="0".*\n<\/g>\n<rect x="1"/);
  });

  test('text is text, never markup', () => {
    const [line] = drawn((ctx) => {
      ctx.font = '700 10px "Inter Variable", sans-serif';
      ctx.textBaseline = 'middle';
      ctx.textAlign = 'center';
      ctx.fillText('<script>"&"', 5, 5);
    });
    expect(line).toBe(
      '<text x="5" y="8.6" font-family="&quot;Inter Variable&quot;, sans-serif" font-size="10" font-weight="700"' +
        ' text-anchor="middle" fill="#000">&lt;script&gt;&quot;&amp;&quot;</text>',
    );
  });

  test('corners of their own, as a canvas counts them', () => {
    const lines = drawn((ctx) => {
      ctx.beginPath();
      ctx.roundRect(0, 0, 10, 10, [3, 0, 0, 3]);
      ctx.fill();
    });
    expect(lines).toEqual(['<path d="M3 0H10V10H3A3 3 0 0 1 0 7V3A3 3 0 0 1 3 0Z" fill="#000"/>']);
  });

  test('nothing transparent is written', () => {
    const lines = drawn((ctx) => {
      ctx.beginPath();
      ctx.roundRect(0, 0, 4, 4, 1);
      ctx.strokeStyle = 'transparent';
      ctx.stroke();
    });
    expect(lines).toEqual([]);
  });
});
