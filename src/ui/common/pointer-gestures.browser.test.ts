import { afterEach, beforeEach, expect, test } from 'vitest';
import { listenToPointer } from './pointer-gestures.ts';

let canvas: HTMLCanvasElement;
let log: string[];
let stop: () => void;

beforeEach(() => {
  canvas = document.createElement('canvas');
  Object.assign(canvas.style, { position: 'fixed', left: '0', top: '0' });
  // Nobody holds a made-up pointer.
  canvas.setPointerCapture = () => {};
  document.body.append(canvas);
  log = [];
  const write =
    (name: string) =>
    (...args: readonly (number | boolean)[]) =>
      void log.push([name, ...args].join(' '));
  stop = listenToPointer(canvas, {
    press: write('press'),
    drag: write('drag'),
    click: write('click'),
    hover: write('hover'),
    leave: write('leave'),
    zoom: write('zoom'),
    scroll: write('scroll'),
  });
});
afterEach(() => {
  stop();
  canvas.remove();
});

function pointer(type: string, x: number, y: number, pointerId = 1): void {
  canvas.dispatchEvent(new PointerEvent(`pointer${type}`, { clientX: x, clientY: y, pointerId, button: 0 }));
}

test('a press that hardly moves is a click; one that moves is a drag, and no click', () => {
  pointer('down', 10, 10);
  pointer('move', 12, 11);
  pointer('up', 12, 11);
  expect(log).toEqual(['press 10 10', 'click 10 10']);
  log.length = 0;
  pointer('down', 10, 10);
  pointer('move', 20, 10);
  pointer('move', 25, 13);
  pointer('up', 25, 13);
  pointer('move', 26, 13);
  expect(log).toEqual(['press 10 10', 'drag 20 10 10 0', 'drag 25 13 5 3', 'hover 26 13']);
});

test('two fingers zoom about their middle, and click nothing', () => {
  pointer('down', 10, 10, 1);
  pointer('down', 30, 10, 2);
  pointer('move', 50, 10, 2);
  pointer('up', 50, 10, 2);
  pointer('up', 10, 10, 1);
  expect(log).toEqual(['press 10 10', 'zoom 30 10 2']);
});

test('the wheel scrolls, with Ctrl it zooms; what is taken away again hears nothing', () => {
  const wheel = (init: WheelEventInit) => canvas.dispatchEvent(new WheelEvent('wheel', { cancelable: true, ...init }));
  expect(wheel({ deltaX: 1, deltaY: 2, deltaMode: WheelEvent.DOM_DELTA_LINE, shiftKey: true })).toBe(false);
  wheel({ deltaY: -250, ctrlKey: true, clientX: 5, clientY: 6 });
  expect(log).toEqual(['scroll 16 32 true', `zoom 5 6 ${Math.E}`]);
  stop();
  wheel({ deltaY: 1 });
  expect(log).toHaveLength(2);
});
